import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { sortKey } from '#shared/fold.ts';
import { canSeeHousehold } from '../policy.ts';

/** The neighbourhood groups (tổ) that households of a hamlet name, 2 before 10. Throws `not_found` for a hamlet that the actor may not see. */
export async function listGroups(ctx: ReadContext, hamletId: Id): Promise<string[]> {
  if (!canSeeHousehold(ctx.actor, { hamletId })) throw notFound();
  const rows = await ctx.tx
    .selectFrom('households')
    .select('group_name')
    .distinct()
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', '=', hamletId)
    .where('merged_into', 'is', null)
    .where('group_name', 'is not', null)
    .execute();
  return rows
    .map((row) => row.group_name ?? '')
    .sort((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0));
}

const key = (name: string) => sortKey(name.replace(/\d+/g, (digits) => digits.padStart(6, '0')));
