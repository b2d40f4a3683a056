import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { withMerged } from '../facts.server.ts';
import type { GuidanceOutcome } from '../model/guidance.ts';
import { canSeeVisits } from '../policy.ts';
import { getLivingPlace } from './place.server.ts';
import { getPlacedVisit } from './visit-place.server.ts';

/** One version of a visit, with the names that people read. */
export interface VisitVersion {
  id: Id;
  on: Day;
  at: Date;
  recordedAt: Date;
  recordedBy: { accountId: Id; fullName: string | null };
  /** The team member whose visit it is; null when an officer paid it. */
  member: { id: Id; fullName: string } | null;
  form: string;
  met: 'someone' | 'nobody';
  metResidents: { id: Id; fullName: string }[];
  need: string | null;
  topics: string[];
  guidances: { resident: { id: Id; fullName: string } | null; platform: string; outcome: GuidanceOutcome }[];
  nextStep: string | null;
  nextOn: Day | null;
  note: string | null;
  minutes: number | null;
  isVoid: boolean;
}

/** A visit as it stands, with the versions that it replaced, newest first. Its id is that of the newest version. */
export interface Visit extends VisitVersion {
  householdId: Id;
  /** The hamlet of the household at the time. */
  hamletId: Id;
  history: VisitVersion[];
}

/**
 * The time line of a household, newest first, with the visits of doubles that were merged into it; withdrawn ones and
 * corrections are in it. Throws `not_found` when the actor may not see the household or its visits.
 */
export async function listVisitsOf(ctx: ReadContext, householdId: Id): Promise<Visit[]> {
  const place = await getLivingPlace(ctx, householdId);
  if (!canSeeVisits(ctx.actor, place)) throw notFound();
  return visitsOf(ctx, await withMerged(ctx, [place.id]));
}

/** One visit by the id of any of its versions; throws `not_found` when the actor may not see it. */
export async function getVisit(ctx: ReadContext, id: Id): Promise<Visit> {
  const placed = await getPlacedVisit(ctx, id);
  const visits = await visitsOf(ctx, [placed.row.household_id]);
  const visit = visits.find((one) => one.id === id || one.history.some((version) => version.id === id));
  if (!visit) throw notFound();
  return visit;
}

interface Row extends Omit<VisitVersion, 'recordedBy' | 'member'> {
  householdId: Id;
  hamletId: Id;
  replaces: Id | null;
  recordedBy: Id;
  recorderName: string | null;
  memberId: Id | null;
  memberName: string | null;
}

async function visitsOf(ctx: ReadContext, householdIds: readonly Id[]): Promise<Visit[]> {
  const commune = ctx.communeId;
  const { rows } = await sql<Row>`
    select v.id, v.household_id as "householdId", v.hamlet_id as "hamletId", v.visited_on as "on", v.visited_at as "at",
           v.recorded_at as "recordedAt", v.recorded_by as "recordedBy", a.full_name as "recorderName",
           v.member_id as "memberId", t.full_name as "memberName", v.form, v.met, v.need, v.topics,
           v.next_step as "nextStep", v.next_on as "nextOn", v.note, v.minutes, v.replaces, v.void as "isVoid",
           (select coalesce(json_agg(json_build_object('id', r.id, 'fullName', r.full_name) order by r.position, r.id), '[]')
              from residents as r where r.commune_id = ${commune} and r.id = any(v.met_residents)) as "metResidents",
           (select coalesce(json_agg(json_build_object('platform', g.platform, 'outcome', g.outcome, 'resident',
                     case when r.id is not null then json_build_object('id', r.id, 'fullName', r.full_name) end) order by g.id), '[]')
              from guidances as g left join residents as r on r.commune_id = ${commune} and r.id = g.resident_id
             where g.commune_id = ${commune} and g.visit_id = v.id) as guidances
      from visits as v
      left join accounts as a on a.commune_id = ${commune} and a.id = v.recorded_by
      left join team_members as t on t.commune_id = ${commune} and t.id = v.member_id
     where v.commune_id = ${commune} and v.household_id = any(${householdIds}::uuid[])
     order by v.visited_on desc, v.visited_at desc, v.id desc`.execute(ctx.tx);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const replaced = new Set(rows.map((row) => row.replaces));
  return rows
    .filter((row) => !replaced.has(row.id))
    .map((row) => ({
      ...toVersion(row),
      householdId: row.householdId,
      hamletId: row.hamletId,
      history: historyOf(row, byId),
    }));
}

function historyOf(row: Row, byId: ReadonlyMap<Id, Row>): VisitVersion[] {
  const before = row.replaces === null ? undefined : byId.get(row.replaces);
  return before ? [toVersion(before), ...historyOf(before, byId)] : [];
}

function toVersion(row: Row): VisitVersion {
  return {
    id: row.id,
    on: row.on,
    at: row.at,
    recordedAt: row.recordedAt,
    recordedBy: { accountId: row.recordedBy, fullName: row.recorderName },
    member: row.memberId === null ? null : { id: row.memberId, fullName: row.memberName ?? '' },
    form: row.form,
    met: row.met,
    metResidents: row.metResidents,
    need: row.need,
    topics: row.topics,
    guidances: row.guidances,
    nextStep: row.nextStep,
    nextOn: row.nextOn,
    note: row.note,
    minutes: row.minutes,
    isVoid: row.isVoid,
  };
}
