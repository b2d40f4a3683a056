import type { ReadContext } from '#platform/commands/command.server.ts';

/** Logins that accounts of the commune have, so that a suggestion does not repeat one. Other communes' are not seen. */
export async function takenLogins(ctx: ReadContext): Promise<Set<string>> {
  const rows = await ctx.tx
    .selectFrom('accounts')
    .select('login')
    .where('commune_id', '=', ctx.communeId)
    .execute();
  return new Set(rows.map((row) => row.login));
}
