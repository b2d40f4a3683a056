import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { HouseholdPage, PageResident } from '#features/registry/queries/household-page.server.ts';
import { canEditHousehold } from '#features/registry/policy.ts';
import { householdAt } from '../../seen-household.server.ts';

/** A person of a household that the actor may correct; `not_found` otherwise, and when the person is of another household. */
export async function personAt(
  ctx: ReadContext,
  params: { id: string; nguoi: string },
): Promise<{ household: HouseholdPage; person: PageResident }> {
  const household = visible(
    await householdAt(ctx, params.id),
    ({ place, mergedInto }) => mergedInto === null && canEditHousehold(ctx.actor, place),
  );
  const person = visible(
    household.residents.find((one) => one.id === params.nguoi),
    () => true,
  );
  return { household, person };
}
