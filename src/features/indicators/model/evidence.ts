import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { rateOf } from '#shared/numbers.ts';
import { sumFigure, type SumRow } from '#features/reports/model/commune-sum.ts';
import type { FigureCode } from '#features/reports/model/figure-codes.ts';
import type { ReportFigure } from '#features/reports/model/figures.ts';
import type { Span } from '#features/reports/model/span.ts';
import { isValidOn, type Indicator } from './indicator.ts';

/** From what the values of a period are taken: the commune's issued report, or, before there is one, the hamlets' accepted ones. */
export type EvidenceKind = 'issued' | 'accepted';

/** The reports of a period that values are taken from. */
export interface Evidence {
  kind: EvidenceKind;
  span: Span;
  commune: { title: string; isSample: boolean };
  /** The commune's report; null while it is not issued. */
  report: { id: Id; number: string | null; datedOn: Day | null } | null;
  /** The day up to which reports are in here; null while there is none. */
  asOf: Day | null;
  /** Hamlets with the report that counts; null: none, and it is named and never estimated. */
  rows: SumRow[];
}

/** An indicator with what a period's reports say. Null is "not collected", never 0. */
export interface IndicatorValue {
  indicator: Indicator;
  numerator: number | null;
  denominator: number | null;
  /** The numerator, or its share of the denominator in percent, not rounded. */
  value: number | null;
  /** The row of the report that the numerator is. */
  from: { code: string; title: string } | null;
}

/** The hamlets that have no report in here. */
export const missingIn = ({ rows }: Evidence): string[] =>
  rows.filter((row) => row.report === null).map((row) => row.name);

/** One figure over all hamlets that have it, whatever its row is called in their forms; null when none has. */
export function figureIn({ rows }: Evidence, figure: FigureCode): ReportFigure | null {
  const byFigure = rows.map((row): SumRow => {
    const found = [...(row.report?.figures.values() ?? [])].find((one) => one.figure === figure);
    return { ...row, report: row.report && { ...row.report, figures: new Map(found && [[figure, found]]) } };
  });
  return sumFigure(byFigure, figure);
}

/** The indicators of the period's last day with their values, in the order of their codes. */
export function indicatorValues(indicators: readonly Indicator[], evidence: Evidence): IndicatorValue[] {
  return indicators
    .filter((one) => isValidOn(one, evidence.span.to))
    .sort((one, other) => one.code.localeCompare(other.code, 'vi', { numeric: true }))
    .map((indicator) => {
      const part = indicator.numerator && figureIn(evidence, indicator.numerator);
      const whole = indicator.denominator && figureIn(evidence, indicator.denominator);
      const numerator = part ? part[indicator.counting] : null;
      const denominator = whole ? whole.cumulative : null;
      return {
        indicator,
        numerator,
        denominator,
        value: indicator.denominator === null ? numerator : rateOf(numerator, denominator),
        from: part ? { code: part.code, title: part.title } : null,
      };
    });
}
