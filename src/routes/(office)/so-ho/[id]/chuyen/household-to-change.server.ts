import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { canEditHousehold, canReshapeHouseholds } from '#features/registry/policy.ts';
import type { HouseholdPage } from '#features/registry/queries/household-page.server.ts';
import { householdAt } from '../../seen-household.server.ts';

/** A household that goes on and that the actor may correct. */
export async function householdToCorrect(ctx: ReadContext, id: string): Promise<HouseholdPage> {
  return visible(
    await householdAt(ctx, id),
    ({ place, mergedInto }) => mergedInto === null && canEditHousehold(ctx.actor, place),
  );
}

/** A household that goes on and that the actor may move, split and merge. */
export async function householdToReshape(ctx: ReadContext, id: string): Promise<HouseholdPage> {
  return visible(
    await householdAt(ctx, id),
    ({ place, mergedInto }) => mergedInto === null && canReshapeHouseholds(ctx.actor, [place]),
  );
}
