import type { Day, Month } from '#shared/calendar.ts';
import { formatCount, formatPercent } from '#shared/numbers.ts';
import type { TargetDefinition } from './definition.ts';
import { planLineOn, rateOfFigure, type Figure, type PlanSpan } from './figures.ts';
import * as words from './board-words.ts';

/** A target's curve as it is drawn: percent for a rate, else a number of the unit. Pure: the office and the phone draw the same. */
export interface ShownTrend {
  points: { label: string; value: number | null; plan: number }[];
  /** Top of the axis; null: as high as the values. */
  max: number | null;
  goal: { value: number; label: string };
  /** What the curve says, in a sentence. */
  text: string;
  kind: 'rate' | 'count';
}

/** How the values beside a curve are written: 85,6 %, or a whole number; "—" when not known. */
export const trendFormat = (kind: ShownTrend['kind']) => (value: number | null) =>
  kind === 'rate' ? formatPercent(value) : value === null ? '—' : formatCount(value);

/** Null when fewer than two months are known: a point is no curve. */
export function showTrend(
  definition: TargetDefinition,
  points: readonly { month: Month; day: Day; figure: Figure | null }[],
  plan: PlanSpan,
): ShownTrend | null {
  const { goal, planLine, title } = definition;
  const drawn = points.map(({ month, day, figure }) => ({
    label: words.monthShort(month),
    value: figure === null ? null : goal.kind === 'rate' ? rateOfFigure(figure) : figure.reached,
    plan: planLineOn(goal, planLine, plan, day),
  }));
  const known = drawn.filter((point) => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2) return null;
  const format = trendFormat(goal.kind);
  const wanted = goal.kind === 'rate' ? goal.floor : goal.atLeast;
  return {
    points: drawn,
    max: goal.kind === 'rate' ? 100 : null,
    goal: { value: wanted, label: words.trendGoal(wanted, goal.kind) },
    text: words.trendText(title, first.label, format(first.value), last.label, format(last.value)),
    kind: goal.kind,
  };
}
