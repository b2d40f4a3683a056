import type { ReadContext } from '#platform/commands/command.server.ts';
import { isWaiting } from '#features/support/model.ts';
import { canAssignSupport, isGiven } from '#features/support/policy.ts';
import { listSupport, type SupportRequest } from '#features/support/queries/support.server.ts';
import type { Asked, Quick } from './filter.ts';

/** Whether a request is among those of a chip, for who asks. */
export function isAmong(ctx: ReadContext, one: SupportRequest, quick: Quick): boolean {
  const { actor } = ctx;
  if (quick === 'qua-han') return one.overdue > 0;
  if (quick === 'chua-giao') return one.state === 'new' && canAssignSupport(actor, one);
  if (quick === 'cua-toi') return isWaiting(one.state) && isGiven(actor, one);
  if (quick === 'den-hen')
    return one.state === 'scheduled' && one.scheduledOn !== null && one.scheduledOn <= ctx.today;
  return one.raisedBy === actor.accountId;
}

/** What the address asks for: on the board what somebody waits for, in the list all. */
export async function chosenSupport(ctx: ReadContext, asked: Asked): Promise<SupportRequest[]> {
  const { quick, view, ...filter } = asked;
  const found = await listSupport(ctx, { ...filter, waiting: view === 'board' });
  return quick === null ? found : found.filter((one) => isAmong(ctx, one, quick));
}
