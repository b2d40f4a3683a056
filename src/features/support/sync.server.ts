import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays } from '#shared/calendar.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { listSupportPoints } from '#features/groups/queries.server.ts';
import { isWaiting } from './model.ts';
import type { PhoneSupport } from './phone-support.ts';
import { listSupport } from './queries/support.server.ts';

/** How long one that is over is still read on phones (days), and how many a phone holds at most. */
const readFor = 30;
const most = 80;

/**
 * The requests of the actor's phone (those that one was given or asked for; of the whole hamlet for who leads it) and the support
 * points of its hamlets. Says the same all day and until something changes, so that a phone can keep it and count the days itself.
 */
export async function syncedSupport(ctx: ReadContext): Promise<PhoneSupport> {
  const hamlets = hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head');
  if (hamlets.length === 0) return { requests: [], points: [] };
  const since = addDays(ctx.today, -readFor);
  const requests = (await listSupport(ctx))
    .filter((one) => hamlets.includes(one.hamletId))
    .filter((one) => isWaiting(one.state) || one.stateOn >= since)
    .slice(0, most)
    .map((one) => ({
      id: one.id,
      hamletId: one.hamletId,
      personName: one.personName,
      phone: one.phone,
      householdId: one.householdId,
      residentId: one.residentId,
      platform: one.platform,
      topic: one.topic,
      place: one.place,
      groupId: one.groupId,
      urgency: one.urgency,
      state: one.state,
      stateOn: one.stateOn,
      raisedOn: one.raisedOn,
      dueOn: one.dueOn,
      memberId: one.memberId,
      scheduledOn: one.scheduledOn,
      scheduledAt: one.scheduledAt,
      satisfaction: one.satisfaction,
      note: one.note,
      isOwn: one.raisedBy === ctx.actor.accountId,
    }));
  const points = (await listSupportPoints(ctx))
    .filter((point) => hamlets.includes(point.hamletId))
    .map(({ id, hamletId, place, openingHours }) => ({ id, hamletId, place, openingHours }));
  return { requests, points };
}
