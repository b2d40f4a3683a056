import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { familyOn } from '#features/org/queries/hamlet-lives.server.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { asOfNow, withMerged } from '#features/visits/facts.server.ts';
import { canSeeAllVisits, canSeeVisits } from '#features/visits/policy.ts';
import { getLivingPlace } from '#features/visits/queries/place.server.ts';
import { effectiveSessions, outreachContacts } from '../facts.server.ts';
import { canSeeOutreach } from '../policy.ts';
import { getPlacedSession } from './placed-session.server.ts';

/** A session in a list. Households (hộ) are counted, people (người) are guessed; one of the two is null. */
export interface ListedSession {
  id: Id;
  on: Day;
  hamletId: Id | null;
  hamletName: string | null;
  form: string;
  place: string | null;
  topics: string[];
  households: number | null;
  estimatedPeople: number | null;
  recorderName: string | null;
}

export interface SessionKey {
  on: Day;
  id: Id;
}

/**
 * Effective sessions by day, newest first, in pages by key: of a hamlet (and those merged into it) with those of the whole commune, or (hamlet null) all.
 * Throws `not_found` for a hamlet, or a commune, whose sessions the actor may not see.
 */
export async function listOutreach(
  ctx: ReadContext,
  filter: { hamletId: Id | null; from: Day; to: Day; after?: SessionKey | null; limit?: number },
): Promise<{ sessions: ListedSession[]; next: SessionKey | null }> {
  const { hamletId } = filter;
  if (hamletId === null ? !canSeeAllVisits(ctx.actor) : !canSeeOutreach(ctx.actor, { hamletId }))
    throw notFound();
  if (hamletId !== null) found(await findHamlet(ctx, hamletId));
  const family = await familyOn(ctx, hamletId, ctx.today);
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 200);
  const after = filter.after ?? null;
  const { rows } = await sql<ListedSession>`
    select s.id, s.held_on as "on", s.hamlet_id as "hamletId", h.name as "hamletName", s.form, written.place, s.topics,
           s.estimated_people as "estimatedPeople", a.full_name as "recorderName",
           case when s.reach_kind = 'listed' then (
             select count(*)::int from outreach_households as l where l.commune_id = ${ctx.communeId} and l.session_id = s.id)
           end as households
      from ${effectiveSessions({ ...asOfNow(ctx), day: filter.to })} as s
      join outreach_sessions as written on written.commune_id = ${ctx.communeId} and written.id = s.id
      left join hamlets as h on h.commune_id = ${ctx.communeId} and h.id = s.hamlet_id
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = s.recorded_by
     where s.held_on >= ${filter.from}
       ${family === null ? sql`` : sql`and (s.hamlet_id = any(${[...family]}::uuid[]) or s.hamlet_id is null)`}
       ${after === null ? sql`` : sql`and (s.held_on, s.id) < (${after.on}::date, ${after.id}::uuid)`}
     order by s.held_on desc, s.id desc
     limit ${limit + 1}`.execute(ctx.tx);
  const sessions = rows.slice(0, limit);
  const last = sessions.at(-1);
  return { sessions, next: rows.length > limit && last ? { on: last.on, id: last.id } : null };
}

/** The sessions that named a household, newest first: part of its time line. Throws `not_found` when the actor may not see it. */
export async function listOutreachOf(
  ctx: ReadContext,
  householdId: Id,
): Promise<{ sessionId: Id; on: Day; form: string; place: string | null }[]> {
  const place = await getLivingPlace(ctx, householdId);
  if (!canSeeVisits(ctx.actor, place)) throw notFound();
  const asOf = asOfNow(ctx, await withMerged(ctx, [place.id]));
  const { rows } = await sql<{ sessionId: Id; on: Day; form: string; place: string | null }>`
    select c.session_id as "sessionId", c.held_on as "on", c.form, s.place
      from ${outreachContacts(asOf)} as c
      join outreach_sessions as s on s.commune_id = ${ctx.communeId} and s.id = c.session_id
     order by c.held_on desc, c.session_id desc`.execute(ctx.tx);
  return rows;
}

/** One version of a session in full. */
export interface SessionVersion {
  id: Id;
  on: Day;
  form: string;
  place: string | null;
  topics: string[];
  reach: 'listed' | 'estimated';
  estimatedPeople: number | null;
  note: string | null;
  recordedAt: Date;
  recorderName: string | null;
  isVoid: boolean;
}

/** A session as it stands, its households that the actor may see, and the versions that it replaced, newest first. */
export interface Session extends SessionVersion {
  hamletId: Id | null;
  households: { id: Id; headName: string; hamletId: Id }[];
  history: SessionVersion[];
}

/** One session by the id of any of its versions; throws `not_found` when the actor may not see it. */
export async function getOutreach(ctx: ReadContext, id: Id): Promise<Session> {
  const placed = await getPlacedSession(ctx, id);
  const { rows } = await sql<SessionVersion>`
    with recursive newer (id) as (
      select ${id}::uuid
      union all
      select s.id from newer as n join outreach_sessions as s on s.commune_id = ${ctx.communeId} and s.replaces = n.id
    ), older (id, depth) as (
      select s.id, 0 from newer as n join outreach_sessions as s on s.commune_id = ${ctx.communeId} and s.id = n.id
       where not exists (
         select 1 from outreach_sessions as r where r.commune_id = ${ctx.communeId} and r.replaces = s.id)
      union all
      select s.replaces, o.depth + 1 from older as o
        join outreach_sessions as s on s.commune_id = ${ctx.communeId} and s.id = o.id
       where s.replaces is not null
    )
    select s.id, s.held_on as "on", s.form, s.place, s.topics, s.reach_kind as reach,
           s.estimated_people as "estimatedPeople", s.note, s.recorded_at as "recordedAt",
           a.full_name as "recorderName", s.void as "isVoid"
      from older as o
      join outreach_sessions as s on s.commune_id = ${ctx.communeId} and s.id = o.id
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = s.recorded_by
     order by o.depth`.execute(ctx.tx);
  const [newest, ...history] = rows;
  const session = found(newest);
  const { rows: households } = await sql<{ id: Id; headName: string; hamletId: Id }>`
    select h.id, h.head_name as "headName", h.hamlet_id as "hamletId"
      from ${outreachContacts(asOfNow(ctx))} as c
      join households as h on h.commune_id = ${ctx.communeId} and h.id = c.household_id
     where c.session_id = ${session.id}
     order by h.head_sort_key, h.id`.execute(ctx.tx);
  return {
    ...session,
    hamletId: placed.hamletId,
    households: households.filter((household) => canSeeHousehold(ctx.actor, household)),
    history,
  };
}
