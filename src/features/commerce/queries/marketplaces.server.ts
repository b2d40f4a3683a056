import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { listCatalogue } from '#features/plans/queries.server.ts';

/** The marketplaces of the commune's catalogue that are offered today, in the office's order (R34). */
export async function listMarketplaces(ctx: ReadContext): Promise<{ code: string; name: string }[]> {
  return (await listCatalogue(ctx, 'platform'))
    .filter(({ details }) => details.marketplace === true)
    .map(({ code, name }) => ({ code, name }));
}

/** Whether a code is a marketplace's, also of one that is no longer offered: a phone may tell of it later. */
export async function isMarketplace(ctx: ReadContext, code: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('catalogue_entries')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('kind', '=', 'platform')
    .where('code', '=', code)
    .where(sql<boolean>`details ->> 'marketplace' = 'true'`)
    .executeTakeFirst();
  return row !== undefined;
}
