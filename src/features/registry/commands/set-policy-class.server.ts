import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { PolicyClassInput } from '../model.ts';
import { canSetPolicyClass } from '../policy.ts';
import { lockLiveHousehold, placeOf, residentsOf } from '../queries/registry-rows.server.ts';
import * as words from '../words.ts';
import { changeHousehold, changeResident } from './change-row.server.ts';

/**
 * Restricted (domain/05 §4.2): the class of the social policy with its year and decision, and who of the household is "yếu thế"
 * (never why). Fields that are not sent stay.
 */
export const setPolicyClass = defineCommand({
  name: 'household.set_policy_class',
  input: PolicyClassInput,
  load: (ctx, input) => lockLiveHousehold(ctx, input.householdId),
  allow: (actor, household) => canSetPolicyClass(actor, placeOf(household)),
  async run(ctx, input, household) {
    await changeHousehold(ctx, 'household.policy_class_set', household, {
      ...(input.poverty !== undefined && { poverty: input.poverty }),
      ...(input.povertyYear !== undefined && { poverty_year: input.povertyYear }),
      ...(input.povertyDecision !== undefined && { poverty_decision: input.povertyDecision }),
    });
    if (input.vulnerableIds === undefined) return;
    const residents = await residentsOf(ctx, [household.id]);
    const wanted = new Set(input.vulnerableIds);
    if (input.vulnerableIds.some((id) => !residents.some((resident) => resident.id === id)))
      throw new Problem('input.invalid', { fields: { vulnerableIds: words.notOfHousehold } });
    for (const resident of residents)
      await changeResident(ctx, 'resident.vulnerable_set', resident, household.hamlet_id, {
        vulnerable: wanted.has(resident.id),
      });
  },
});
