import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Held } from './held-by.server.ts';

/** A member who may take over, and what they have in hand already. */
export interface HeirMember {
  id: Id;
  name: string;
  /** Null: the commune's team, whose members go to every hamlet. */
  hamletId: Id | null;
  /** Null: without an account, and so without a voice about obstacles. */
  accountId: Id | null;
  /** Households that they help or look after (hộ). */
  households: number;
}

/** The active members of the teams whose work the member has in hand, and of the commune's, without the member. */
export async function heirsOf(ctx: ReadContext, held: Held): Promise<HeirMember[]> {
  const hamlets = [
    held.member.hamletId,
    ...[...held.homes, ...held.tasks, ...held.requests, ...held.obstacles].map((one) => one.hamletId),
  ].filter((id): id is Id => id !== null);
  const { rows } = await sql<HeirMember>`
    select m.id, m.full_name as name, t.hamlet_id as "hamletId",
           (select a.id from accounts as a where a.commune_id = ${ctx.communeId} and a.member_id = m.id and a.disabled_at is null
              and exists (select 1 from account_roles as r where r.commune_id = ${ctx.communeId} and r.account_id = a.id
                            and r.revoked_on is null) limit 1) as "accountId",
           (select count(*)::int from households as h where h.commune_id = ${ctx.communeId} and h.merged_into is null
              and h.state in ('living', 'away') and (h.responsible_member_id = m.id or exists (
                select 1 from helper_assignments as g where g.commune_id = ${ctx.communeId} and g.household_id = h.id
                   and g.member_id = m.id and g.ended_on is null))) as households
      from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id and t.ended_on is null
     where m.commune_id = ${ctx.communeId} and m.ended_on is null and m.id <> ${held.member.id}
       and m.started_on <= ${ctx.today} and (t.hamlet_id is null or t.hamlet_id = any(${hamlets}::uuid[]))
     order by t.hamlet_id is null, m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}

/** Whether somebody may take over what lies in a hamlet (null: the commune). */
export const reaches = (heir: Pick<HeirMember, 'hamletId'>, hamletId: Id | null): boolean =>
  heir.hamletId === null || hamletId === null || heir.hamletId === hamletId;
