import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { carryRows, type Merging } from '#features/org/commands/merge-hamlets.server.ts';

/**
 * The tasks of merged hamlets go on in the one that goes on, with the same doers; what a team has to do whose members joined
 * another is that team's. Returns how many (việc).
 */
export async function carryTasks(ctx: WriteContext, merging: Merging): Promise<number> {
  const rows = await carryRows(ctx, merging, 'task', 'tasks');
  await sql`
    update tasks as t set assignee_id = own.id
      from teams as ended
      join teams as own on own.commune_id = ${ctx.communeId} and own.hamlet_id = ${merging.into.id}
       and own.ended_on is null and not own.beside
     where t.commune_id = ${ctx.communeId} and t.id = any(${rows.map(({ id }) => id)}::uuid[]) and t.assignee_kind = 'team'
       and ended.commune_id = ${ctx.communeId} and ended.id = t.assignee_id and ended.ended_on is not null`.execute(
    ctx.tx,
  );
  return rows.length;
}
