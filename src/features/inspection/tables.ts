import type { Json } from '#platform/db/json.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Question } from './model/checklist.ts';
import type { InspectionKind, InspectionState } from './model/inspection-state.ts';
import type { FrozenFigures } from './model/known-figures.ts';
import type { Result } from './model/inputs.ts';

/** One version of the commune's checklist, never changed. */
export interface InspectionChecklistTable {
  commune_id: string;
  id: Id;
  version: number;
  questions: Json<Question[]>;
  /** Null: the product's own list. */
  kept_by: Id | null;
  kept_at: Date;
}

/** An inspection of a hamlet (R56, W20). */
export interface InspectionTable {
  commune_id: string;
  id: Id;
  batch_id: Id;
  hamlet_id: Id;
  kind: InspectionKind;
  planned_on: Day;
  note: string | null;
  checklist_id: Id;
  /** Codes of the questions that are asked. */
  topics: Json<string[]>;
  state: InspectionState;
  held_on: Day | null;
  /** When it was written down that it was held: a report's cut-off asks for this. */
  held_at: Date | null;
  figures: Json<FrozenFigures> | null;
  conclusion: string | null;
  closed_on: Day | null;
  /** Why it was cancelled. */
  reason: string | null;
  created_by: Id;
  created_at: Date;
}

/** Somebody who goes. */
export interface InspectionPersonTable {
  commune_id: string;
  inspection_id: Id;
  account_id: Id;
}

export interface InspectionResultTable {
  commune_id: string;
  inspection_id: Id;
  code: string;
  result: Result;
  remark: string | null;
}

/** "Tồn tại": found, to be put right by a day, closed by a word. */
export interface InspectionFindingTable {
  commune_id: string;
  id: Id;
  inspection_id: Id;
  /** Of which question; null: of none. */
  code: string | null;
  text: string;
  remedy: string;
  due_on: Day;
  task_id: Id | null;
  state: 'open' | 'closed';
  found_by: Id;
  found_on: Day;
  found_at: Date;
  closed_by: Id | null;
  closed_on: Day | null;
  closed_at: Date | null;
  closing_word: string | null;
}

/** What the hamlet says to a finding; never changed. */
export interface InspectionAnswerTable {
  commune_id: string;
  id: Id;
  finding_id: Id;
  text: string;
  written_by: Id;
  written_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    inspection_checklists: InspectionChecklistTable;
    inspections: InspectionTable;
    inspection_people: InspectionPersonTable;
    inspection_results: InspectionResultTable;
    inspection_findings: InspectionFindingTable;
    inspection_answers: InspectionAnswerTable;
  }
}
