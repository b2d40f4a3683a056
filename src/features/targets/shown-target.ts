import { daysBetween, type Day } from '#shared/calendar.ts';
import { formatPercent } from '#shared/numbers.ts';
import type { Condition, Test, TargetDefinition } from './definition.ts';
import { goalCount, leftOf, rateOfFigure, type Figure, type Forecast } from './figures.ts';
import * as words from './board-words.ts';

/** A target as it is drawn: the numbers of its bar and its sentences. Pure: the office and the phone draw the same. */
export interface ShownTarget {
  figure: string;
  goalText: string;
  /** Numerator, denominator, unknown. */
  note: string;
  bar: {
    value: number | null;
    max: number;
    unknown: number;
    expected: number;
    goal: number | [number, number];
  };
  barText: string;
  tone: 'ok' | 'wait' | 'late';
  chip: { kind: 'ok' | 'wait' | 'late'; label: string };
  /** "Còn 455 hộ chưa được gặp"; null when nobody is left. */
  left: string | null;
  /** How many more until the goal, in the unit; 0 when it is reached. */
  toGoal: number;
  toGoalText: string | null;
  plan: string;
  forecast: string | null;
}

/** Far behind: more than this share of the way that the plan wants to have behind it (percent). */
const farBehind = 15;

/** `planLine` is percent for a rate, a number for a count; `today` the day of the figures. */
export function showTarget(
  definition: TargetDefinition,
  figure: Figure,
  planLine: number,
  forecast: Forecast | null,
  today: Day,
): ShownTarget {
  const { goal, unit, title } = definition;
  const rate = rateOfFigure(figure);
  const wanted = goalCount(goal, figure.population);
  const toGoal = Math.max(0, wanted - figure.reached);
  const shouldBe =
    goal.kind === 'rate'
      ? Math.ceil((planLine * figure.population) / 100 - 1e-9)
      : Math.ceil(planLine - 1e-9);
  const behind = Math.max(0, shouldBe - figure.reached);
  const isEmpty = goal.kind === 'rate' && figure.population === 0;
  const tone = isEmpty || behind === 0 ? 'ok' : behind * 100 > shouldBe * farBehind ? 'late' : 'wait';
  const goalText =
    goal.kind === 'rate' ? words.rateGoal(goal.floor, goal.ambition) : words.countGoal(goal.atLeast, unit);
  const figureText =
    goal.kind === 'rate' ? formatPercent(rate) : words.countFigure(figure.reached, goal.atLeast, unit);
  const plan = goal.kind === 'rate' ? words.planToday(planLine) : words.planTodayCount(planLine, unit);
  const note = noteOf(definition, figure);
  return {
    figure: figureText,
    goalText,
    note,
    bar:
      goal.kind === 'rate'
        ? {
            value: rate ?? 0,
            max: 100,
            unknown: figure.population > 0 ? (figure.unknown * 100) / figure.population : 0,
            expected: planLine,
            goal: goal.ambition === undefined ? goal.floor : [goal.floor, goal.ambition],
          }
        : {
            value: figure.reached,
            max: Math.max(goal.atLeast, figure.reached),
            unknown: 0,
            expected: planLine,
            goal: goal.atLeast,
          },
    barText: words.barText(title, `${figureText}, ${note}`, plan, goalText),
    tone,
    chip:
      toGoal === 0 && !isEmpty
        ? { kind: 'ok', label: words.chip.done }
        : behind === 0
          ? { kind: 'ok', label: words.chip.onPlan }
          : { kind: tone === 'late' ? 'late' : 'wait', label: words.chip.behind(behind, unit) },
    left: leftText(definition, figure),
    toGoal,
    toGoalText:
      toGoal === 0
        ? null
        : goal.kind === 'rate'
          ? words.toGoal(toGoal, unit, goal.floor)
          : words.toCount(toGoal, unit, goal.atLeast),
    plan,
    forecast: forecast === null ? null : forecastText(definition, figure, forecast, toGoal, today),
  };
}

/** "Còn 455 hộ chưa được gặp", with how many of them are only not known; null when nobody is left. */
export function leftText(definition: TargetDefinition, figure: Figure): string | null {
  const count = leftOf(figure);
  if (count === 0) return null;
  const fact = firstFact(definition.reached);
  const how = (fact && words.notReached[fact]) ?? words.notReachedElse;
  const sentence = words.left(count, definition.unit, how);
  return figure.unknown > 0 ? `${sentence}, ${words.ofThemUnknown(figure.unknown)}` : sentence;
}

function noteOf({ unit }: TargetDefinition, figure: Figure): string {
  if (figure.population === 0) return words.nobody(unit);
  return [
    words.ofWhole(figure.reached, figure.population, unit),
    figure.unknown > 0 ? words.unknownPart(figure.unknown, unit) : null,
  ]
    .filter(Boolean)
    .join(', ');
}

function forecastText(
  { goal, unit }: TargetDefinition,
  figure: Figure,
  forecast: Forecast,
  toGoal: number,
  today: Day,
): string {
  const weeks = Math.max(1, Math.round(daysBetween(forecast.since, today) / 7));
  const end =
    goal.kind === 'rate'
      ? words.forecastRate(
          weeks,
          figure.population === 0 ? 0 : (forecast.reachedAtEnd * 100) / figure.population,
        )
      : words.forecastCount(weeks, forecast.reachedAtEnd, unit);
  const pace = forecast.perWeek > 0 ? words.perWeek(forecast.perWeek, unit) : null;
  return `${[end, toGoal > 0 ? pace : null].filter(Boolean).join('; ')}.`;
}

/** The test that a sentence about who is left names, and whose facts have the age: the first that the condition asks. */
export function firstFact(given: Condition): Test['fact'] | undefined {
  if ('all' in given) return given.all[0] && firstFact(given.all[0]);
  if ('any' in given) return given.any[0] && firstFact(given.any[0]);
  if ('not' in given) return firstFact(given.not);
  if ('someResident' in given) return 'skilled';
  return given.fact;
}
