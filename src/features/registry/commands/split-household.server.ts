import * as z from 'zod/mini';
import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { id, optionalId, optionalLine, optionalPhone } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { relations } from '../model.ts';
import { canReshapeHouseholds, canSeeHousehold } from '../policy.ts';
import { findHamlet, lockLiveHousehold, placeOf, residentsOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { carryResidents } from './carry-residents.server.ts';
import { householdEvent } from './change-row.server.ts';
import { makeHead } from './name-head.server.ts';
import { newHouseholdRow, takeHouseholdCodes } from './new-rows.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/**
 * Some people of a household become a household of their own (tách hộ), in the same hamlet or another, with a code of that hamlet.
 * Somebody must stay; when the head goes, a head for those who stay is named. Policy class and who looks after them are not carried.
 */
export const splitHousehold = defineCommand({
  name: 'household.split',
  input: z.object({
    householdId: id,
    residentIds: z.array(id).check(z.minLength(1, words.chooseOne), z.maxLength(50)),
    headId: id,
    /** The head of those who stay; needed when the head goes. */
    remainingHeadId: optionalId,
    /** Relation to the new head, by resident id. */
    relations: z._default(z.record(id, z.enum(relations, words.chooseOne)), {}),
    hamletId: optionalId,
    groupName: optionalLine(60),
    address: optionalLine(200),
    phone: optionalPhone,
  }),
  async load(ctx, input) {
    const household = await lockLiveHousehold(ctx, input.householdId);
    const hamlet = visible(await findHamlet(ctx, input.hamletId ?? household.hamlet_id), (found) =>
      canSeeHousehold(ctx.actor, { hamletId: found.id }),
    );
    return { household, hamlet, residents: await residentsOf(ctx, [household.id]) };
  },
  allow: (actor, { household, hamlet }) =>
    canReshapeHouseholds(actor, [placeOf(household), { hamletId: hamlet.id }]),
  async run(ctx, input, { household, hamlet, residents }) {
    const leaving = residents.filter((resident) => input.residentIds.includes(resident.id));
    const staying = residents.filter(
      (resident) => !leaving.includes(resident) && resident.state === 'living',
    );
    const head = leaving.find((resident) => resident.id === input.headId);
    if (leaving.length !== new Set(input.residentIds).size)
      throw new Problem('input.invalid', { fields: { residentIds: words.notOfHousehold } });
    if (!head || head.state !== 'living')
      throw new Problem('input.invalid', { fields: { headId: words.headMustLive } });
    if (staying.length === 0)
      throw new Problem('input.invalid', { fields: { residentIds: words.someoneStays } });
    if (hamlet.ended) throw new Problem('input.invalid', { fields: { hamletId: words.hamletEnded } });
    const headLeaves = leaving.some((resident) => resident.id === household.head_id);
    if (headLeaves && !staying.some((resident) => resident.id === input.remainingHeadId))
      throw new Problem('input.invalid', { fields: { remainingHeadId: words.newHeadNeeded } });
    const [code = ''] = await takeHouseholdCodes(ctx, hamlet, 1);
    const created = newHouseholdRow(ctx, {
      id: ctx.id(),
      hamlet_id: hamlet.id,
      code,
      group_name: input.groupName,
      address: input.address,
      phone: input.phone,
      head_id: head.id,
      head_name: head.full_name,
    });
    await ctx.tx.insertInto('households').values(created).execute();
    await ctx.emitAll([
      householdEvent('household.registered', created, {
        residentIds: leaving.map((resident) => resident.id),
        code,
        headName: head.full_name,
        splitFrom: { id: household.id, code: household.code, headName: household.head_name },
      }),
      householdEvent('household.split', household, {
        householdIds: [household.id, created.id],
        hamletIds: [household.hamlet_id, hamlet.id],
        names: leaving.map((resident) => resident.full_name),
        to: { id: created.id, code, headName: head.full_name },
      }),
    ]);
    const asked = { ...input.relations };
    for (const [key, relation] of Object.entries(asked)) if (relation === 'head') asked[key] = 'other';
    await carryResidents(ctx, leaving, household, created, { ...asked, [head.id]: 'head' });
    if (headLeaves && input.remainingHeadId !== null) await makeHead(ctx, household, input.remainingHeadId);
    await refreshDerived(ctx, [household.id, created.id]);
    return { id: created.id, code };
  },
});
