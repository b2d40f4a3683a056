import * as z from 'zod/mini';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { canReshapeHouseholds } from '../policy.ts';
import {
  lockLiveResident,
  lockResident,
  placeOf,
  type HouseholdRow,
  type ResidentRow,
} from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeResident } from './change-row.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/** Two rows turned out to be one person: the double gets `merged_into` and leaves the lists; what hangs on it is followed by the features above. */
export const mergeResidents = defineCommand({
  name: 'resident.merge',
  input: z.object({ fromId: id, intoId: id }),
  async load(ctx, input) {
    if (input.fromId === input.intoId) throw new Problem('state.conflict', { message: words.samePerson });
    return {
      from: await lockLiveResident(ctx, input.fromId),
      into: await lockLiveResident(ctx, input.intoId),
    };
  },
  allow: (actor, { from, into }) =>
    canReshapeHouseholds(actor, [placeOf(from.household), placeOf(into.household)]),
  async run(ctx, _input, { from, into }) {
    if (from.household.head_id === from.resident.id)
      throw new Problem('state.conflict', { message: words.headCannotMerge });
    await mergePerson(ctx, from.resident, from.household, into.resident, into.household);
    await refreshDerived(ctx, [from.household.id, into.household.id]);
  },
});

/** Also for the people of two households that are merged. */
export async function mergePerson(
  ctx: WriteContext,
  double: ResidentRow,
  from: HouseholdRow,
  person: ResidentRow,
  into: HouseholdRow,
): Promise<void> {
  await changeResident(
    ctx,
    'resident.merged',
    double,
    from.hamlet_id,
    { merged_into: person.id },
    {
      householdIds: [...new Set([from.id, into.id])],
      hamletIds: [from.hamlet_id, into.hamlet_id],
      into: { id: person.id, name: person.full_name },
    },
  );
}

/** Takes a merge of two people back: the double is a person of its household again. */
export const unmergeResidents = defineCommand({
  name: 'resident.unmerge',
  input: z.object({ residentId: id }),
  load: (ctx, input) => lockResident(ctx, input.residentId),
  allow: (actor, { household }) => canReshapeHouseholds(actor, [placeOf(household)]),
  async run(ctx, _input, { resident, household }) {
    if (resident.merged_into === null || household.merged_into !== null)
      throw new Problem('state.conflict', { message: words.notMerged });
    const into = await ctx.tx
      .selectFrom('residents')
      .select('household_id')
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', resident.merged_into)
      .executeTakeFirst();
    const householdIds = [...new Set([household.id, ...(into ? [into.household_id] : [])])];
    await changeResident(
      ctx,
      'resident.unmerged',
      resident,
      household.hamlet_id,
      { merged_into: null },
      { householdIds },
    );
    await refreshDerived(ctx, householdIds);
  },
});
