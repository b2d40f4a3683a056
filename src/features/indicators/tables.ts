import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Counting } from './model/indicator.ts';
import type { SystemShape } from './model/mapping.ts';

/** What a code means for a span of days. */
export interface IndicatorTable {
  commune_id: string;
  id: Id;
  code: string;
  name: string;
  unit: string;
  /** A FigureCode; null: nothing of the product measures it. */
  numerator: string | null;
  counting: Counting;
  denominator: string | null;
  source: string;
  points: number | null;
  valid_from: Day;
  /** The last day; null: until further notice. */
  valid_to: Day | null;
  kept_by: Id;
  kept_at: Date;
}

/** Another system that takes our figures under codes of its own. */
export interface ReportingSystemTable {
  commune_id: string;
  id: Id;
  name: string;
  shape: SystemShape;
  org_unit: string | null;
  data_set: string | null;
  kept_by: Id;
  kept_at: Date;
}

/** What such a system calls an indicator, for a span of days. */
export interface IndicatorMappingTable {
  commune_id: string;
  id: Id;
  system_id: Id;
  indicator_code: string;
  /** null: decided not to be sent there. */
  their_code: string | null;
  their_name: string | null;
  their_unit: string | null;
  /** Our value times this is theirs. */
  factor: number;
  valid_from: Day;
  /** The last day; null: until further notice. */
  valid_to: Day | null;
  kept_by: Id;
  kept_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    indicators: IndicatorTable;
    reporting_systems: ReportingSystemTable;
    indicator_mappings: IndicatorMappingTable;
  }
}
