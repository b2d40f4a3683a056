import type { AttachedType } from '#platform/picture/attached-type.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { AssigneeKind } from './model/assignee.ts';
import type { Priority, Repeats, TaskSource } from './model/task-input.ts';
import type { TaskState } from './model/task-state.ts';

/** Work given to somebody (W8). One row has one doer; a batch is what was given at once. */
export interface TaskTable {
  commune_id: string;
  id: Id;
  batch_id: Id;
  title: string;
  text: string | null;
  source: TaskSource;
  plan_item: string | null;
  /** The target whose missing households it names. */
  target: string | null;
  assignee_kind: AssigneeKind;
  assignee_id: Id;
  /** Where the doer works; null: an account or a unit of the commune, or the commune's team. */
  hamlet_id: Id | null;
  due_on: Day;
  priority: Priority;
  repeats: Repeats;
  /** The task of which this is the next turn. */
  follows: Id | null;
  state: TaskState;
  state_at: Date;
  state_by: Id | null;
  created_by: Id | null;
  created_at: Date;
}

export interface TaskCheckTable {
  commune_id: string;
  task_id: Id;
  position: number;
  text: string;
  done_at: Date | null;
  done_by: Id | null;
}

export interface TaskCommentTable {
  commune_id: string;
  id: Id;
  task_id: Id;
  text: string;
  written_at: Date;
  written_by: Id | null;
}

/** A household of a task that was made from a target's gap. */
export interface TaskHouseholdTable {
  commune_id: string;
  task_id: Id;
  household_id: Id;
}

/** A file that shows what was done. */
export interface TaskEvidenceTable {
  commune_id: string;
  id: Id;
  task_id: Id;
  name: string;
  media_type: AttachedType;
  bytes: Buffer;
  uploaded_by: Id;
  uploaded_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    tasks: TaskTable;
    task_checks: TaskCheckTable;
    task_comments: TaskCommentTable;
    task_households: TaskHouseholdTable;
    task_evidence: TaskEvidenceTable;
  }
}
