import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { ActivityGroup } from './model/activity.ts';
import type { CallState } from './model/call.ts';
import type { CommendationState, CommendedKind } from './model/commendation.ts';
import type { GoalReach, Measure, MovementState } from './model/movement.ts';

export interface EmulationMovementTable {
  commune_id: string;
  id: Id;
  name: string;
  purpose: string;
  organiser: string;
  starts_on: Day;
  ends_on: Day;
  state: MovementState;
  state_note: string | null;
  created_by: Id;
  created_at: Date;
  launched_at: Date | null;
  closed_at: Date | null;
  cancelled_at: Date | null;
}

/** A hamlet that takes part; none: the whole commune. */
export interface EmulationHamletTable {
  commune_id: string;
  movement_id: Id;
  hamlet_id: Id;
}

export interface EmulationGoalTable {
  commune_id: string;
  movement_id: Id;
  measure: Measure;
  reach: GoalReach;
  goal: number;
}

/** A joint activity. A correction names the row that it replaces; a cancellation is such a row with void = true (law 4). */
export interface EmulationActivityTable {
  commune_id: string;
  id: Id;
  movement_id: Id;
  /** Null: the whole commune. */
  hamlet_id: Id | null;
  held_on: Day;
  place: string;
  work: string;
  recorded_at: Date;
  recorded_by: Id;
  replaces: Id | null;
  void: boolean;
  reason: string | null;
}

export interface EmulationActivityMemberTable {
  commune_id: string;
  activity_id: Id;
  member_id: Id;
}

/** People of a unit who took part, in numbers only. */
export interface EmulationActivityGroupTable extends Pick<ActivityGroup, 'teachers' | 'pupils' | 'others'> {
  commune_id: string;
  activity_id: Id;
  position: number;
  unit_name: string;
}

export interface EmulationCallTable {
  commune_id: string;
  id: Id;
  movement_id: Id;
  unit_name: string;
  account_id: Id | null;
  called_by: Id;
  called_at: Date;
  state: CallState;
  /** Who takes part (người); null: not said. */
  people: number | null;
  answer: string | null;
  source: string | null;
  first_answered_at: Date | null;
  answered_at: Date | null;
  answered_by: Id | null;
  withdrawn_at: Date | null;
}

export interface EmulationCallHamletTable {
  commune_id: string;
  call_id: Id;
  hamlet_id: Id;
}

export interface EmulationCommendationTable {
  commune_id: string;
  id: Id;
  movement_id: Id;
  kind: CommendedKind;
  hamlet_id: Id | null;
  member_id: Id | null;
  call_id: Id | null;
  /** What the ranking said when it was proposed; a unit has only the people that it brought. */
  measure: Measure | null;
  figure: number | null;
  whole: number | null;
  rank: number | null;
  reason: string;
  state: CommendationState;
  proposed_by: Id;
  proposed_at: Date;
  decided_by: Id | null;
  decided_at: Date | null;
  decision_note: string | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    emulation_movements: EmulationMovementTable;
    emulation_hamlets: EmulationHamletTable;
    emulation_goals: EmulationGoalTable;
    emulation_activities: EmulationActivityTable;
    emulation_activity_members: EmulationActivityMemberTable;
    emulation_activity_groups: EmulationActivityGroupTable;
    emulation_calls: EmulationCallTable;
    emulation_call_hamlets: EmulationCallHamletTable;
    emulation_commendations: EmulationCommendationTable;
  }
}
