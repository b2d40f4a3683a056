import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import { fewNames } from '#shared/few-names.ts';
import type { GroupState } from './model.ts';
import { canSeeAllGroups, stepsFor } from './policy.ts';
import { listGroups } from './queries.server.ts';
import { waiting as words } from './words.ts';

const onTheirWay: readonly GroupState[] = ['registered', 'checked', 'recognised'];

/** Registered groups whose next step is the actor's (R16, R72). */
export async function groupsWaiting(ctx: ReadContext): Promise<Waiting[]> {
  if (!canSeeAllGroups(ctx.actor)) return [];
  const waiting = (await listGroups(ctx, null)).filter(
    (group) => onTheirWay.includes(group.state) && stepsFor(ctx.actor, group).length > 0,
  );
  return [
    {
      key: 'groups',
      href: '/to-tu-quan',
      count: waiting.length,
      text: words.nextStep,
      detail: fewNames([...new Set(waiting.map((group) => group.hamletName))], 'ấp'),
      tone: 'calm',
      since: waiting.map((group) => group.stateOn).toSorted()[0] ?? null,
    },
  ];
}
