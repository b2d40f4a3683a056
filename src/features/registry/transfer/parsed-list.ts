import type { TextEncoding } from '#platform/sheet/workbook.ts';
import type { Birth, PovertyClass, Relation, Residence, Sex } from '../model.ts';
import type { ColumnMapping } from './columns.ts';

/** What a list may state; what it leaves open is null in a ParsedList and becomes 'unknown' in the register. */
export type StatedResidence = Exclude<Residence, 'unknown'>;
export type StatedPoverty = Exclude<PovertyClass, 'unknown'>;

export interface ParsedResident {
  /** The row as Excel counts it, from 1. */
  row: number;
  fullName: string;
  sex: Sex | null;
  birth: Birth | null;
  relation: Relation;
  /** The relation as the list writes it ("con dâu"); null where it says nothing. */
  relationText: string | null;
  /** null: the list does not say. */
  residence: StatedResidence | null;
  phone: string | null;
}

export interface ParsedHousehold {
  sheet: string;
  row: number;
  /** Its place in a list of households (STT), where the list counts them. */
  order: number | null;
  hamlet: string | null;
  /** The number of the household in the commune's own list or book ("Số hộ"). */
  bookNumber: string | null;
  /** Tổ. */
  group: string | null;
  address: string | null;
  /** The household's phone: that of its head. */
  phone: string | null;
  headName: string;
  /** Members as the list states them (người), the head among them. */
  statedSize: number | null;
  /** null: the list does not say. */
  poverty: StatedPoverty | null;
  /** null: the list does not say ("chưa rõ"), which is not no. */
  hasSmartphone: boolean | null;
  note: string | null;
  residents: ParsedResident[];
}

export type WarningCode =
  | 'sheet_hidden'
  | 'rows_hidden'
  | 'header_not_found'
  | 'identity_column_not_read'
  | 'hamlet_missing'
  | 'hamlet_from_sheet_name'
  | 'poverty_not_stated'
  | 'rows_taken_as_households'
  | 'name_missing'
  | 'name_too_long'
  | 'name_without_letters'
  | 'hidden_characters'
  | 'birth_not_understood'
  | 'birth_in_future'
  | 'birth_too_old'
  | 'birth_year_shown_as_date'
  | 'birth_two_digit_year'
  | 'sex_not_understood'
  | 'phone_not_understood'
  | 'phone_several'
  | 'residence_not_understood'
  | 'size_not_understood'
  | 'size_differs'
  | 'total_differs'
  | 'mark_not_understood'
  | 'poor_and_near_poor'
  | 'text_cut'
  | 'head_missing'
  | 'head_twice'
  | 'book_number_repeated'
  | 'duplicate_in_file';

export interface ListWarning {
  sheet: string;
  /** null: it is about the whole sheet or file. */
  row: number | null;
  code: WarningCode;
  /** A Vietnamese sentence for the officer. */
  text: string;
}

export type SkipReason =
  'total' | 'signature' | 'heading' | 'repeated_header' | 'column_numbers' | 'no_name' | 'name_unusable';

export interface SkippedRow {
  sheet: string;
  row: number;
  why: SkipReason;
  /** What stood there, shortened. */
  text: string;
}

export interface ParsedList {
  /** How the text was written; 'tcvn3' and 'vni' mean that it was converted, which the preview asks to confirm. */
  encoding: TextEncoding;
  /** 'households': one row per household, only heads are named. 'persons': one row per person. */
  kind: 'households' | 'persons';
  households: ParsedHousehold[];
  warnings: ListWarning[];
  skipped: SkippedRow[];
  mapping: ColumnMapping;
}
