import { addDays, daysBetween, type Day } from '#shared/calendar.ts';
import { rateOf } from '#shared/numbers.ts';
import type { Goal, PlanLine } from './definition.ts';

/** A target counted, in its unit (hộ, người, mô hình). */
export interface Figure {
  population: number;
  reached: number;
  /** In the population, and not known whether reached. */
  unknown: number;
  /** Not known whether they belong to the population; in none of the other numbers. */
  uncertain: number;
}

export const noFigure: Figure = { population: 0, reached: 0, unknown: 0, uncertain: 0 };

export function addFigures(left: Figure, right: Figure): Figure {
  return {
    population: left.population + right.population,
    reached: left.reached + right.reached,
    unknown: left.unknown + right.unknown,
    uncertain: left.uncertain + right.uncertain,
  };
}

/** Who is left: everybody in the population who is not known to be reached. */
export const leftOf = (figure: Figure) => figure.population - figure.reached;

/** Reached of the population in percent; null when there is nobody. */
export const rateOfFigure = (figure: Figure) => rateOf(figure.reached, figure.population);

export interface PlanSpan {
  startsOn: Day;
  endsOn: Day;
}

/** The goal in the target's unit: a share of the population rounded up, or the plain number. Never less than the rate asks. */
export function goalCount(goal: Goal, population: number): number {
  return goal.kind === 'count' ? goal.atLeast : Math.ceil((goal.floor * population) / 100 - 1e-9);
}

/** Where the plan wants us at the end of a day: percent of the population for a rate, else a number of the unit (R29). */
export function planLineOn(goal: Goal, line: PlanLine, plan: PlanSpan, day: Day): number {
  const end = line.kind === 'by_day' && line.day >= plan.startsOn ? line.day : plan.endsOn;
  const whole = daysBetween(plan.startsOn, end) + 1;
  const passed = Math.min(Math.max(daysBetween(plan.startsOn, day) + 1, 0), whole);
  return ((goal.kind === 'rate' ? goal.floor : goal.atLeast) * passed) / whole;
}

/** Where we shall be if we go on as in the last weeks (R29). */
export interface Forecast {
  /** Reached more per week since `since`, in the unit; may be negative when people were corrected. */
  perWeek: number;
  since: Day;
  /** Reached by the plan's last day, at most the whole population. */
  reachedAtEnd: number;
  /** The day on which the goal is reached at this pace: today or before when it is; null when it is not at this pace. */
  goalOn: Day | null;
}

/** How many days the pace looks back. */
export const paceDays = 56;

/**
 * The pace is what was gained since an earlier count, per week; the forecast goes on evenly with it. The population is
 * taken as it is today. Null when the earlier count is less than a week old: too little to say anything.
 */
export function forecastOf(
  goal: Goal,
  now: Figure,
  today: Day,
  earlier: { on: Day; reached: number } | null,
  plan: PlanSpan,
): Forecast | null {
  if (!earlier) return null;
  const days = daysBetween(earlier.on, today);
  if (days < 7) return null;
  const perDay = (now.reached - earlier.reached) / days;
  const daysLeft = Math.max(0, daysBetween(today, plan.endsOn));
  const reachedAtEnd = Math.max(0, Math.floor(now.reached + perDay * daysLeft));
  const missing = goalCount(goal, now.population) - now.reached;
  const goalOn = missing <= 0 ? today : perDay > 0 ? addDays(today, Math.ceil(missing / perDay)) : null;
  return {
    perWeek: perDay * 7,
    since: earlier.on,
    reachedAtEnd: goal.kind === 'rate' ? Math.min(reachedAtEnd, now.population) : reachedAtEnd,
    goalOn,
  };
}
