import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { unitRoles } from '#features/units/policy.ts';
import type { Assignee } from '../model/assignee.ts';
import { canGiveTasks, canSeeAllTasks, hamletsLed } from '../policy.ts';

/** Somebody to whom the actor may give work. */
export interface PossibleDoer extends Assignee {
  name: string;
  hamletId: Id | null;
  hamletName: string | null;
}

/**
 * Living teams, their members, units for which somebody acts, and people with an account of the commune, as far as the actor may
 * give them work: the commune's team, units and people first, then by hamlet, teams before members. Nobody for who gives no work. The province and administrators get none.
 */
export async function possibleDoers(ctx: ReadContext): Promise<PossibleDoer[]> {
  if (!canGiveTasks(ctx.actor)) return [];
  const everywhere = canSeeAllTasks(ctx.actor);
  const led = hamletsLed(ctx.actor);
  const { rows } = await sql<PossibleDoer>`
    select d.kind, d.id, d.name, d.hamlet_id as "hamletId", h.name as "hamletName"
      from (
        select 'team' as kind, t.id, t.name, t.hamlet_id, '' as sort_key, 0 as rank
          from teams as t where t.commune_id = ${ctx.communeId} and t.ended_on is null
        union all
        select 'member', m.id, m.full_name, t.hamlet_id, m.sort_key, 3
          from team_members as m
          join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id and t.ended_on is null
         where m.commune_id = ${ctx.communeId} and m.ended_on is null
        union all
        select 'unit', u.id, u.name, null, u.name, 1
          from units as u
         where u.commune_id = ${ctx.communeId} and u.ended_on is null and exists (
           select 1 from unit_people as p
             join accounts as a on a.commune_id = ${ctx.communeId} and a.id = p.account_id and a.disabled_at is null
             join account_roles as r on r.commune_id = ${ctx.communeId} and r.account_id = a.id and r.revoked_on is null
              and r.role = any(${[...unitRoles]}::text[])
            where p.commune_id = ${ctx.communeId} and p.unit_id = u.id and p.ended_at is null)
        union all
        select 'account', a.id, a.full_name, null, a.sort_key, 2
          from accounts as a
         where a.commune_id = ${ctx.communeId} and a.disabled_at is null and exists (
           select 1 from account_roles as r
            where r.commune_id = ${ctx.communeId} and r.account_id = a.id and r.revoked_on is null
              and r.role in ('commune_team_leader', 'culture_social_officer', 'culture_social_head', 'economic_officer',
                             'records_clerk', 'unit', 'public_service_center'))
      ) as d
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = d.hamlet_id
     where ${everywhere} or d.hamlet_id = any(${led}::uuid[])
     order by h.code nulls first, d.rank, d.sort_key, d.id`.execute(ctx.tx);
  return rows;
}
