import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Json } from '#platform/db/json.ts';
import type { DocumentState } from './model/document-state.ts';
import type { DocumentKind, PaperKind } from './model/kinds.ts';
import type { SettingPart } from './model/settings.ts';

/** An official document (decision 16). */
export interface DocumentTable {
  commune_id: string;
  id: Id;
  kind: DocumentKind;
  state: DocumentState;
  /** What it was drafted of: a plan's id, a period, a year; one draft for each. Null: nothing in particular. */
  about: string | null;
  /** What people typed. */
  content: Json;
  /** Frozen when it is approved: content, settings and names, by value. */
  snapshot: Json | null;
  /** Who wrote in it last: who wrote does not approve. */
  prepared_by: Id;
  approved_by: Id | null;
  approved_at: Date | null;
  returned_by: Id | null;
  returned_at: Date | null;
  return_note: string | null;
  /** As the records clerk gave them ("15/KH-UBND"); never made by the product. */
  number: string | null;
  dated_on: Day | null;
  numbered_by: Id | null;
  issued_by: Id | null;
  issued_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

/** One part of what papers of a kind have in common, from a day on. */
export interface DocumentSettingTable {
  commune_id: string;
  kind: PaperKind;
  part: SettingPart;
  valid_from: Day;
  value: Json;
  kept_by: Id;
  kept_at: Date;
}

/** A signed file of a document. */
export interface DocumentFileTable {
  commune_id: string;
  id: Id;
  document_id: Id;
  name: string;
  bytes: Buffer;
  uploaded_by: Id;
  uploaded_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    documents: DocumentTable;
    document_settings: DocumentSettingTable;
    document_files: DocumentFileTable;
  }
}
