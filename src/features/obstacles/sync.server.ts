import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays } from '#shared/calendar.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { speaksFor } from './policy.ts';
import type { PhoneObstacle } from './phone-obstacle.ts';
import { listObstacles } from './queries/obstacles.server.ts';

/** How long a closed one is still read on phones (days), and how many a phone holds at most. */
const readFor = 60;
const most = 100;

/**
 * The obstacles of the actor's phone: the own ones and those of its hamlets, the most pressing first. Says the same all day and
 * until something changes, so that a phone can keep it and count the days itself.
 */
export async function syncedObstacles(ctx: ReadContext): Promise<PhoneObstacle[]> {
  const { actor } = ctx;
  const hamlets = hamletsOf(actor, 'member', 'hamlet_team_leader', 'hamlet_head');
  const since = addDays(ctx.today, -readFor);
  return (await listObstacles(ctx))
    .filter((one) => speaksFor(actor, one) || (one.hamletId !== null && hamlets.includes(one.hamletId)))
    .filter((one) => one.state !== 'confirmed' || one.stateOn >= since)
    .slice(0, most)
    .map((one) => ({
      id: one.id,
      hamletId: one.hamletId,
      kind: one.kind,
      pillar: one.pillar,
      title: one.title,
      description: one.description,
      households: one.households,
      severity: one.severity,
      level: one.level,
      state: one.state,
      stateOn: one.stateOn,
      raisedOn: one.raisedOn,
      dueOn: one.dueOn,
      isOwn: speaksFor(actor, one),
      answer: one.answer,
      directive: one.directive,
    }));
}
