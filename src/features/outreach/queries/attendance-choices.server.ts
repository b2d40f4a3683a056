import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';

/** A household that can be ticked on an attendance list. */
export interface AttendanceChoice {
  id: Id;
  headName: string;
  /** Tổ within the hamlet. */
  groupName: string | null;
}

/** The households of a hamlet that live there or are away for long, by the head's given name. Throws `not_found` for who may not see them. */
export async function attendanceChoices(ctx: ReadContext, hamletId: Id): Promise<AttendanceChoice[]> {
  if (!canSeeHousehold(ctx.actor, { hamletId })) throw notFound();
  const rows = await ctx.tx
    .selectFrom('households')
    .select(['id', 'head_name', 'group_name'])
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', '=', hamletId)
    .where('merged_into', 'is', null)
    .where('state', 'in', ['living', 'away'])
    .orderBy('head_sort_key')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, headName: row.head_name, groupName: row.group_name }));
}
