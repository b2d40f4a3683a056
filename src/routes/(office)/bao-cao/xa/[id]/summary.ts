import type { GoalBarInput } from '#ui/goal-bar.ts';
import { formatCount, formatPercent } from '#shared/numbers.ts';
import { goalText, unbroken } from '#features/reports/document/figure-cells.ts';
import { sumFigure, type SumRow } from '#features/reports/model/commune-sum.ts';
import { rateOfFigure, type ReportFigure } from '#features/reports/model/figures.ts';
import { indicatorsOf, type ReportTemplate } from '#features/reports/model/template.ts';
import { summary as words } from '../words.ts';

/** One target of the commune, as a leader reads it in a glance. */
export interface GoalSummary {
  code: string;
  title: string;
  goalText: string;
  figure: string;
  note: string;
  bar: GoalBarInput;
  text: string;
  tone: 'ok' | 'wait' | 'late';
  /** "+120 hộ trong kỳ", and which hamlet stands lowest. */
  more: string;
}

/** So many points under the plan's line is more than a delay. */
const farBehind = 10;

/** The rows with a share to reach, summed over the hamlets that are in the report. */
export function goalsOf(rows: readonly SumRow[], template: Pick<ReportTemplate, 'parts'>): GoalSummary[] {
  return indicatorsOf(template).flatMap(({ code }): GoalSummary[] => {
    const figure = sumFigure(rows, code);
    const rate = figure && rateOfFigure(figure);
    if (!figure || rate === null || figure.goal?.kind !== 'rate') return [];
    const { floor, ambition } = figure.goal;
    const planned = figure.planned ?? null;
    const wanted = words.goal(goalText(figure.goal));
    const note = noteOf(figure);
    const behind = planned === null ? 0 : planned - rate;
    return [
      {
        code,
        title: figure.title,
        goalText: wanted,
        figure: formatPercent(rate),
        note,
        bar: {
          value: rate,
          max: 100,
          unknown: figure.population ? ((figure.unknown ?? 0) * 100) / figure.population : 0,
          expected: planned,
          goal: ambition === null ? floor : [floor, ambition],
        },
        text: words.bar(
          figure.title,
          formatPercent(rate),
          note,
          wanted,
          planned === null ? null : formatPercent(planned),
        ),
        tone: behind <= 0 ? 'ok' : behind > farBehind ? 'late' : 'wait',
        more: unbroken([periodOf(figure), lowestOf(rows, code)].filter((text) => text !== null).join(' ')),
      },
    ];
  });
}

const noteOf = ({ cumulative, population, unknown, unit }: ReportFigure) =>
  words.note(formatCount(cumulative), formatCount(population), unit, unknown ? formatCount(unknown) : null);

const periodOf = ({ period, unit }: ReportFigure) =>
  period === null ? null : words.inPeriod(formatCount(period), unit);

/** The hamlet with the smallest share; null when one alone has reported, or all stand alike. */
function lowestOf(rows: readonly SumRow[], code: string): string | null {
  const known = rows.flatMap(({ name, report }) => {
    const figure = report?.figures.get(code);
    const rate = figure ? rateOfFigure(figure) : null;
    return rate === null ? [] : [{ name, rate }];
  });
  const rates = known.map(({ rate }) => rate);
  const least = Math.min(...rates);
  const lowest = known.filter(({ rate }) => rate === least);
  const [first] = lowest;
  if (!first || known.length < 2 || least === Math.max(...rates)) return null;
  return words.lowest(first.name, formatPercent(least), lowest.length - 1);
}
