import type { CommuneContent, EarlierRates } from './commune-content.ts';
import { sumFigure } from './commune-sum.ts';
import { rateOfFigure } from './figures.ts';
import { kindOf, movedBy, type PeriodKey } from './span.ts';

/**
 * The commune's rates in the months of the same year before this one: what the newest report before it had kept, and its
 * own. A month without a report stands there with nothing; before the first one nothing is said.
 */
export function earlierRates(before: CommuneContent | null, period: PeriodKey): EarlierRates[] {
  const year = period.slice(0, 4);
  if (before === null || kindOf(period) !== 'month' || kindOf(before.period) !== 'month') return [];
  if (!before.period.startsWith(year) || before.period >= period) return [];
  const known = [...(before.earlier ?? []), { period: before.period, rates: ratesOf(before) }];
  const earlier: EarlierRates[] = [];
  for (let key = known[0]?.period ?? period; key < period; key = movedBy(key, 1))
    earlier.push(known.find((one) => one.period === key) ?? { period: key, rates: {} });
  return earlier;
}

/** Of every row that has a rate and a line of the plan. */
function ratesOf(content: CommuneContent): EarlierRates['rates'] {
  const rows = content.rows.map((row) => ({
    ...row,
    report: row.report && {
      ...row.report,
      isAccepted: true,
      figures: new Map(row.report.figures.map((figure) => [figure.code, figure])),
    },
  }));
  const codes = new Set(content.rows.flatMap((row) => row.report?.figures.map(({ code }) => code) ?? []));
  return Object.fromEntries(
    [...codes].flatMap((code) => {
      const figure = sumFigure(rows, code);
      return figure?.shows.rate === true && typeof figure.planned === 'number'
        ? [[code, { reached: rateOfFigure(figure), planned: figure.planned }]]
        : [];
    }),
  );
}
