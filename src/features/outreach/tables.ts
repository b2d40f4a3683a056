import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

export interface OutreachSessionTable {
  commune_id: string;
  id: Id;
  /** Null: the whole commune. */
  hamlet_id: Id | null;
  form: string;
  held_on: Day;
  place: string | null;
  topics: string[];
  /** 'listed': the households of outreach_households; 'estimated': people reached by a guess, never counted in targets. */
  reach_kind: 'listed' | 'estimated';
  estimated_people: number | null;
  note: string | null;
  recorded_at: Date;
  recorded_by: Id;
  replaces: Id | null;
  void: boolean;
}

export interface OutreachHouseholdTable {
  commune_id: string;
  session_id: Id;
  household_id: Id;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    outreach_sessions: OutreachSessionTable;
    outreach_households: OutreachHouseholdTable;
  }
}
