import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Satisfaction, SupportChannel, SupportPlace, SupportState, Urgency } from './model.ts';

/** "Yêu cầu hỗ trợ" as it stands (R43, R103, W9). */
export interface SupportRequestTable {
  commune_id: string;
  id: Id;
  hamlet_id: Id;
  channel: SupportChannel;
  household_id: Id | null;
  resident_id: Id | null;
  person_name: string;
  phone: string | null;
  platform: string | null;
  topic: string | null;
  place: SupportPlace;
  /** The self-managed group whose point it is. */
  group_id: Id | null;
  urgency: Urgency;
  state: SupportState;
  state_on: Day;
  due_on: Day;
  member_id: Id | null;
  scheduled_on: Day | null;
  scheduled_at: string | null;
  /** The visit in which the guidance stands. */
  visit_id: Id | null;
  satisfaction: Satisfaction | null;
  /** Null: a citizen asked without an account. */
  raised_by: Id | null;
  raised_on: Day;
  note: string | null;
  steps: number;
}

/** One step, never changed. */
export interface SupportStepTable {
  commune_id: string;
  request_id: Id;
  seq: number;
  step: SupportState | 'rated';
  state: SupportState;
  member_id: Id | null;
  scheduled_on: Day | null;
  due_on: Day;
  note: string | null;
  done_by: Id | null;
  done_on: Day;
  recorded_at: Date;
}

/** Days by urgency, from a day on. */
export interface SupportClockTable {
  commune_id: string;
  id: Id;
  urgent_days: number;
  soon_days: number;
  ordinary_days: number;
  valid_from: Day;
  kept_by: Id;
  kept_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    support_requests: SupportRequestTable;
    support_steps: SupportStepTable;
    support_clocks: SupportClockTable;
  }
}
