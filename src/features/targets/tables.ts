import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Json } from '#platform/db/json.ts';

/** A target is data (law 5): versions with dates; the newest version valid on a day counts. */
export interface TargetDefinitionTable {
  commune_id: string;
  id: Id;
  plan_id: Id;
  code: string;
  version: number;
  definition: Json;
  valid_from: Day;
  created_at: Date;
  created_by: Id | null;
  reason: string | null;
}

/** The verdict of each target on each of its subjects that is in the population: true reached, false not, null not known. */
export interface TargetMarkTable {
  commune_id: string;
  target: string;
  subject_id: Id;
  household_id: Id;
  hamlet_id: Id;
  verdict: boolean | null;
  /** The order of the work list: priority first, never contacted first, oldest contact first. */
  priority_rank: number;
  last_contact_on: Day | null;
}

export interface TargetCounterTable {
  commune_id: string;
  hamlet_id: Id;
  target: string;
  population: number;
  reached: number;
  unknown: number;
}

/** The day whose ages, terms and plan year the marks are true for, and which definitions they were made with. */
export interface TargetDayTable {
  commune_id: string;
  marked_on: Day;
  plan_id: Id | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    target_definitions: TargetDefinitionTable;
    target_marks: TargetMarkTable;
    target_counters: TargetCounterTable;
    target_days: TargetDayTable;
  }
}
