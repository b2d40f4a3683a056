import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Json } from '#platform/db/json.ts';
import type { BeforeImport, ImportAction, ImportSummary } from './model/import.ts';
import type { ParsedList } from './transfer/parsed-list.ts';

export interface HouseholdTable {
  commune_id: string;
  id: Id;
  hamlet_id: Id;
  /** Our own short code, and the number in the list that the commune keeps. */
  code: string;
  book_number: string | null;
  /** Tổ (neighbourhood group) within the hamlet. */
  group_name: string | null;
  address: string | null;
  phone: string | null;
  head_id: Id | null;
  head_name: string;
  head_sort_key: string;
  address_sort_key: string;
  /** What a search without diacritics finds: code, head, people, phones, address. */
  search_text: string;
  /** Members as stated by a list that names only the head (người). */
  stated_size: number | null;
  state: 'living' | 'away' | 'moved_out' | 'dissolved';
  state_on: Day;
  has_smartphone: 'yes' | 'no' | 'unknown';
  has_internet: 'yes' | 'no' | 'unknown';
  /** Restricted: the class of the social policy, with year and decision. */
  poverty: 'none' | 'poor' | 'near_poor' | 'escaped_poverty' | 'unknown';
  poverty_year: number | null;
  poverty_decision: string | null;
  /** The team member who looks after this household, if one was named. */
  responsible_member_id: Id | null;
  note: string | null;
  merged_into: Id | null;
  registered_on: Day;
  created_at: Date;
  updated_at: Date;
}

export interface ResidentTable {
  commune_id: string;
  id: Id;
  household_id: Id;
  /** As the register's page orders them. */
  position: number;
  full_name: string;
  name_folded: string;
  sort_key: string;
  sex: 'male' | 'female' | null;
  /** Year-only births are stored as 31/12, month-only as the last day (domain/06 §6.5). */
  birth_date: Day | null;
  birth_precision: 'day' | 'month' | 'year' | null;
  residence: 'permanent' | 'temporary' | 'lodging' | 'absent' | 'unknown';
  relation: 'head' | 'spouse' | 'child' | 'parent' | 'grandparent' | 'grandchild' | 'sibling' | 'other';
  relation_text: string | null;
  phone: string | null;
  has_smartphone: 'yes' | 'no' | 'unknown';
  /** Restricted: belongs to a vulnerable group ("yếu thế"); never which one. */
  vulnerable: boolean;
  state: 'living' | 'died' | 'moved_out';
  state_on: Day;
  merged_into: Id | null;
  created_at: Date;
  updated_at: Date;
}

/** The next household number of each hamlet; locked by who registers (no global sequence, law 7). */
export interface HouseholdNumberTable {
  commune_id: string;
  hamlet_id: Id;
  next_number: number;
}

export interface ImportTable {
  commune_id: string;
  id: Id;
  file_name: string;
  state: 'read' | 'writing' | 'done' | 'failed' | 'undone' | 'dropped';
  /** Rows written so far, of how many (hộ). */
  progress: number;
  total: number;
  /** The file and what was read from it: kept until the import is done or dropped. */
  file: Buffer | null;
  list: Json<ParsedList> | null;
  /** Counts, hamlets, warnings, columns: what the preview shows. */
  summary: Json<ImportSummary>;
  result: Json | null;
  created_by: Id;
  created_at: Date;
  finished_at: Date | null;
  undone_at: Date | null;
}

/** One row per household of the list: first what would happen, after the import what did; then the rows that were left out. */
export interface ImportRowTable {
  commune_id: string;
  import_id: Id;
  position: number;
  sheet: string | null;
  row_number: number | null;
  head_name: string | null;
  hamlet_name: string | null;
  action: ImportAction;
  household_id: Id | null;
  /** The columns as they were, for undoing. */
  before: Json<BeforeImport> | null;
  message: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    households: HouseholdTable;
    residents: ResidentTable;
    household_numbers: HouseholdNumberTable;
    imports: ImportTable;
    import_rows: ImportRowTable;
  }
}
