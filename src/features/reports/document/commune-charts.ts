import type { Block, Chart, ChartPanel } from '#platform/docx/document-model.ts';
import { formatPercent } from '#shared/numbers.ts';
import type { CommuneContent } from '../model/commune-content.ts';
import { sumFigure, type CommuneSum } from '../model/commune-sum.ts';
import type { FigureCode } from '../model/figure-codes.ts';
import { rateOfFigure, type ReportFigure } from '../model/figures.ts';
import { periodInText } from '../words.ts';
import * as words from './words.ts';

/** The targets that hamlets are set beside each other by (T2, T3, T5); more panels could not be read. */
const shown: readonly FigureCode[] = ['households_informed', 'households_guided', 'people_14_all_three'];

/** As many as a page lying crosswise holds in letters that can be read. */
const hamletsOnPage = 40;

/**
 * The commune's rates drawn against the plan's line: hamlet by hamlet, and month by month (issue 4, line 9). Of the
 * content alone, so that the same snapshot gives the same bytes; a snapshot of before the plan's line was kept has none.
 */
export function communeCharts(content: CommuneContent, sum: CommuneSum): Block[] {
  const charts = [...byHamlet(sum), ...byMonth(content, sum)];
  return charts.map((chart, index) => ({
    ...chart,
    caption: words.chart.numbered(index + 1, chart.caption),
  }));
}

/** The commune's sums that have a rate and a line of the plan. */
function drawn({ rows }: CommuneSum): ReportFigure[] {
  const all = rows.flatMap((row) => [...(row.report?.figures.values() ?? [])]);
  return shown.flatMap((one) => {
    const code = all.find(({ figure }) => figure === one)?.code;
    const sum = code === undefined ? null : sumFigure(rows, code);
    return sum !== null && typeof sum.planned === 'number' && rateOfFigure(sum) !== null ? [sum] : [];
  });
}

const titleOf = ({ figure, title }: ReportFigure) =>
  figure === 'people_14_all_three' ? words.chart.allThree : title;

/** In several charts of about one height where one page could not hold all hamlets. */
function byHamlet(sum: CommuneSum): Chart[] {
  const figures = drawn(sum);
  if (figures.length === 0) return [];
  const known = figures.map((figure) => `${titleOf(figure)} ${formatPercent(rateOfFigure(figure))}`);
  const count = Math.ceil(sum.rows.length / hamletsOnPage);
  const each = Math.ceil(sum.rows.length / count);
  return Array.from({ length: count }, (_, part): Chart => {
    const rows = sum.rows.slice(part * each, (part + 1) * each);
    const caption = words.chart.byHamlet(periodInText(sum.span.key));
    return {
      kind: 'chart',
      form: 'bars',
      caption: count === 1 ? caption : words.chart.part(caption, part + 1, count),
      alt: words.chart.byHamletAlt(rows.length, known.join('; ')),
      unit: '%',
      labels: rows.map(({ name }) => name),
      panels: figures.map((one): ChartPanel => {
        const own = rows.map((row) => row.report?.figures.get(one.code) ?? null);
        return {
          title: titleOf(one),
          values: own.map((figure) => figure && rateOfFigure(figure)),
          plan: own.map((figure) => figure?.planned ?? null),
        };
      }),
    };
  });
}

/** Of one month alone there is no line to draw. */
function byMonth({ earlier = [] }: CommuneContent, sum: CommuneSum): Chart[] {
  const figures = drawn(sum);
  if (figures.length === 0 || earlier.length === 0) return [];
  const panels = figures.map((figure): ChartPanel => ({
    title: titleOf(figure),
    values: [...earlier.map(({ rates }) => rates[figure.code]?.reached ?? null), rateOfFigure(figure)],
    plan: [...earlier.map(({ rates }) => rates[figure.code]?.planned ?? null), figure.planned ?? null],
  }));
  const periods = [...earlier.map(({ period }) => period), sum.span.key];
  const told = panels.map(
    ({ title, values }) => `${title} ${values.map((value) => formatPercent(value)).join(', ')}`,
  );
  return [
    {
      kind: 'chart',
      form: 'line',
      caption: words.chart.byMonth(sum.span.key.slice(0, 4)),
      alt: words.chart.byMonthAlt(told.join('; ')),
      unit: '%',
      labels: periods.map((period) => words.chart.month(Number(period.slice(5, 7)))),
      panels,
    },
  ];
}
