import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { NameHead } from '../model.ts';
import { canEditHousehold } from '../policy.ts';
import {
  lockLiveHousehold,
  placeOf,
  residentsOf,
  type HouseholdRow,
} from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeHousehold, changeResident } from './change-row.server.ts';
import { refreshDerived } from './refresh-derived.server.ts';

/** Makes a person who lives in the household its head; the one before becomes "khác" until somebody writes the relation. */
export const nameHead = defineCommand({
  name: 'household.name_head',
  input: NameHead,
  load: (ctx, input) => lockLiveHousehold(ctx, input.householdId),
  allow: (actor, household) => canEditHousehold(actor, placeOf(household)),
  async run(ctx, input, household) {
    await makeHead(ctx, household, input.residentId);
  },
});

/** Also for splits and merges, whose remaining people need a head. Throws `input.invalid` when the person does not live there. */
export async function makeHead(ctx: WriteContext, household: HouseholdRow, headId: Id): Promise<void> {
  const residents = await residentsOf(ctx, [household.id]);
  const head = residents.find((resident) => resident.id === headId);
  if (!head) throw new Problem('input.invalid', { fields: { residentId: words.notOfHousehold } });
  if (head.state !== 'living')
    throw new Problem('input.invalid', { fields: { residentId: words.headMustLive } });
  for (const resident of residents) {
    if (resident.relation === 'head' && resident.id !== headId)
      await changeResident(ctx, 'resident.corrected', resident, household.hamlet_id, {
        relation: 'other',
        relation_text: null,
      });
  }
  await changeResident(ctx, 'resident.corrected', head, household.hamlet_id, {
    relation: 'head',
    relation_text: null,
  });
  await changeHousehold(
    ctx,
    'household.head_named',
    household,
    { head_id: headId, head_name: head.full_name },
    { headName: head.full_name },
  );
  await refreshDerived(ctx, [household.id]);
}
