import type { ReadContext } from '#platform/commands/command.server.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import type { PhoneBusiness } from './phone-business.ts';
import { listBusinesses } from './queries/businesses.server.ts';

/** The businesses of the hamlets of the actor's phone that go on. Says the same until something changes. */
export async function syncedBusinesses(ctx: ReadContext): Promise<PhoneBusiness[]> {
  const hamlets = hamletsOf(ctx.actor, 'member', 'hamlet_team_leader', 'hamlet_head');
  if (hamlets.length === 0) return [];
  return (await listBusinesses(ctx, null))
    .filter((one) => one.closedOn === null && hamlets.includes(one.hamletId))
    .map((one) => ({
      id: one.id,
      hamletId: one.hamletId,
      kind: one.kind,
      name: one.name,
      products: one.products,
      contactName: one.contactName,
      done: [...one.pipeline.done.values()].map(({ step, doneOn, marketplace }) => ({
        step,
        doneOn,
        marketplace,
      })),
      isCommitted: one.committedOn !== null,
    }));
}
