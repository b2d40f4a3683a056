import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { ObstacleKind, ObstacleLevel, ObstacleState, Pillar, Severity } from './model.ts';

/** "Khó khăn, vướng mắc", "kiến nghị" as it stands (R47, R73, W10). */
export interface ObstacleTable {
  commune_id: string;
  id: Id;
  /** Null: the whole commune. */
  hamlet_id: Id | null;
  kind: ObstacleKind;
  pillar: Pillar;
  title: string;
  description: string | null;
  /** Hộ; null: not known. */
  households: number | null;
  severity: Severity;
  level: ObstacleLevel;
  state: ObstacleState;
  state_on: Day;
  /** From which day the clock runs, and the last day in time. */
  clock_from: Day;
  due_on: Day;
  /** What was answered when it was last resolved. */
  answer: string | null;
  /** The last word of the commune's leader. */
  directive: string | null;
  raised_by: Id;
  /** Who says whether it is solved once who raised it has left; null: who raised it. */
  spoken_by: Id | null;
  raised_on: Day;
  /** How many steps are written down. */
  steps: number;
}

export type ObstacleStepKind = ObstacleState | 'corrected' | 'directed' | 'handed_over';

/** One step, never changed: the last by a cut-off says how the obstacle stood then. */
export interface ObstacleStepTable {
  commune_id: string;
  obstacle_id: Id;
  seq: number;
  step: ObstacleStepKind;
  state: ObstacleState;
  level: ObstacleLevel;
  kind: ObstacleKind;
  severity: Severity;
  title: string;
  households: number | null;
  due_on: Day;
  /** The answer, the reason, the directive. */
  note: string | null;
  done_by: Id;
  done_on: Day;
  recorded_at: Date;
}

/** Days by severity, from a day on. */
export interface ObstacleClockTable {
  commune_id: string;
  id: Id;
  severe_days: number;
  moderate_days: number;
  minor_days: number;
  valid_from: Day;
  kept_by: Id;
  kept_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    obstacles: ObstacleTable;
    obstacle_steps: ObstacleStepTable;
    obstacle_clocks: ObstacleClockTable;
  }
}
