import { lastDayOf } from '#shared/calendar.ts';
import type { Goal, TargetDefinition } from './definition.ts';

/**
 * A target in a later year: the same question, its day so many years on (29 February becomes the month's last), and the goal
 * that was typed, or the old one when none was. A hope that lies below the new floor goes. Null: what was typed is no goal.
 */
export function carriedTarget(
  definition: TargetDefinition,
  years: number,
  typed: string | null,
): TargetDefinition | null {
  const goal = typed === null ? definition.goal : goalOf(definition.goal, typed);
  if (goal === null) return null;
  const { planLine } = definition;
  return {
    ...definition,
    goal,
    planLine: planLine.kind === 'by_day' ? { ...planLine, day: yearsOn(planLine.day, years) } : planLine,
  };
}

/** What a goal's field shows: the floor of a rate, or the count. */
export const goalNumber = (goal: Goal): number => (goal.kind === 'rate' ? goal.floor : goal.atLeast);

function goalOf(before: Goal, typed: string): Goal | null {
  const number = Number(typed.trim().replace(/\s*%$/, '').replace(',', '.'));
  if (!Number.isFinite(number) || number <= 0) return null;
  if (before.kind === 'count')
    return Number.isInteger(number) && number <= 10_000 ? { kind: 'count', atLeast: number } : null;
  if (number > 100) return null;
  const { ambition } = before;
  return {
    kind: 'rate',
    floor: number,
    ...(ambition !== undefined && ambition > number ? { ambition } : {}),
  };
}

function yearsOn(day: string, years: number): string {
  const month = `${Number(day.slice(0, 4)) + years}${day.slice(4, 7)}`;
  const same = `${month}${day.slice(7)}`;
  const last = lastDayOf(month);
  return same < last ? same : last;
}
