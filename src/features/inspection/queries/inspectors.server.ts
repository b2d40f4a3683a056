import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { inspectorRoles } from '../policy.ts';

export interface Inspector {
  id: Id;
  name: string;
}

/** Who may be named to go: living accounts of the commune's offices and units, by name. Asks no right: the page asks canKeepInspections. */
export async function possibleInspectors(ctx: ReadContext): Promise<Inspector[]> {
  return ctx.tx
    .selectFrom('accounts as a')
    .select(['a.id', 'a.full_name as name'])
    .where('a.commune_id', '=', ctx.communeId)
    .where('a.disabled_at', 'is', null)
    .where((on) =>
      on.exists(
        on
          .selectFrom('account_roles as r')
          .select('r.role')
          .where('r.commune_id', '=', ctx.communeId)
          .whereRef('r.account_id', '=', 'a.id')
          .where('r.revoked_on', 'is', null)
          .where('r.role', 'in', [...inspectorRoles]),
      ),
    )
    .orderBy('a.sort_key')
    .orderBy('a.id')
    .execute();
}
