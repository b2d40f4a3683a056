import { sql, type RawBuilder } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import { type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { getCommune } from '../queries.server.ts';
import { hamletKindOf } from '../model.ts';
import type { MovedSubject } from '../tables.ts';
import { hamletTeamName } from '../words.ts';
import { insertHamlet } from './hamlets.server.ts';

/** A merger that is being done: what ends, in which hamlet it goes on, and from which day. Every room carries its own rows over. */
export interface Merging {
  id: Id;
  ending: readonly Id[];
  into: { id: Id; name: string };
  on: Day;
  teams: 'join' | 'beside';
  headId: Id | null;
  leaderId: Id | null;
  decision: { number: string; on: Day };
}

/** Ends the hamlets on the day and begins the new one, if it is one. The rows of the hamlets are held until commit. */
export async function joinHamlets(
  ctx: WriteContext,
  merger: Omit<Merging, 'into'> & { intoHamletId: Id | null; newName: string | null },
): Promise<Merging> {
  const { intoHamletId, newName, ...rest } = merger;
  const concerned = [...merger.ending, ...(intoHamletId === null ? [] : [intoHamletId])];
  await sql`
    select id from hamlets where commune_id = ${ctx.communeId} and id = any(${concerned}::uuid[])
     order by id for no key update`.execute(ctx.tx);
  const endingNames = await ctx.tx
    .updateTable('hamlets')
    .set({ valid_to: merger.on })
    .where('commune_id', '=', ctx.communeId)
    .where('id', 'in', [...merger.ending])
    .returning(['id', 'name'])
    .execute();
  const id =
    intoHamletId ??
    (await insertHamlet(ctx, {
      name: newName ?? '',
      kind: hamletKindOf(newName ?? ''),
      validFrom: merger.on,
    }));
  await ctx.tx
    .updateTable('hamlets')
    .set({ merged_into: id })
    .where('commune_id', '=', ctx.communeId)
    .where('id', 'in', [...merger.ending])
    .execute();
  const { name } = await ctx.tx
    .selectFrom('hamlets')
    .select('name')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await ctx.emitAll(
    endingNames.map((ended) => ({
      name: 'hamlet.merged',
      hamletId: ended.id,
      subject: 'hamlet',
      subjectId: ended.id,
      data: {
        before: { name: ended.name },
        after: { name },
        into: id,
        validFrom: merger.on,
        decision: merger.decision,
      },
    })),
  );
  return { ...rest, into: { id, name } };
}

/** The teams of the ended hamlets: their members join the team of the one that goes on, or they stay teams beside it (R14). */
export async function carryTeams(ctx: WriteContext, merging: Merging): Promise<{ members: number }> {
  const teams = await ctx.tx
    .selectFrom('teams')
    .select(['id', 'hamlet_id', 'name', 'beside'])
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', 'in', [...merging.ending, merging.into.id])
    .where('ended_on', 'is', null)
    .orderBy('beside')
    .orderBy('started_on')
    .orderBy('id')
    .execute();
  const theirs = teams.filter((team) => team.hamlet_id !== merging.into.id);
  if (theirs.length === 0) return { members: 0 };
  const own = teams.find((team) => team.hamlet_id === merging.into.id && !team.beside);
  if (merging.teams === 'beside') return keepBeside(ctx, merging, theirs, own === undefined);
  const teamId = own?.id ?? (await foundNew(ctx, merging));
  return joinTeam(ctx, merging, theirs, teamId);
}

interface CarriedTeam {
  id: Id;
  hamlet_id: Id | null;
  name: string;
}

async function keepBeside(
  ctx: WriteContext,
  merging: Merging,
  theirs: readonly CarriedTeam[],
  firstLeads: boolean,
): Promise<{ members: number }> {
  const [first] = theirs;
  await ctx.tx
    .updateTable('teams')
    .set({ beside: true })
    .where('commune_id', '=', ctx.communeId)
    .where(
      'id',
      'in',
      theirs.map((team) => team.id),
    )
    .execute();
  await carryRows(ctx, merging, 'team', 'teams', sql`ended_on is null`);
  if (first && firstLeads)
    await ctx.tx
      .updateTable('teams')
      .set({ beside: false })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', first.id)
      .execute();
  await ctx.emitAll(
    theirs.map((team) => ({
      name: 'team.hamlet_merged',
      hamletId: merging.into.id,
      subject: 'team',
      subjectId: team.id,
      data: { before: { hamlet_id: team.hamlet_id }, after: { hamlet_id: merging.into.id }, name: team.name },
    })),
  );
  return { members: await countMembers(ctx, theirs) };
}

async function countMembers(ctx: WriteContext, teams: readonly CarriedTeam[]): Promise<number> {
  const rows = await ctx.tx
    .selectFrom('team_members')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where(
      'team_id',
      'in',
      teams.map((team) => team.id),
    )
    .where('ended_on', 'is', null)
    .execute();
  return rows.length;
}

async function foundNew(ctx: WriteContext, merging: Merging): Promise<Id> {
  const teamId = ctx.id();
  const name = hamletTeamName((await getCommune(ctx)).teamKindName, merging.into.name);
  await ctx.tx
    .insertInto('teams')
    .values({
      commune_id: ctx.communeId,
      id: teamId,
      level: 'hamlet',
      hamlet_id: merging.into.id,
      name,
      decision_number: merging.decision.number,
      decision_on: merging.decision.on,
      started_on: merging.on,
      ended_on: null,
    })
    .execute();
  await ctx.emit({
    name: 'team.founded',
    hamletId: merging.into.id,
    subject: 'team',
    subjectId: teamId,
    data: { after: { name, hamletId: merging.into.id } },
  });
  return teamId;
}

/** The members go over with all that is theirs; one leads, the others who led become deputies; the emptied teams end. */
async function joinTeam(
  ctx: WriteContext,
  merging: Merging,
  theirs: readonly CarriedTeam[],
  teamId: Id,
): Promise<{ members: number }> {
  const members = await ctx.tx
    .selectFrom('team_members')
    .select(['id', 'team_id', 'position', 'full_name'])
    .where('commune_id', '=', ctx.communeId)
    .where('team_id', 'in', [...theirs.map((team) => team.id), teamId])
    .where('ended_on', 'is', null)
    .execute();
  const leaders = members.filter((one) => one.position === 'leader');
  const leader =
    leaders.find((one) => one.id === merging.leaderId) ??
    leaders.find((one) => one.team_id === teamId) ??
    (leaders.length === 1 ? leaders[0] : undefined);
  const stepDown = leaders.filter((one) => one !== leader).map((one) => one.id);
  if (stepDown.length > 0)
    await ctx.tx
      .updateTable('team_members')
      .set({ position: 'deputy' })
      .where('commune_id', '=', ctx.communeId)
      .where('id', 'in', stepDown)
      .execute();
  const going = members.filter((one) => one.team_id !== teamId);
  const hamletOf = new Map(theirs.map((team) => [team.id, team.hamlet_id]));
  if (going.length > 0) {
    await ctx.tx
      .updateTable('team_members')
      .set({ team_id: teamId })
      .where('commune_id', '=', ctx.communeId)
      .where(
        'id',
        'in',
        going.map((one) => one.id),
      )
      .execute();
    await ctx.tx
      .insertInto('hamlet_moves')
      .values(
        going.map((one) => ({
          ...moveOf(ctx, merging, 'team_member'),
          subject_id: one.id,
          from_hamlet_id: hamletOf.get(one.team_id) ?? merging.into.id,
          from_team_id: one.team_id,
        })),
      )
      .execute();
  }
  const became = (one: { id: Id; position: string }) => (stepDown.includes(one.id) ? 'deputy' : one.position);
  await ctx.emitAll(
    members
      .filter((one) => one.team_id !== teamId || stepDown.includes(one.id))
      .map((one) => ({
        name: 'team_member.hamlet_merged',
        hamletId: merging.into.id,
        subject: 'team_member',
        subjectId: one.id,
        data: {
          name: one.full_name,
          before: { team_id: one.team_id, position: one.position },
          after: { team_id: teamId, position: became(one) },
        },
      })),
  );
  await ctx.tx
    .updateTable('teams')
    .set({ ended_on: merging.on })
    .where('commune_id', '=', ctx.communeId)
    .where(
      'id',
      'in',
      theirs.map((team) => team.id),
    )
    .execute();
  await ctx.emitAll(
    theirs.map((team) => ({
      name: 'team.ended',
      hamletId: team.hamlet_id,
      subject: 'team',
      subjectId: team.id,
      data: { endedOn: merging.on, into: teamId },
    })),
  );
  return { members: going.length };
}

const moveOf = (ctx: WriteContext, merging: Merging, subject: MovedSubject) => ({
  commune_id: ctx.communeId,
  merger_id: merging.id,
  subject,
  into_hamlet_id: merging.into.id,
  moved_on: merging.on,
  moved_at: ctx.now,
});

/** Tables whose rows are of a hamlet by their `hamlet_id`. */
export type TableOfHamlets =
  | 'households'
  | 'groups'
  | 'teams'
  | 'tasks'
  | 'support_requests'
  | 'obstacles'
  | 'businesses'
  | 'training_classes'
  | 'inspections';

/**
 * Makes the rows of the ended hamlets rows of the one that goes on, and notes of each where it was, so that every past day
 * still finds it there (`hamletThen`). For the room that owns the table. Gives the rows with the hamlet that they were of.
 */
export async function carryRows(
  ctx: WriteContext,
  merging: Merging,
  subject: MovedSubject,
  table: TableOfHamlets,
  only: RawBuilder<unknown> = sql`true`,
): Promise<{ id: Id; from: Id }[]> {
  const { rows } = await sql<{ id: Id; from: Id }>`
    with was as materialized (
      select id, hamlet_id from ${sql.table(table)}
       where commune_id = ${ctx.communeId} and hamlet_id = any(${[...merging.ending]}::uuid[]) and ${only}
         for no key update
    ), noted as (
      insert into hamlet_moves
        (commune_id, subject_id, merger_id, subject, from_hamlet_id, into_hamlet_id, from_team_id, moved_on, moved_at)
      select ${ctx.communeId}, w.id, ${merging.id}, ${subject}, w.hamlet_id, ${merging.into.id}, null, ${merging.on}, ${ctx.now}
        from was as w
    )
    update ${sql.table(table)} as t set hamlet_id = ${merging.into.id}
      from was as w where t.commune_id = ${ctx.communeId} and t.id = w.id
    returning t.id, w.hamlet_id as "from"`.execute(ctx.tx);
  return rows;
}
