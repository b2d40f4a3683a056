import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { ReportFigure } from './figures.ts';
import type { Span } from './span.ts';
import type { ReportTemplate } from './template.ts';

/** One hamlet in the commune's table. */
export interface SumRow {
  hamletId: Id;
  name: string;
  /** Null: it has sent nothing that stands; then it is named and never estimated. */
  report: {
    id: Id;
    version: number;
    isAccepted: boolean;
    daysLate: number;
    figures: ReadonlyMap<string, ReportFigure>;
  } | null;
}

export interface CommuneSum {
  span: Span;
  dueOn: Day;
  /** The day of the newest sending that is in it; null while nothing was sent. */
  asOf: Day | null;
  commune: { name: string; title: string; isSample: boolean };
  team: string;
  template: ReportTemplate;
  rows: SumRow[];
  /** Of a thematic or ad-hoc report: what the hamlets wrote, by section. Absent in the sum of a period. */
  answers?: { title: string; texts: { hamlet: string; text: string }[] }[];
}

/** The sum of one row over the hamlets that have sent; null when none of them collects it. Rates are made of the sums. */
export function sumFigure(rows: readonly SumRow[], code: string): ReportFigure | null {
  const found = rows.flatMap((row) => row.report?.figures.get(code) ?? []);
  const [first] = found;
  if (!first) return null;
  const sum = (value: 'period' | 'cumulative' | 'population' | 'unknown' | 'change') => {
    const known = found.flatMap((figure) => figure[value] ?? []);
    return known.length === 0 ? null : known.reduce((total, one) => total + one, 0);
  };
  return {
    ...first,
    period: sum('period'),
    cumulative: sum('cumulative'),
    population: sum('population'),
    unknown: sum('unknown'),
    // A change is known of the whole only when it is known of every part.
    change: found.every((figure) => figure.change !== null) ? sum('change') : null,
  };
}
