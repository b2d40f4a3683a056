import { defineCommand } from '#platform/commands/command.server.ts';
import { fold, nameSortKey } from '#shared/fold.ts';
import { Problem } from '#shared/problem.ts';
import { ResidentCorrection } from '../model.ts';
import { canEditHousehold } from '../policy.ts';
import { lockLiveResident, placeOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeResident } from './change-row.server.ts';
import { isFuture } from './new-rows.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/**
 * Corrects what is written about a person; fields that are not sent stay. The event keeps how name, birth and sex were before.
 * Who is head is changed by `nameHead` only.
 */
export const correctResident = defineCommand({
  name: 'resident.correct',
  input: ResidentCorrection,
  load: (ctx, input) => lockLiveResident(ctx, input.residentId),
  allow: (actor, { household }) => canEditHousehold(actor, placeOf(household)),
  async run(ctx, input, { resident, household }) {
    if (input.birth && isFuture(input.birth.date, input.birth.precision, ctx.today))
      throw new Problem('input.invalid', { fields: { birth: words.birthInFuture } });
    if (input.relation !== undefined && (input.relation === 'head') !== (resident.relation === 'head'))
      throw new Problem('input.invalid', { fields: { relation: words.headByNaming } });
    const changed = await changeResident(ctx, 'resident.corrected', resident, household.hamlet_id, {
      ...(input.fullName !== undefined && {
        full_name: input.fullName,
        name_folded: fold(input.fullName),
        sort_key: nameSortKey(input.fullName),
      }),
      ...(input.sex !== undefined && { sex: input.sex }),
      ...(input.birth !== undefined && {
        birth_date: input.birth?.date ?? null,
        birth_precision: input.birth?.precision ?? null,
      }),
      ...(input.residence !== undefined && { residence: input.residence }),
      ...(input.relation !== undefined && { relation: input.relation }),
      ...(input.relationText !== undefined && { relation_text: input.relationText }),
      ...(input.phone !== undefined && { phone: input.phone }),
      ...(input.hasSmartphone !== undefined && { has_smartphone: input.hasSmartphone }),
    });
    if (changed) await refreshDerived(ctx, [household.id]);
    return { changed };
  },
});
