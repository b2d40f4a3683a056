import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Waiting } from '#platform/feature.server.ts';
import type { Day } from '#shared/calendar.ts';
import { fewNames } from '#shared/few-names.ts';
import type { Id } from '#shared/ids.ts';
import { memberLeft } from '#features/visits/words.ts';
import { canHandOver } from './policy.ts';
import { waiting as words } from './words.ts';

/** For who may hand over: members whose term has ended while something of theirs still hangs. */
export async function leavingWaiting(ctx: ReadContext): Promise<Waiting[]> {
  const may = ctx.actor.grants.some(
    ({ role }) => role === 'culture_social_officer' || role === 'hamlet_head',
  );
  if (!may) return [];
  const left = (await membersWhoLeft(ctx)).filter((one) =>
    canHandOver(ctx.actor, { memberId: one.id, hamletId: one.hamlet_id }),
  );
  const [first] = left;
  return [
    {
      key: 'leaving',
      href: first ? `/to/${first.team_id}/thanh-vien/${first.id}/ban-giao` : '/to',
      count: left.length,
      text: words.left,
      detail: fewNames(
        left.map((one) => one.full_name),
        'người',
      ),
      tone: 'hot',
      since: first?.ended_on ?? null,
    },
  ];
}

async function membersWhoLeft(ctx: ReadContext) {
  const { rows } = await sql<{ id: Id; team_id: Id; full_name: string; hamlet_id: Id | null; ended_on: Day }>`
    select m.id, m.team_id, m.full_name, t.hamlet_id, m.ended_on
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id
     where m.commune_id = ${ctx.communeId} and m.ended_on is not null
       and (exists (select 1 from households as h where h.commune_id = ${ctx.communeId} and h.responsible_member_id = m.id
                       and h.merged_into is null and h.state in ('living', 'away'))
         or exists (select 1 from tasks as k where k.commune_id = ${ctx.communeId} and k.assignee_id = m.id
                       and k.state not in ('verified', 'cancelled'))
         or exists (select 1 from support_requests as s where s.commune_id = ${ctx.communeId} and s.member_id = m.id
                       and s.state in ('new', 'assigned', 'scheduled'))
         or exists (select 1 from helper_assignments as a
                      join households as h on h.commune_id = ${ctx.communeId} and h.id = a.household_id
                     where a.commune_id = ${ctx.communeId} and a.member_id = m.id and a.end_reason = ${memberLeft}
                       and h.merged_into is null and h.state in ('living', 'away')
                       and not exists (select 1 from helper_assignments as later where later.commune_id = ${ctx.communeId}
                                          and later.household_id = a.household_id and later.id <> a.id and later.recorded_at >= a.end_recorded_at))
         or exists (select 1 from obstacles as o join accounts as c on c.commune_id = ${ctx.communeId} and c.member_id = m.id
                     where o.commune_id = ${ctx.communeId} and coalesce(o.spoken_by, o.raised_by) = c.id
                       and o.state <> 'confirmed'))
     order by m.ended_on, m.id`.execute(ctx.tx);
  return rows;
}
