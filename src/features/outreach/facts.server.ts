import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { goesOn, type AsOf } from '#features/visits/facts.server.ts';

export interface EffectiveSession {
  id: Id;
  hamlet_id: Id | null;
  form: string;
  held_on: Day;
  topics: string[];
  reach_kind: 'listed' | 'estimated';
  /** A guess (người): shown apart, counted in no target. */
  estimated_people: number | null;
  recorded_at: Date;
  recorded_by: Id;
}

/** Sessions (buổi) that count at a cut-off: not withdrawn, not replaced. `among` does not apply to them. */
export function effectiveSessions(asOf: AsOf): RawBuilder<EffectiveSession> {
  return sql`(
    select s.id, s.hamlet_id, s.form, s.held_on, s.topics, s.reach_kind, s.estimated_people, s.recorded_at, s.recorded_by
      from outreach_sessions as s
     where s.commune_id = ${asOf.communeId} and not s.void
       and s.recorded_at <= ${asOf.recordedBy} and s.held_on <= ${asOf.day}
       and not exists (
         select 1 from outreach_sessions as newer
          where newer.commune_id = ${asOf.communeId} and newer.replaces = s.id
            and newer.recorded_at <= ${asOf.recordedBy}))`;
}

export interface OutreachContact {
  session_id: Id;
  /** The household that goes on when doubles were merged. */
  household_id: Id;
  /** The hamlet of the session; null when it was for the whole commune. */
  hamlet_id: Id | null;
  form: string;
  held_on: Day;
}

/** Households that a session names (T2, T4): one row per session and household. Estimates are not among them. */
export function outreachContacts(asOf: AsOf): RawBuilder<OutreachContact> {
  const among = asOf.among === undefined ? sql`` : sql` and l.household_id = any(${asOf.among}::uuid[])`;
  return sql`(
    select distinct s.id as session_id, coalesce(m.goes_on, l.household_id) as household_id, s.hamlet_id, s.form, s.held_on
      from outreach_households as l
      join ${effectiveSessions(asOf)} as s on s.id = l.session_id and s.reach_kind = 'listed'
      left join ${goesOn('households', asOf)} as m on m.id = l.household_id
     where l.commune_id = ${asOf.communeId}${among})`;
}
