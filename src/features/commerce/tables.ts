import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { BusinessKind, SellingStep } from './model.ts';

/** Who makes or sells something (R34). */
export interface BusinessTable {
  commune_id: string;
  id: Id;
  hamlet_id: Id;
  household_id: Id | null;
  kind: BusinessKind;
  name: string;
  products: string;
  contact_name: string | null;
  note: string | null;
  closed_on: Day | null;
  registered_by: Id;
  registered_on: Day;
}

/** A step that was done or taken back; only added. */
export interface BusinessStepTable {
  commune_id: string;
  id: Id;
  business_id: Id;
  step: SellingStep;
  taken_back: boolean;
  done_on: Day;
  member_id: Id | null;
  /** A code of the catalogue. */
  marketplace: string | null;
  note: string | null;
  recorded_by: Id;
  recorded_at: Date;
}

/** A promise of quality with the text that was signed. */
export interface QualityCommitmentTable {
  commune_id: string;
  id: Id;
  business_id: Id;
  text_version: string;
  text: string;
  signed_on: Day;
  signed_by: string;
  recorded_by: Id;
  recorded_at: Date;
}

/** Technology that is applied in production (R42). */
export interface BusinessTechnologyTable {
  commune_id: string;
  id: Id;
  business_id: Id;
  name: string;
  applied_on: Day;
  note: string | null;
  recorded_by: Id;
  recorded_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    businesses: BusinessTable;
    business_steps: BusinessStepTable;
    quality_commitments: QualityCommitmentTable;
    business_technologies: BusinessTechnologyTable;
  }
}
