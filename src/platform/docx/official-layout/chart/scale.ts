import { formatCount, formatPercent } from '#shared/numbers.ts';
import type { Chart, ChartPanel } from '../../document-model.ts';
import { boldWidth, evenWidth, linesOf } from '../../text-width.ts';
import { box, label, type Point, type Shape } from './drawing.ts';

/** Letters of a chart in points: smaller than a table's, larger than what a copier loses. */
export const letter = { title: 11, label: 10, value: 9 };

/** A value as it is printed beside its bar: "93,6" of percent, "1.204" of everything else; "—" where it is not known. */
export function valueText(value: number | null, unit: string): string {
  return unit === '%' ? formatPercent(value).replace(/ %$/, '') : formatCount(value);
}

/** With its unit: "80 %", "66,6 %". */
export function planText(value: number, unit: string): string {
  return `${valueText(value, unit).replace(/,0$/, '')}\u00a0${unit}`;
}

/** The end of a panel's scale: 100 % where all is percent, else a little more than the largest number. */
export function endOf({ values, plan }: ChartPanel, { unit }: Chart): number {
  const largest = Math.max(0, ...[...plan, ...values].map((value) => value ?? 0));
  if (unit === '%' && largest <= 100) return 100;
  return largest === 0 ? 1 : largest;
}

/** Null where nothing is known or nothing is wanted. */
export function isReached(value: number | null, plan: number | null | undefined): boolean | null {
  return value === null || plan === null || plan === undefined ? null : value >= plan;
}

/** What a panel shows and in which unit, in lines of about one length. */
export function titleLines({ title }: ChartPanel, { unit }: Chart, width: number): string[] {
  const whole = `${title} (${unit})`;
  return linesOf(whole, letter.title, evenWidth(whole, letter.title, width));
}

/** Words that hide what is drawn behind them, so that no line goes through a number. */
export function onWhite(text: string, [x, y]: Point, size: number, align: 'left' | 'center'): Shape[] {
  // As wide as the letters would be in bold: a little more than they need.
  const width = boldWidth(text, size) + 1;
  const left = align === 'left' ? x - 1 : x - width / 2;
  return [box(left, y - size * 0.72, width, size * 0.78, 1), label(text, [x, y], size, align)];
}
