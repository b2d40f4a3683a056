import { measures } from '../measures.ts';
import { rateOfFigure, type ReportFigure } from './figures.ts';

/** Why a figure asks for a word of explanation (W15). */
export type ExplanationReason = 'fell' | 'behind';

/** So many percentage points under the plan's line are worth a word; on the plan's last day every missing one is. */
const pointsBehind = 5;
/** What happened in a period may fall without a word, until it is half of the period before, and then not when it is a handful. */
const handful = 10;

export interface AskedExplanation {
  code: string;
  title: string;
  unit: string;
  reason: ExplanationReason;
  /** Of what fell, the number before and now; of what is behind, the line and the rate, in percent. */
  from: number;
  to: number;
}

/**
 * The figures of which the hamlet is asked why, in the order of the form: a rate behind the plan's line, something achieved that
 * fell, work that is half of the period before. Households and people that only moved are no one's doing and are not asked about.
 */
export function explanationsAsked(figures: readonly ReportFigure[]): AskedExplanation[] {
  return figures.flatMap((figure): AskedExplanation[] => {
    const { code, title, unit } = figure;
    // A part of another row is explained with it.
    if (code.includes('.')) return [];
    const behind = behindPlan(figure);
    if (behind) return [{ code, title, unit, reason: 'behind', ...behind }];
    const fell = fallOf(figure);
    return fell ? [{ code, title, unit, reason: 'fell', ...fell }] : [];
  });
}

function behindPlan(figure: ReportFigure): { from: number; to: number } | null {
  const rate = rateOfFigure(figure);
  const { goal, planned } = figure;
  if (rate === null || goal?.kind !== 'rate' || planned === null || planned === undefined) return null;
  const isOver = planned >= goal.floor;
  const missing = planned - rate;
  return missing >= pointsBehind || (isOver && missing > 0) ? { from: planned, to: rate } : null;
}

function fallOf(figure: ReportFigure): { from: number; to: number } | null {
  const { kind, period, cumulative, change } = figure;
  if (change === null || change >= 0 || !isAchieved(figure)) return null;
  if (kind === 'state') return cumulative === null ? null : { from: cumulative - change, to: cumulative };
  if (period === null) return null;
  const before = period - change;
  return before >= handful && period * 2 <= before ? { from: before, to: period } : null;
}

/** What a team brings about; how many live in the hamlet, or are still left, is not. */
function isAchieved({ figure }: ReportFigure): boolean {
  if (figure === null) return false;
  const measure = measures[figure];
  return measure.by !== 'verdict' || measure.count === 'reached';
}
