import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Json } from '#platform/db/json.ts';
import type { ReminderDay } from './model/reminder.ts';
import type { RemarkSubject } from './model/remarks.ts';
import type { VisitCheckResult } from '#features/visits/model/plausible.ts';
import type { CommuneState } from './model/commune-state.ts';

export interface ReportTemplateTable {
  commune_id: string;
  id: Id;
  kind: 'hamlet' | 'office' | 'commune' | 'asked';
  version: number;
  definition: Json;
  valid_from: Day;
  created_at: Date;
}

/** A form that is being edited, one of a kind. */
export interface ReportTemplateDraftTable {
  commune_id: string;
  id: Id;
  kind: 'hamlet' | 'office' | 'commune';
  definition: Json;
  /** The version it began from. */
  based_on: Id;
  begun_by: Id;
  begun_at: Date;
  updated_at: Date;
}

export interface ReportTable {
  commune_id: string;
  id: Id;
  kind: 'hamlet' | 'office';
  /** Null: the commune's own. */
  hamlet_id: Id | null;
  /** PeriodKey. */
  period: string;
  starts_on: Day;
  ends_on: Day;
  version: number;
  template_id: Id;
  state: 'draft' | 'submitted' | 'returned' | 'accepted' | 'locked' | 'superseded';
  /** What people wrote, by section; what is not here is drafted from the figures. */
  narrative: Json;
  /** Frozen at submission: figures, narrative, names, definitions (R83). */
  snapshot: Json | null;
  cutoff_at: Date | null;
  submitted_by: Id | null;
  submitted_at: Date | null;
  /** The first time that this period was sent, and the day it was due: sending it again, or a new version, is not late for that. */
  first_submitted_at: Date | null;
  due_on: Day | null;
  decided_by: Id | null;
  decided_at: Date | null;
  decision_note: string | null;
  created_at: Date;
  updated_at: Date;
}

/** A holiday, or a weekend that is worked in exchange. */
export interface DayOffTable {
  commune_id: string;
  day: Day;
  kind: 'off' | 'working';
  name: string;
}

/** A later due day for a hamlet, or for all (null). */
export interface ReportExtensionTable {
  commune_id: string;
  id: Id;
  period: string;
  hamlet_id: Id | null;
  due_on: Day;
  reason: string;
  granted_by: Id;
  granted_at: Date;
}

/** A visit that somebody goes to ask about again. */
export interface ReportSampleTable {
  commune_id: string;
  id: Id;
  report_id: Id;
  visit_id: Id;
  drawn_by: Id;
  drawn_at: Date;
  result: VisitCheckResult | null;
  note: string | null;
  checked_by: Id | null;
  checked_at: Date | null;
}

/** A reminder that somebody got of a period that the hamlet owes. */
export interface ReportReminderTable {
  commune_id: string;
  id: Id;
  /** PeriodKey. */
  period: string;
  hamlet_id: Id;
  /** The due day that held then, from which `day` counts. */
  due_on: Day;
  day: ReminderDay;
  account_id: Id;
  made_at: Date;
  seen_at: Date | null;
}

/** Words beside a figure or section of a report. */
export interface ReportRemarkTable {
  commune_id: string;
  id: Id;
  report_id: Id;
  subject: RemarkSubject;
  code: string;
  /** Null: an explanation that the figure itself asked for. */
  question: string | null;
  asked_by: Id | null;
  asked_at: Date;
  /** Null: still with the reader. */
  sent_at: Date | null;
  answer: string | null;
  answered_by: Id | null;
  answered_at: Date | null;
}

export interface CommuneReportTable {
  commune_id: string;
  id: Id;
  /** PeriodKey. */
  period: string;
  starts_on: Day;
  ends_on: Day;
  version: number;
  office_template_id: Id;
  commune_template_id: Id;
  state: CommuneState;
  narrative: Json;
  /** Frozen when the head of the office approves. */
  snapshot: Json | null;
  cutoff_at: Date | null;
  prepared_by: Id;
  office_approved_by: Id | null;
  office_approved_at: Date | null;
  leader_approved_by: Id | null;
  leader_approved_at: Date | null;
  returned_by: Id | null;
  returned_at: Date | null;
  return_note: string | null;
  /** Of the office's report to the People's Committee, and of the Committee's to the province: by the records clerk. */
  office_number: string | null;
  office_dated_on: Day | null;
  commune_number: string | null;
  commune_dated_on: Day | null;
  distribution: Json<string[]> | null;
  issued_by: Id | null;
  issued_at: Date | null;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** A thematic or ad-hoc report that hamlets are asked for. */
export interface ReportCallTable {
  commune_id: string;
  id: Id;
  /** PeriodKey. */
  period: string;
  title: string;
  note: string | null;
  starts_on: Day;
  ends_on: Day;
  due_on: Day;
  template_id: Id;
  asked_by: Id;
  asked_at: Date;
  cancelled_at: Date | null;
}

export interface ReportCallHamletTable {
  commune_id: string;
  call_id: Id;
  hamlet_id: Id;
}

export interface ReportRequestTable {
  commune_id: string;
  id: Id;
  report_id: Id;
  unit_id: Id;
  unit_name: string;
  asked: Json;
  due_on: Day;
  state: 'asked' | 'sent';
  texts: Json;
  figures: Json;
  /** Where the office had it from, when it typed it in for the unit. */
  source: string | null;
  filled_by: Id | null;
  sent_at: Date | null;
  return_note: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface CommuneReportFileTable {
  commune_id: string;
  id: Id;
  report_id: Id;
  document: 'office' | 'commune';
  name: string;
  bytes: Buffer;
  uploaded_by: Id;
  uploaded_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    report_templates: ReportTemplateTable;
    report_template_drafts: ReportTemplateDraftTable;
    reports: ReportTable;
    days_off: DayOffTable;
    report_extensions: ReportExtensionTable;
    report_samples: ReportSampleTable;
    report_reminders: ReportReminderTable;
    report_remarks: ReportRemarkTable;
    commune_reports: CommuneReportTable;
    report_calls: ReportCallTable;
    report_call_hamlets: ReportCallHamletTable;
    report_requests: ReportRequestTable;
    commune_report_files: CommuneReportFileTable;
  }
}
