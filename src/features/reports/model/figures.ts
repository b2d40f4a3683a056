import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { rateOf } from '#shared/numbers.ts';
import type { FigureCode, FigureKind } from './figure-codes.ts';
import type { Span } from './span.ts';

/** What is wanted of a row: a share of its whole in percent, or a number. */
export type FigureGoal =
  { kind: 'rate'; floor: number; ambition: number | null } | { kind: 'count'; atLeast: number };

/** One row of a report with its values. Null is "not collected", never 0; unknown is apart, never "no". */
export interface ReportFigure {
  /** "B2", "B4.home_visit". */
  code: string;
  /** The letter of its part. */
  part: string;
  title: string;
  unit: string;
  figure: FigureCode | null;
  /** Null while nothing is collected. */
  kind: FigureKind | null;
  /** The outreach form of a row of `contacts_by_form`. */
  form: string | null;
  /** Happened, or reached, in the period; null for what is a state. */
  period: number | null;
  /** Since the plan's first day; of a state: at the end of the period. */
  cumulative: number | null;
  /** The whole that the rate is a part of (hộ, người); null when there is none. */
  population: number | null;
  /** Of the whole, of how many it is not known. */
  unknown: number | null;
  /** Against the period before: of `period`, or of `cumulative` where that is a state. */
  change: number | null;
  goal: FigureGoal | null;
  /** Where the plan's line stands on the report's day: percent of a rate, else a number. Absent in what was sent before lines were kept. */
  planned?: number | null;
  /** Which columns speak of this row. */
  shows: { period: boolean; cumulative: boolean; rate: boolean };
}

export interface ReportFigures {
  span: Span;
  /** Null: the whole commune. */
  hamletId: Id | null;
  /** ISO; what was written down later is not in here. */
  cutoffAt: string;
  /** The day whose ages and states these are. */
  day: Day;
  rows: ReportFigure[];
}

/** Percent of the whole, not rounded; null when there is none or the row has no rate. */
export function rateOfFigure(figure: ReportFigure): number | null {
  return figure.shows.rate ? rateOf(figure.cumulative, figure.population) : null;
}

/** The first row that measures this. */
export function figureOf(rows: readonly ReportFigure[], figure: FigureCode): ReportFigure | undefined {
  return rows.find((row) => row.figure === figure);
}

/** A row whose number today differs from the one that was sent. */
export interface FigureChange {
  code: string;
  title: string;
  unit: string;
  value: 'period' | 'cumulative';
  sent: number | null;
  now: number | null;
}

/** What differs between the figures that were sent and those of the same period now, row by row. */
export function changedFigures(sent: readonly ReportFigure[], now: readonly ReportFigure[]): FigureChange[] {
  const byCode = new Map(now.map((row) => [row.code, row]));
  return sent.flatMap((before) => {
    const after = byCode.get(before.code);
    // A row that nobody counts any more did not change; one that is new was not sent.
    if (!after) return [];
    return (['period', 'cumulative'] as const).flatMap((value) =>
      before[value] === after[value]
        ? []
        : [
            {
              code: before.code,
              title: before.title,
              unit: before.unit,
              value,
              sent: before[value],
              now: after[value],
            },
          ],
    );
  });
}
