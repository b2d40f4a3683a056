import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** "Tổ tự quản công nghệ" (R16–R19, T1) */
export interface GroupTable {
  commune_id: string;
  id: Id;
  hamlet_id: Id;
  name: string;
  place: string;
  place_kind: 'hamlet_office' | 'culture_house' | 'school' | 'home' | 'shop' | 'other';
  opening_hours: string | null;
  /** What people can do and use there (W12). */
  services: string | null;
  equipment: string | null;
  registered_on: Day;
  /** The account that registered it: who registers does not check (separation of duties). */
  registered_by: Id | null;
  state: 'registered' | 'checked' | 'recognised' | 'active' | 'suspended' | 'closed';
  state_on: Day;
  note: string | null;
}

/** Who looks after a group. */
export interface GroupMemberTable {
  commune_id: string;
  id: Id;
  group_id: Id;
  full_name: string;
  sort_key: string;
  role: 'lead' | 'member';
  duty: string | null;
  began_on: Day;
  /** The first day on which they are no longer of the group. */
  ended_on: Day | null;
}

/** What the office found at a group's place; append-only. */
export interface GroupAssessmentTable {
  commune_id: string;
  id: Id;
  group_id: Id;
  assessed_on: Day;
  grade: 'good' | 'fair' | 'weak';
  note: string | null;
  recorded_at: Date;
  recorded_by: Id;
}

/** At which point a visit "Tại điểm hỗ trợ" was, where that is known. */
export interface PointVisitTable {
  commune_id: string;
  visit_id: Id;
  group_id: Id;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    groups: GroupTable;
    group_members: GroupMemberTable;
    group_assessments: GroupAssessmentTable;
    point_visits: PointVisitTable;
  }
}
