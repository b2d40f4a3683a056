import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { relations } from '../model.ts';
import { canReshapeHouseholds } from '../policy.ts';
import { lockHousehold, placeOf, type HouseholdRow } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeHousehold, changeResident } from './change-row.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

const mergedPeople = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      household_id: z.string(),
      position: z.number(),
      relation: z.enum(relations),
      relation_text: z.nullable(z.string()),
      merged: z.boolean(),
    }),
  ),
});

/**
 * Takes the merge of a double back, from the event that did it: its people return to it with their place and relation, those that
 * were merged become people again. Who has since moved on to a third household stays there.
 * Problem `state.conflict` when it is not merged, or the household that took it in was itself merged meanwhile.
 */
export const unmergeHouseholds = defineCommand({
  name: 'household.unmerge',
  input: z.object({ householdId: id }),
  async load(ctx, input) {
    const from = await lockHousehold(ctx, input.householdId);
    if (from.merged_into === null) throw new Problem('state.conflict', { message: words.notMerged });
    return { from, into: await lockHousehold(ctx, from.merged_into) };
  },
  allow: (actor, { from, into }) => canReshapeHouseholds(actor, [placeOf(from), placeOf(into)]),
  async run(ctx, _input, { from, into }) {
    if (into.merged_into !== null) throw new Problem('state.conflict', { message: words.notMerged });
    for (const before of await peopleBefore(ctx, from.id)) {
      const resident = await ctx.tx
        .selectFrom('residents')
        .selectAll()
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', before.id)
        .executeTakeFirst();
      if (!resident) continue;
      const ours = {
        householdIds: [into.id, from.id],
        hamletIds: [into.hamlet_id, from.hamlet_id],
        merge: true,
      };
      if (before.merged && resident.merged_into !== null)
        await changeResident(ctx, 'resident.unmerged', resident, from.hamlet_id, { merged_into: null }, ours);
      if (!before.merged && resident.household_id === into.id)
        await changeResident(
          ctx,
          'resident.moved',
          resident,
          from.hamlet_id,
          {
            household_id: from.id,
            position: before.position,
            relation: before.relation,
            relation_text: before.relation_text,
          },
          { ...ours, from: linkTo(into), to: linkTo(from) },
        );
    }
    await changeHousehold(
      ctx,
      'household.unmerged',
      from,
      { merged_into: null },
      {
        householdIds: [from.id, into.id],
        hamletIds: [from.hamlet_id, into.hamlet_id],
        from: linkTo(into),
      },
    );
    await refreshDerived(ctx, [from.id, into.id]);
  },
});

const linkTo = (row: HouseholdRow) => ({ id: row.id, code: row.code, headName: row.head_name });

async function peopleBefore(ctx: ReadContext, householdId: Id) {
  const event = await ctx.tx
    .selectFrom('events')
    .select('data')
    .where('commune_id', '=', ctx.communeId)
    .where('subject_id', '=', householdId)
    .where('name', '=', 'household.merged')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return mergedPeople.parse(event?.data).people;
}
