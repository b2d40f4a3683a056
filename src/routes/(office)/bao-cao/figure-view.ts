import { formatCount } from '#shared/numbers.ts';
import {
  changeCell,
  cumulativeCell,
  goalCell,
  periodCell,
  rateCell,
} from '#features/reports/document/figure-cells.ts';
import { figureKinds } from '#features/reports/model/figure-codes.ts';
import type { ReportFigure } from '#features/reports/model/figures.ts';

/** A row of the table of figures, ready to be read; an href opens the rows behind a number. */
export interface FigureView {
  code: string;
  title: string;
  unit: string;
  period: string;
  periodHref: string | null;
  cumulative: string;
  cumulativeHref: string | null;
  goal: string;
  rate: string;
  unknown: string;
  change: string;
  /** A row within another. */
  isPart: boolean;
}

export interface PartView {
  code: string;
  title: string;
  rows: FigureView[];
}

/** Parts with their rows; those of which nothing is collected stand in one line below. `base`: "/bao-cao/<id>". */
export function figureParts(
  figures: readonly ReportFigure[],
  parts: readonly { code: string; title: string }[],
  base: string,
  mayOpen: (figure: ReportFigure) => boolean,
): { parts: PartView[]; notCollected: string[] } {
  const shown: PartView[] = [];
  const notCollected: string[] = [];
  for (const part of parts) {
    const rows = figures.filter((figure) => figure.part === part.code);
    const known = rows.filter((figure) => figure.period !== null || figure.cumulative !== null);
    if (known.length === 0) notCollected.push(part.title.toLowerCase());
    else
      shown.push({
        ...part,
        rows: rows.map((figure) => viewOf(figure, mayOpen(figure) ? base : null)),
      });
  }
  return { parts: shown, notCollected };
}

function viewOf(figure: ReportFigure, base: string | null): FigureView {
  const href = (value: number | null, span: string) =>
    base === null || !value ? null : `${base}/so-lieu/${figure.code}?ky=${span}`;
  const isState = figure.figure !== null && figureKinds[figure.figure] === 'state';
  return {
    code: figure.code,
    title: figure.title,
    unit: figure.unit,
    period: periodCell(figure),
    periodHref: href(figure.period, 'trong-ky'),
    cumulative: cumulativeCell(figure),
    cumulativeHref: href(figure.cumulative, isState ? 'cuoi' : 'luy-ke'),
    goal: goalCell(figure),
    rate: figure.shows.rate ? rateCell(figure) : 'x',
    unknown: figure.unknown === null ? 'x' : formatCount(figure.unknown),
    change: changeCell(figure),
    isPart: figure.code.includes('.'),
  };
}
