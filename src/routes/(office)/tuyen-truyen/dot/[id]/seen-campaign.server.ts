import type { ReadContext } from '#platform/commands/command.server.ts';
import { getCampaign, type Campaign } from '#features/outreach/queries/campaigns.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';

/** The campaign of a page's address; `not_found` for what is no id, too. */
export async function campaignAt(ctx: ReadContext, id: string): Promise<Campaign> {
  if (!isId(id)) throw notFound();
  return getCampaign(ctx, id);
}
