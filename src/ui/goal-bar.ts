/** The geometry of a bar, in percent of its width, free of drawing so that it can be tested. */

export interface GoalBarInput {
  /** Reached so far, in the unit of `max`. null: nobody has counted. */
  value: number | null;
  /** The full width: 100 for a percentage, 5 for "ít nhất 5". */
  max?: number | undefined;
  /** How much is not known yet, beside what is reached. */
  unknown?: number | undefined;
  /** Where we should be today. */
  expected?: number | null | undefined;
  /** The goal: one mark, or the two ends of a band (80 to 90). */
  goal?: number | readonly [number, number] | null | undefined;
}

export interface GoalBarShape {
  reached: number;
  unknown: { x: number; width: number } | null;
  expected: number | null;
  /** The way from what is reached to where we should be; null when we are there. */
  behind: { x: number; width: number } | null;
  goal: { x: number; width: number } | null;
}

const round = (percent: number) => Math.round(percent * 100) / 100;

/**
 * Lays a bar out. Nothing leaves the bar: values are held between 0 and 100, and the unknown never covers what is
 * reached. Something reached is never drawn as nothing, and something left never as full, however small.
 */
export function layGoalBar({ value, max = 100, unknown = 0, expected, goal }: GoalBarInput): GoalBarShape {
  const share = (part: number) => (max > 0 ? Math.min(100, Math.max(0, (part / max) * 100)) : 0);
  const exact = share(value ?? 0);
  const reached = round(exact > 0 && exact < 0.5 ? 0.5 : exact < 100 && exact > 99.5 ? 99.5 : exact);
  const width = value === null ? 100 : round(Math.min(100 - reached, share(unknown)));
  const [low, high] = typeof goal === 'number' ? [goal, goal] : (goal ?? []);
  const today = expected === null || expected === undefined ? null : round(share(expected));
  return {
    reached,
    unknown: width > 0 ? { x: reached, width } : null,
    expected: today,
    behind:
      value !== null && today !== null && today > reached
        ? { x: reached, width: round(today - reached) }
        : null,
    goal:
      low === undefined || high === undefined
        ? null
        : { x: round(share(Math.min(low, high))), width: round(Math.abs(share(high) - share(low))) },
  };
}
