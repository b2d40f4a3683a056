import type { RequestEvent } from '@sveltejs/kit';
import { runCommand, type ReadContext } from '#platform/commands/command.server.ts';
import { seeHousehold } from '#features/registry/commands/see-restricted.server.ts';
import { getHouseholdPage, type HouseholdPage } from '#features/registry/queries/household-page.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { originOf, showProblem } from '#routes/door.server.ts';

/** The household of the page's address with what the actor may know of it; reading restricted fields is audited. */
export async function seeHouseholdOf(event: RequestEvent): Promise<HouseholdPage> {
  const householdId = event.params['id'] ?? '';
  try {
    if (!isId(householdId)) throw notFound();
    return await runCommand(sharedRuntime().database, seeHousehold, originOf(event), { householdId });
  } catch (cause) {
    return showProblem(cause);
  }
}

/** The household of a page's address without restricted fields; `not_found` for what is no id, too. */
export async function householdAt(ctx: ReadContext, id: string): Promise<HouseholdPage> {
  if (!isId(id)) throw notFound();
  return getHouseholdPage(ctx, id);
}
