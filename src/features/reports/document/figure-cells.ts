import { formatCount, formatPercent } from '#shared/numbers.ts';
import { rateOfFigure, type FigureGoal, type ReportFigure } from '../model/figures.ts';
import { signed } from '../words.ts';

/** A column that does not speak of this row, as on paper forms; "—" is what is not collected. */
export const doesNotApply = 'x';

export const periodCell = (figure: ReportFigure) =>
  figure.shows.period ? formatCount(figure.period) : doesNotApply;
export const cumulativeCell = (figure: ReportFigure) =>
  figure.shows.cumulative ? formatCount(figure.cumulative) : doesNotApply;
/** Percent without its sign: the column's head has it. */
export const rateCell = (figure: ReportFigure) =>
  figure.shows.rate ? formatPercent(rateOfFigure(figure)).replace(/ %$/, '') : doesNotApply;
export const changeCell = (figure: ReportFigure) => signed(figure.change);
export const goalCell = (figure: ReportFigure) =>
  figure.goal === null ? doesNotApply : goalText(figure.goal);

/** "80 %", "80–90 %", "5". */
export function goalText(goal: FigureGoal): string {
  if (goal.kind === 'count') return formatCount(goal.atLeast);
  const range =
    goal.ambition === null || goal.ambition === goal.floor
      ? percent(goal.floor)
      : `${percent(goal.floor)}–${percent(goal.ambition)}`;
  return `${range} %`;
}

const percent = (value: number) =>
  Number.isInteger(value) ? String(value) : String(value).replace('.', ',');

/** Keeps a percent sign on the line of its number. */
export const unbroken = (text: string) => text.replace(/(?<=\d) %/g, '\u00a0%');
