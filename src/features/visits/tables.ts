import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { VisitCheckResult } from './model/plausible.ts';

/** Append-only. A correction is a new row that names the one it replaces; a withdrawal is such a row with void = true (law 4). */
export interface VisitTable {
  commune_id: string;
  id: Id;
  household_id: Id;
  /** The hamlet of the household at the time of the visit. */
  hamlet_id: Id;
  visited_on: Day;
  visited_at: Date;
  recorded_at: Date;
  recorded_by: Id;
  member_id: Id | null;
  form: string;
  met: 'someone' | 'nobody';
  met_residents: Id[];
  /** Where the visit began: the person's own need (R8). */
  need: string | null;
  topics: string[];
  next_step: string | null;
  next_on: Day | null;
  note: string | null;
  minutes: number | null;
  replaces: Id | null;
  void: boolean;
}

export interface GuidanceTable {
  commune_id: string;
  id: Id;
  visit_id: Id;
  household_id: Id;
  /** Null: nobody in particular. */
  resident_id: Id | null;
  platform: string;
  outcome: 'installed' | 'activated' | 'practised' | 'declined' | 'absent' | 'no_device';
}

/** What was learned about one person's digital life at one moment. The status is folded: per item the newest answer that is given. 'unknown' takes an earlier answer back; null says nothing about the item. */
export interface DigitalRecordTable {
  commune_id: string;
  id: Id;
  household_id: Id;
  resident_id: Id;
  visit_id: Id | null;
  observed_on: Day;
  recorded_at: Date;
  recorded_by: Id;
  source: 'shown' | 'declared' | 'assumed' | 'import';
  vneid: 'none' | 'installed' | 'activated' | 'unknown' | null;
  dvc_account: 'yes' | 'no' | 'unknown' | null;
  bank_account: 'yes' | 'no' | 'unknown' | null;
  e_payment: 'regular' | 'sometimes' | 'never' | 'unknown' | null;
  health_app: 'yes' | 'no' | 'unknown' | null;
  education_app: 'yes' | 'no' | 'unknown' | null;
  social_app: 'yes' | 'no' | 'unknown' | null;
}

/** The seven items of T6 (R26a–g); null: not checked. */
export interface SkillCheckTable {
  commune_id: string;
  id: Id;
  household_id: Id;
  resident_id: Id;
  checked_on: Day;
  recorded_at: Date;
  recorded_by: Id;
  online_services: boolean | null;
  online_shopping: boolean | null;
  online_payment: boolean | null;
  self_protection: boolean | null;
  other_platform: boolean | null;
  vneid_account: boolean | null;
  dvc_account: boolean | null;
  confirmed_on_vneid: 'yes' | 'no' | 'unknown';
}

export interface HelperAssignmentTable {
  commune_id: string;
  id: Id;
  household_id: Id;
  member_id: Id;
  reason: string;
  /** How often the helper calls, in days. */
  every_days: number;
  started_on: Day;
  ended_on: Day | null;
  end_reason: string | null;
  recorded_at: Date;
  recorded_by: Id;
  /** When the end was written down, so that an older cut-off does not know of it. */
  end_recorded_at: Date | null;
  end_recorded_by: Id | null;
}

/** What was found when somebody asked at the door of a visit again. Added to, never changed; the newest word counts. */
export interface VisitCheckTable {
  commune_id: string;
  id: Id;
  visit_id: Id;
  result: VisitCheckResult;
  checked_by: Id;
  checked_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    visits: VisitTable;
    visit_checks: VisitCheckTable;
    guidances: GuidanceTable;
    digital_records: DigitalRecordTable;
    skill_checks: SkillCheckTable;
    helper_assignments: HelperAssignmentTable;
  }
}
