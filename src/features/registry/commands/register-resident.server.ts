import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { ResidentInput } from '../model.ts';
import { canEditHousehold } from '../policy.ts';
import { lockLiveHousehold, placeOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { residentEvent } from './change-row.server.ts';
import { newResidentRow } from './new-rows.server.ts';
import { nextPosition } from './positions.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/** Writes one more person into a household. A second head is refused: `nameHead` changes the head. Answers the person's id. */
export const registerResident = defineCommand({
  name: 'resident.register',
  input: z.object({ householdId: id, resident: ResidentInput }),
  load: (ctx, input) => lockLiveHousehold(ctx, input.householdId),
  allow: (actor, household) => canEditHousehold(actor, placeOf(household)),
  async run(ctx, input, household) {
    if (input.resident.relation === 'head')
      throw new Problem('input.invalid', { fields: { 'resident.relation': words.oneHeadOnly } });
    const position = await nextPosition(ctx, household.id);
    const resident = newResidentRow(ctx, household.id, position, input.resident, 'resident.');
    await ctx.tx.insertInto('residents').values(resident).execute();
    await refreshDerived(ctx, [household.id]);
    await ctx.emit(residentEvent('resident.registered', resident, household.hamlet_id, {}));
    return { id: resident.id };
  },
});
