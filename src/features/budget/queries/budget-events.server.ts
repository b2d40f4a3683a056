import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { storyOf, type StoryLine } from '#features/accounts/queries/story.server.ts';
import { getEstimate } from './estimates.server.ts';
import { getSettlement } from './settlements.server.ts';
import { getSpend } from './spends.server.ts';

/** What happened to an estimate, oldest first; `not_found` when the actor may not see it. */
export async function listEstimateEvents(ctx: ReadContext, id: Id): Promise<StoryLine[]> {
  return storyOf(ctx, (await getEstimate(ctx, id)).id);
}

/** What happened to a payment. */
export async function listSpendEvents(ctx: ReadContext, id: Id): Promise<StoryLine[]> {
  return storyOf(ctx, (await getSpend(ctx, id)).id);
}

/** What happened to a settlement. */
export async function listSettlementEvents(ctx: ReadContext, id: Id): Promise<StoryLine[]> {
  return storyOf(ctx, (await getSettlement(ctx, id)).id);
}
