import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { ClassForm, ClassState, TestResult } from './model/training-class.ts';

export interface TrainingTopicTable {
  commune_id: string;
  id: Id;
  name: string;
  summary: string | null;
  /** Codes of the catalogue whose guidance cards are its materials. */
  platforms: string[];
  course_link: string | null;
  /** Months (tháng) after which it is to be repeated; null: never. */
  valid_months: number | null;
  position: number;
  created_at: Date;
  retired_on: Day | null;
}

export interface TrainingClassTable {
  commune_id: string;
  id: Id;
  /** Null: for the whole commune. */
  hamlet_id: Id | null;
  name: string;
  form: ClassForm;
  place: string | null;
  link: string | null;
  trainer: string;
  organiser: string | null;
  held_on: Day;
  /** 'HH:MM' */
  starts_at: string;
  ends_at: string | null;
  roll_member_id: Id | null;
  /** Of ten (điểm). */
  pass_score: number;
  cost_note: string | null;
  note: string | null;
  state: ClassState;
  state_at: Date;
  created_by: Id;
  created_at: Date;
}

export interface TrainingClassTopicTable {
  commune_id: string;
  class_id: Id;
  topic_id: Id;
}

export interface TrainingTraineeTable {
  commune_id: string;
  class_id: Id;
  member_id: Id;
  chosen_by: Id;
  chosen_at: Date;
}

/** Rows are only added: the one that was done last stands. */
export interface TrainingAttendanceTable {
  commune_id: string;
  id: Id;
  class_id: Id;
  member_id: Id;
  attended: boolean;
  done_at: Date;
  recorded_at: Date;
  recorded_by: Id;
}

/** Rows are only added: the last stands. Result null: not taken. */
export interface TrainingResultTable {
  commune_id: string;
  id: Id;
  class_id: Id;
  member_id: Id;
  /** Null: of all topics of the class together, as it was written before each had its own. */
  topic_id: Id | null;
  result: TestResult | null;
  /** Of ten (điểm). */
  score: number | null;
  recorded_at: Date;
  recorded_by: Id;
}

export interface TrainingConfirmationTable {
  commune_id: string;
  id: Id;
  member_id: Id;
  course: string;
  confirmed_on: Day;
  recorded_by: Id;
  recorded_at: Date;
  withdrawn_by: Id | null;
  withdrawn_at: Date | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    training_topics: TrainingTopicTable;
    training_classes: TrainingClassTable;
    training_class_topics: TrainingClassTopicTable;
    training_trainees: TrainingTraineeTable;
    training_attendances: TrainingAttendanceTable;
    training_results: TrainingResultTable;
    training_confirmations: TrainingConfirmationTable;
  }
}
