import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import type { PossibleDoer } from '../queries/possible-doers.server.ts';
import * as words from '../words.ts';

/** Households named in a task must be seen by who gives it and lie in the doers' hamlet. Throws `input.invalid`. */
export async function checkHouseholds(
  ctx: ReadContext,
  householdIds: readonly Id[],
  doers: readonly PossibleDoer[],
): Promise<void> {
  if (householdIds.length === 0) return;
  const rows = await ctx.tx
    .selectFrom('households')
    .select(['id', 'hamlet_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', 'in', [...new Set(householdIds)])
    .where('merged_into', 'is', null)
    .execute();
  const fits = ({ hamlet_id: hamletId }: { hamlet_id: Id }) =>
    canSeeHousehold(ctx.actor, { hamletId }) &&
    doers.every((doer) => doer.hamletId === null || doer.hamletId === hamletId);
  if (rows.length < new Set(householdIds).size || !rows.every(fits))
    throw new Problem('input.invalid', { fields: { householdIds: words.householdsElsewhere } });
}
