import type { Day, Month } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { UnitKind } from './model.ts';

/** An office, an organisation, a school: who works for the plan in its own name (R63, R65–R67). */
export interface UnitTable {
  commune_id: string;
  id: Id;
  name: string;
  kind: UnitKind;
  started_on: Day;
  /** The last day on which it was a unit; null: it is one. */
  ended_on: Day | null;
  /** Whom to call; taken away when the unit ends. */
  contact_name: string | null;
  contact_phone: string | null;
  /** The first month of which it is asked for its pioneers (R64); null: it is not asked. */
  pioneers_from: Month | null;
}

/** An account that acts for a unit. */
export interface UnitPersonTable {
  commune_id: string;
  id: Id;
  unit_id: Id;
  account_id: Id;
  named_by: Id;
  named_at: Date;
  ended_at: Date | null;
}

/** Somebody of a unit's staff who is a member of a team (R67). */
export interface UnitStaffTable {
  commune_id: string;
  id: Id;
  unit_id: Id;
  member_id: Id;
  named_by: Id;
  named_at: Date;
  ended_at: Date | null;
}

/** What a unit declared of a month (người); never changed, the newest stands. */
export interface PioneerCountTable {
  commune_id: string;
  id: Id;
  unit_id: Id;
  month: Month;
  staff: number;
  vneid: number | null;
  services: number | null;
  e_payment: number | null;
  /** Where the office had it from, when it typed it in for the unit. */
  source: string | null;
  declared_by: Id;
  declared_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    units: UnitTable;
    unit_people: UnitPersonTable;
    unit_staff: UnitStaffTable;
    pioneer_counts: PioneerCountTable;
  }
}
