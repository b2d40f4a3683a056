import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { communeTitle } from './model.ts';
import type { CommuneUnitTable } from './tables.ts';
import { canSeeAllTeams, canSeeTeam } from './policy.ts';

export interface Hamlet {
  id: Id;
  code: string;
  name: string;
}

/** Living hamlets of the commune in Vietnamese order. Names of hamlets are public. */
export async function listHamlets(ctx: ReadContext): Promise<Hamlet[]> {
  return ctx.tx
    .selectFrom('hamlets')
    .select(['id', 'code', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .where('valid_to', 'is', null)
    .orderBy('code')
    .execute();
}

export async function findHamlet(ctx: ReadContext, id: Id): Promise<Hamlet | undefined> {
  return ctx.tx
    .selectFrom('hamlets')
    .select(['id', 'code', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A hamlet for new work: one that is there today. One that was merged into another is not. */
export async function findLivingHamlet(ctx: ReadContext, id: Id): Promise<Hamlet | undefined> {
  return (await listHamlets(ctx)).find((hamlet) => hamlet.id === id);
}

type CommuneNaming = Pick<CommuneUnitTable, 'name' | 'type'>;

export interface Commune {
  code: string;
  name: string;
  type: 'xa' | 'phuong' | 'dac_khu';
  /** "xã Nhơn Mỹ" */
  title: string;
  provinceName: string;
  /** True when all people in it are invented: every page says so. */
  isSample: boolean;
  teamKindName: string;
}

/**
 * The commune of the request as it was called on a day (R93), today unless one is given: by the decision that it was told of, else
 * by the national list; throws nothing: an installed commune exists.
 */
export async function getCommune(ctx: ReadContext, day: Day = ctx.today): Promise<Commune> {
  const row = await ctx.tx
    .selectFrom('installed_communes as i')
    .innerJoin('communes as c', 'c.code', 'i.commune_id')
    .innerJoin('provinces as p', 'p.code', 'c.province_code')
    .select([
      'i.commune_id',
      'i.is_sample',
      'i.team_kind_name',
      'c.name',
      'c.type',
      'p.name as province_name',
      (on) =>
        on
          .selectFrom('communes as t')
          .select(sql<CommuneNaming>`json_build_object('name', t.name, 'type', t.type)`.as('naming'))
          .whereRef('t.code', '=', 'i.commune_id')
          .where('t.valid_from', '<=', day)
          .orderBy('t.valid_from', 'desc')
          .limit(1)
          .as('listed'),
      (on) =>
        on
          .selectFrom('commune_names as n')
          .select(sql<CommuneNaming>`json_build_object('name', n.name, 'type', n.type)`.as('naming'))
          .whereRef('n.commune_id', '=', 'i.commune_id')
          .where('n.valid_from', '<=', day)
          .orderBy('n.valid_from', 'desc')
          .limit(1)
          .as('told'),
    ])
    .where('i.commune_id', '=', ctx.communeId)
    .where('c.valid_from', '<=', ctx.today)
    .where((on) => on.or([on('c.valid_to', 'is', null), on('c.valid_to', '>', ctx.today)]))
    .where((on) => on.or([on('p.valid_to', 'is', null), on('p.valid_to', '>', ctx.today)]))
    .orderBy('c.valid_from', 'desc')
    .executeTakeFirstOrThrow();
  const called = row.told ?? row.listed ?? row;
  return {
    code: row.commune_id,
    name: called.name,
    type: called.type,
    title: communeTitle(called),
    provinceName: row.province_name,
    isSample: row.is_sample,
    teamKindName: row.team_kind_name,
  };
}

/** The day on which the commune began to use the product. */
export async function installedOn(ctx: ReadContext): Promise<Day> {
  const row = await ctx.tx
    .selectFrom('installed_communes')
    .select('installed_at')
    .where('commune_id', '=', ctx.communeId)
    .executeTakeFirstOrThrow();
  return dayOf(row.installed_at);
}

export interface Team {
  id: Id;
  level: 'commune' | 'hamlet';
  hamletId: Id | null;
  hamletName: string | null;
  name: string;
  decisionNumber: string | null;
  decisionOn: Day | null;
  startedOn: Day;
  endedOn: Day | null;
  memberCount: number;
  leaderName: string | null;
}

/** Teams that the actor may see, the commune's first, then by hamlet; ended ones only when asked for. */
export async function listTeams(ctx: ReadContext, options: { ended?: boolean } = {}): Promise<Team[]> {
  const rows = await teamRows(ctx)
    .$if(options.ended !== true, (query) => query.where('t.ended_on', 'is', null))
    .execute();
  return rows.map(toTeam).filter((team) => canSeeTeam(ctx.actor, team));
}

export async function findTeam(ctx: ReadContext, id: Id): Promise<Team | undefined> {
  const row = await teamRows(ctx).where('t.id', '=', id).executeTakeFirst();
  return row && toTeam(row);
}

/** Living hamlets that have no active team (R14); empty for those who do not see all teams. */
export async function listHamletsWithoutTeam(ctx: ReadContext): Promise<Hamlet[]> {
  if (!canSeeAllTeams(ctx.actor)) return [];
  return ctx.tx
    .selectFrom('hamlets as h')
    .select(['h.id', 'h.code', 'h.name'])
    .where('h.commune_id', '=', ctx.communeId)
    .where('h.valid_to', 'is', null)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('teams as t')
            .select('t.id')
            .where('t.commune_id', '=', ctx.communeId)
            .whereRef('t.hamlet_id', '=', 'h.id')
            .where('t.ended_on', 'is', null),
        ),
      ),
    )
    .orderBy('h.code')
    .execute();
}

function teamRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('teams as t')
    .leftJoin('hamlets as h', (join) =>
      join.onRef('h.id', '=', 't.hamlet_id').on('h.commune_id', '=', ctx.communeId),
    )
    .leftJoin(
      (from) =>
        from
          .selectFrom('team_members as m')
          .select((on) => [
            'm.team_id',
            on.fn.countAll<number>().as('members'),
            on.fn.max('m.full_name').filterWhere('m.position', '=', 'leader').as('leader'),
          ])
          .where('m.commune_id', '=', ctx.communeId)
          .where('m.ended_on', 'is', null)
          .groupBy('m.team_id')
          .as('c'),
      (join) => join.onRef('c.team_id', '=', 't.id'),
    )
    .select([
      't.id',
      't.level',
      't.hamlet_id',
      'h.name as hamlet_name',
      't.name',
      't.decision_number',
      't.decision_on',
      't.started_on',
      't.ended_on',
      'c.members',
      'c.leader',
    ])
    .where('t.commune_id', '=', ctx.communeId)
    .orderBy('t.level')
    .orderBy('h.code')
    .orderBy('t.started_on');
}

type TeamRow = Awaited<ReturnType<ReturnType<typeof teamRows>['execute']>>[number];

const toTeam = (row: TeamRow): Team => ({
  id: row.id,
  level: row.level,
  hamletId: row.hamlet_id,
  hamletName: row.hamlet_name,
  name: row.name,
  decisionNumber: row.decision_number,
  decisionOn: row.decision_on,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  memberCount: row.members ?? 0,
  leaderName: row.leader,
});

export interface TeamMember {
  id: Id;
  teamId: Id;
  hamletId: Id | null;
  fullName: string;
  sex: 'male' | 'female' | null;
  phone: string | null;
  organisation:
    | 'hamlet_board'
    | 'youth_union'
    | 'women_union'
    | 'farmers_union'
    | 'veterans_union'
    | 'fatherland_front'
    | 'school'
    | 'police'
    | 'office'
    | 'resident';
  position: 'leader' | 'deputy' | 'member';
  startedOn: Day;
  endedOn: Day | null;
  endReason: string | null;
}

/** Members of a team: leader, deputies, then by given name; those whose term ended last. */
export async function listMembers(ctx: ReadContext, teamId: Id): Promise<TeamMember[]> {
  const rows = await memberRows(ctx).where('m.team_id', '=', teamId).orderBy('m.sort_key').execute();
  const rank = { leader: 0, deputy: 1, member: 2 };
  return rows
    .map(toMember)
    .sort(
      (a, b) =>
        Number(a.endedOn !== null) - Number(b.endedOn !== null) || rank[a.position] - rank[b.position],
    );
}

export async function findMember(ctx: ReadContext, id: Id): Promise<TeamMember | undefined> {
  const row = await memberRows(ctx).where('m.id', '=', id).executeTakeFirst();
  return row && toMember(row);
}

/** Active members who may help in a hamlet: its own team's and the commune team's, by given name. */
export async function listActiveMembersFor(ctx: ReadContext, hamletId: Id): Promise<TeamMember[]> {
  const rows = await memberRows(ctx)
    .where('m.ended_on', 'is', null)
    .where((on) => on.or([on('t.hamlet_id', '=', hamletId), on('t.hamlet_id', 'is', null)]))
    .orderBy('m.sort_key')
    .execute();
  return rows.map(toMember);
}

function memberRows(ctx: ReadContext) {
  return ctx.tx
    .selectFrom('team_members as m')
    .innerJoin('teams as t', (join) =>
      join.onRef('t.id', '=', 'm.team_id').on('t.commune_id', '=', ctx.communeId),
    )
    .selectAll('m')
    .select('t.hamlet_id')
    .where('m.commune_id', '=', ctx.communeId);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number];

const toMember = (row: MemberRow): TeamMember => ({
  id: row.id,
  teamId: row.team_id,
  hamletId: row.hamlet_id,
  fullName: row.full_name,
  sex: row.sex,
  phone: row.phone,
  organisation: row.organisation,
  position: row.position,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  endReason: row.end_reason,
});

/** Communes of a province valid on a day, by name; provinces likewise. For the set-up, before anybody has signed in. */
export async function listProvinces(tx: Tx, today: Day): Promise<{ code: string; name: string }[]> {
  return tx
    .selectFrom('provinces')
    .select(['code', 'name'])
    .where('valid_from', '<=', today)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>', today)]))
    .orderBy('code')
    .execute();
}

export async function listCommunesOf(
  tx: Tx,
  provinceCode: string,
  today: Day,
): Promise<{ code: string; name: string; type: 'xa' | 'phuong' | 'dac_khu' }[]> {
  return tx
    .selectFrom('communes')
    .select(['code', 'name', 'type'])
    .where('province_code', '=', provinceCode)
    .where('valid_from', '<=', today)
    .where((on) => on.or([on('valid_to', 'is', null), on('valid_to', '>', today)]))
    .orderBy('name_folded')
    .execute();
}
