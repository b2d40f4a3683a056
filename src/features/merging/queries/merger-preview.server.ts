import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { canMergeHamlets } from '../policy.ts';

/** What a hamlet has, in numbers: what a merger would carry over. */
export interface HamletHoldings {
  id: Id;
  name: string;
  /** Hộ that live there or are away. */
  households: number;
  /** Người of them. */
  people: number;
  /** Members of its teams. */
  members: number;
  /** Việc, yêu cầu, khó khăn that are open; tổ tự quản and cơ sở that are not closed. */
  tasks: number;
  requests: number;
  obstacles: number;
  groups: number;
  businesses: number;
  /** Điện thoại of the people who work there. */
  phones: number;
}

export interface Candidate {
  id: Id;
  name: string;
  hamletId: Id;
}

export interface MergerPreview {
  hamlets: HamletHoldings[];
  /** Accounts that are head of one of the hamlets, and members that lead one of their teams. */
  heads: Candidate[];
  leaders: Candidate[];
}

/** What merging these hamlets would carry over, in numbers and without anybody's data but the leaders' names. */
export async function mergerPreview(ctx: ReadContext, hamletIds: readonly Id[]): Promise<MergerPreview> {
  visible(ctx.actor, canMergeHamlets);
  const ids = [...hamletIds];
  const { rows } = await sql<HamletHoldings>`
    select h.id, h.name,
           (select count(*)::int from households as x where x.commune_id = h.commune_id and x.hamlet_id = h.id
               and x.merged_into is null and x.state in ('living', 'away')) as households,
           (select count(*)::int from residents as r join households as x on x.commune_id = r.commune_id and x.id = r.household_id
             where r.commune_id = h.commune_id and x.hamlet_id = h.id and x.merged_into is null and x.state in ('living', 'away')
               and r.merged_into is null and r.state = 'living') as people,
           (select count(*)::int from team_members as m join teams as t on t.commune_id = m.commune_id and t.id = m.team_id
             where m.commune_id = h.commune_id and t.hamlet_id = h.id and t.ended_on is null and m.ended_on is null) as members,
           (select count(*)::int from tasks as t where t.commune_id = h.commune_id and t.hamlet_id = h.id
               and t.state not in ('verified', 'cancelled')) as tasks,
           (select count(*)::int from support_requests as s where s.commune_id = h.commune_id and s.hamlet_id = h.id
               and s.state in ('new', 'assigned', 'scheduled')) as requests,
           (select count(*)::int from obstacles as o where o.commune_id = h.commune_id and o.hamlet_id = h.id
               and o.state <> 'confirmed') as obstacles,
           (select count(*)::int from groups as g where g.commune_id = h.commune_id and g.hamlet_id = h.id
               and g.state <> 'closed') as groups,
           (select count(*)::int from businesses as b where b.commune_id = h.commune_id and b.hamlet_id = h.id
               and b.closed_on is null) as businesses,
           (select count(*)::int from devices as d where d.commune_id = h.commune_id and d.revoked_at is null and exists (
               select 1 from account_roles as r where r.commune_id = h.commune_id and r.account_id = d.account_id
                  and r.hamlet_id = h.id and r.revoked_on is null)) as phones
      from hamlets as h
     where h.commune_id = ${ctx.communeId} and h.id = any(${ids}::uuid[]) and h.valid_to is null
     order by h.code`.execute(ctx.tx);
  return { hamlets: rows, ...(await leadingIn(ctx, ids)) };
}

/** Who is head of these hamlets, and who leads their teams. Asks no permission: who calls it has. */
export async function leadingIn(
  ctx: ReadContext,
  hamletIds: readonly Id[],
): Promise<Pick<MergerPreview, 'heads' | 'leaders'>> {
  return { heads: await headsOf(ctx, hamletIds), leaders: await leadersOf(ctx, hamletIds) };
}

async function headsOf(ctx: ReadContext, hamletIds: readonly Id[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.id, a.full_name as name, r.hamlet_id as "hamletId" from account_roles as r
      join accounts as a on a.commune_id = ${ctx.communeId} and a.id = r.account_id and a.disabled_at is null
     where r.commune_id = ${ctx.communeId} and r.role = 'hamlet_head' and r.revoked_on is null
       and r.hamlet_id = any(${[...hamletIds]}::uuid[])
     order by a.sort_key, a.id`.execute(ctx.tx);
  return rows;
}

async function leadersOf(ctx: ReadContext, hamletIds: readonly Id[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select m.id, m.full_name as name, t.hamlet_id as "hamletId" from team_members as m
      join teams as t on t.commune_id = ${ctx.communeId} and t.id = m.team_id and t.ended_on is null
     where m.commune_id = ${ctx.communeId} and m.position = 'leader' and m.ended_on is null
       and t.hamlet_id = any(${[...hamletIds]}::uuid[])
     order by m.sort_key, m.id`.execute(ctx.tx);
  return rows;
}
