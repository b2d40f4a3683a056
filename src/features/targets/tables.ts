import type { Day, Month } from '#shared/calendar.ts';
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

/** The verdict of each target on each subject that belongs to its population, may belong to it, or is shown beside it. */
export interface TargetMarkTable {
  commune_id: string;
  target: string;
  subject_id: Id;
  /** Null: the subject is a group. */
  household_id: Id | null;
  hamlet_id: Id;
  /** In the population: true yes, false no (only shown beside), null not known. */
  belongs: boolean | null;
  /** True reached, false not, null not known. */
  verdict: boolean | null;
  /** Two bits for each figure beside: 0 outside, 1 left, 2 reached, 3 not known. */
  beside: number;
  /** The order of the work list: priority first, never contacted first, oldest contact first, then by name. */
  priority_rank: number;
  last_contact_on: Day | null;
  sort_key: string;
}

/** Sums of the marks by hamlet; 'T5/from15' is a figure beside T5. */
export interface TargetCounterTable {
  commune_id: string;
  hamlet_id: Id;
  target: string;
  population: number;
  reached: number;
  unknown: number;
  /** Of whom it is not known whether they belong. */
  uncertain: number;
}

/** The day whose ages, terms and plan year the marks are true for, and which plan, definitions and platforms they were made with. */
export interface TargetDayTable {
  commune_id: string;
  marked_on: Day;
  basis: string;
}

/** One earlier count of the counters, about eight weeks old: the pace and the forecast are taken from it. */
export interface TargetBaselineTable {
  commune_id: string;
  hamlet_id: Id;
  target: string;
  counted_on: Day;
  reached: number;
}

/** The figures at the end of a finished month as they were known then. */
export interface TargetMonthTable {
  commune_id: string;
  month: Month;
  hamlet_id: Id;
  target: string;
  population: number;
  reached: number;
  unknown: number;
  uncertain: number;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    target_definitions: TargetDefinitionTable;
    target_marks: TargetMarkTable;
    target_counters: TargetCounterTable;
    target_days: TargetDayTable;
    target_baselines: TargetBaselineTable;
    target_months: TargetMonthTable;
  }
}
