import { sql } from 'kysely';
import { Problem } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import type { WriteContext } from './command.server.ts';

/**
 * Append-only rows are corrected by a new row that names the one it replaces (law 4). Locks the version that is to be
 * replaced and answers 'free', or 'again' when this very replacement is already written (the same request twice, P3).
 * Throws `duplicate` when the new id is another row's, and `state.conflict` with `replaced` when somebody else was first.
 */
export async function lockVersion(
  ctx: WriteContext,
  table: 'visits' | 'outreach_sessions' | 'emulation_activities',
  version: { id: Id; newId: Id; replaced: string },
): Promise<'free' | 'again'> {
  const name = sql.table(table);
  await sql`select 1 from ${name} where commune_id = ${ctx.communeId} and id = ${version.id} for update`.execute(
    ctx.tx,
  );
  const { rows } = await sql<{ id: Id; replaces: Id | null }>`
    select id, replaces from ${name}
     where commune_id = ${ctx.communeId} and (id = ${version.newId} or replaces = ${version.id})`.execute(
    ctx.tx,
  );
  const written = rows.find((row) => row.id === version.newId);
  if (written?.replaces === version.id) return 'again';
  if (written) throw new Problem('duplicate');
  if (rows.length > 0) throw new Problem('state.conflict', { message: version.replaced });
  return 'free';
}
