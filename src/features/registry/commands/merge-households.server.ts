import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { canReshapeHouseholds } from '../policy.ts';
import { lockLiveHouseholds, placeOf, residentsOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { carryResidents } from './carry-residents.server.ts';
import { changeHousehold } from './change-row.server.ts';
import { mergePerson } from './merge-residents.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/**
 * Two rows turned out to be one household: the double is merged into the one that goes on (R80; a person decides, never the
 * product). People who are the same on both sides, as the person says, are merged too; all others are carried over. The double's
 * row stays with `merged_into`; features above follow it. `unmergeHouseholds` takes it back.
 */
export const mergeHouseholds = defineCommand({
  name: 'household.merge',
  input: z.object({
    /** The double. */
    fromId: id,
    /** The one that goes on. */
    intoId: id,
    samePeople: z._default(z.array(z.object({ fromId: id, intoId: id })).check(z.maxLength(50)), []),
  }),
  async load(ctx, input) {
    if (input.fromId === input.intoId) throw new Problem('state.conflict', { message: words.sameHousehold });
    const rows = await lockLiveHouseholds(ctx, [input.fromId, input.intoId]);
    const from = rows.get(input.fromId);
    const into = rows.get(input.intoId);
    if (!from || !into) throw new Problem('not_found');
    return { from, into };
  },
  allow: (actor, { from, into }) => canReshapeHouseholds(actor, [placeOf(from), placeOf(into)]),
  async run(ctx, input, { from, into }) {
    const theirs = await residentsOf(ctx, [from.id]);
    const ours = await residentsOf(ctx, [into.id]);
    const merged = new Set<string>();
    for (const [index, pair] of input.samePeople.entries()) {
      const double = theirs.find((resident) => resident.id === pair.fromId);
      const person = ours.find((resident) => resident.id === pair.intoId);
      if (!double || !person || merged.has(double.id))
        throw new Problem('input.invalid', { fields: { [`samePeople.${index}`]: words.notOfHousehold } });
      await mergePerson(ctx, double, from, person, into);
      merged.add(double.id);
    }
    await carryResidents(
      ctx,
      theirs.filter((resident) => !merged.has(resident.id)),
      from,
      into,
      {},
      { merge: true },
    );
    await changeHousehold(
      ctx,
      'household.merged',
      from,
      { merged_into: into.id },
      {
        householdIds: [from.id, into.id],
        hamletIds: [from.hamlet_id, into.hamlet_id],
        from: { id: from.id, code: from.code, headName: from.head_name },
        to: { id: into.id, code: into.code, headName: into.head_name },
        people: theirs.map(({ id: residentId, household_id, position, relation, relation_text }) => ({
          id: residentId,
          household_id,
          position,
          relation,
          relation_text,
          merged: merged.has(residentId),
        })),
      },
    );
    await refreshDerived(ctx, [into.id]);
  },
});
