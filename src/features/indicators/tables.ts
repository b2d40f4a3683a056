import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { Counting } from './model/indicator.ts';

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

declare module '#platform/db/tables.ts' {
  interface Tables {
    indicators: IndicatorTable;
  }
}
