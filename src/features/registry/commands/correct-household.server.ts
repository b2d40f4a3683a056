import { defineCommand } from '#platform/commands/command.server.ts';
import { HouseholdCorrection } from '../model.ts';
import { canEditHousehold } from '../policy.ts';
import { lockLiveHousehold, placeOf } from '../queries/registry-rows.server.ts';
import { changeHousehold } from './change-row.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/** Corrects what is written about a household; fields that are not sent stay. Nothing is told when nothing changed. */
export const correctHousehold = defineCommand({
  name: 'household.correct',
  input: HouseholdCorrection,
  load: (ctx, input) => lockLiveHousehold(ctx, input.householdId),
  allow: (actor, household) => canEditHousehold(actor, placeOf(household)),
  async run(ctx, input, household) {
    const changed = await changeHousehold(ctx, 'household.corrected', household, {
      ...(input.bookNumber !== undefined && { book_number: input.bookNumber }),
      ...(input.groupName !== undefined && { group_name: input.groupName }),
      ...(input.address !== undefined && { address: input.address }),
      ...(input.phone !== undefined && { phone: input.phone }),
      ...(input.statedSize !== undefined && { stated_size: input.statedSize }),
      ...(input.hasSmartphone !== undefined && { has_smartphone: input.hasSmartphone }),
      ...(input.hasInternet !== undefined && { has_internet: input.hasInternet }),
      ...(input.note !== undefined && { note: input.note }),
    });
    if (changed) await refreshDerived(ctx, [household.id]);
    return { changed };
  },
});
