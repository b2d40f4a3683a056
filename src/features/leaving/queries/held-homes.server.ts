import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { TeamMember } from '#features/org/queries.server.ts';
import { canNameResponsible } from '#features/registry/policy.ts';
import { goesOn, asOfNow } from '#features/visits/facts.server.ts';
import { canAssignHelper } from '#features/visits/policy.ts';
import { memberLeft } from '#features/visits/words.ts';

/** A household that a member helps or looks after. */
export interface HeldHome {
  id: Id;
  headName: string;
  hamletId: Id;
  hamletName: string;
  groupName: string | null;
  isResponsible: boolean;
  /** The assignment; one that ended with the member's term, and that nobody took over since, is still to be handed over. */
  helping: { assignmentId: Id; startedOn: string; everyDays: number; reason: string; isOpen: boolean } | null;
  mayHandOver: boolean;
}

/** The households in which somebody lives, or will again, that the member helps or looks after. */
export async function heldHomes(ctx: ReadContext, member: TeamMember): Promise<HeldHome[]> {
  const { rows } = await sql<Row>`
    with helped as (
      select distinct on (home) a.id, coalesce(m.goes_on, a.household_id) as home, a.started_on, a.every_days, a.reason,
             a.ended_on is null as is_open
        from helper_assignments as a
        left join ${goesOn('households', asOfNow(ctx))} as m on m.id = a.household_id
       where a.commune_id = ${ctx.communeId} and a.member_id = ${member.id}
         and (a.ended_on is null or (a.end_reason = ${memberLeft} and not exists (
           select 1 from helper_assignments as later
            where later.commune_id = ${ctx.communeId} and later.household_id = coalesce(m.goes_on, a.household_id)
              and later.id <> a.id and later.recorded_at >= a.end_recorded_at)))
       order by home, is_open desc, a.started_on desc
    )
    select h.id, h.head_name, h.hamlet_id, e.name as hamlet_name, h.group_name,
           h.responsible_member_id is not distinct from ${member.id} as is_responsible,
           a.id as assignment_id, a.started_on, a.every_days, a.reason, a.is_open
      from households as h
      join hamlets as e on e.commune_id = ${ctx.communeId} and e.id = h.hamlet_id
      left join helped as a on a.home = h.id
     where h.commune_id = ${ctx.communeId} and h.merged_into is null and h.state in ('living', 'away')
       and (a.id is not null or h.responsible_member_id = ${member.id})
     order by e.code, h.group_name nulls last, h.head_sort_key, h.id`.execute(ctx.tx);
  return rows.map((row) => ({
    id: row.id,
    headName: row.head_name,
    hamletId: row.hamlet_id,
    hamletName: row.hamlet_name,
    groupName: row.group_name,
    isResponsible: row.is_responsible,
    helping:
      row.assignment_id === null
        ? null
        : {
            assignmentId: row.assignment_id,
            startedOn: row.started_on,
            everyDays: row.every_days,
            reason: row.reason,
            isOpen: row.is_open,
          },
    mayHandOver:
      canAssignHelper(ctx.actor, { hamletId: row.hamlet_id }) &&
      canNameResponsible(ctx.actor, { hamletId: row.hamlet_id }),
  }));
}

interface Row {
  id: Id;
  head_name: string;
  hamlet_id: Id;
  hamlet_name: string;
  group_name: string | null;
  is_responsible: boolean;
  assignment_id: Id | null;
  started_on: string;
  every_days: number;
  reason: string;
  is_open: boolean;
}
