import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import { count, day, id, optionalId } from '#shared/fields.ts';
import { chooseOne } from '#shared/words.ts';
import { safeLine, safeText } from '#features/visits/model/fields.ts';
import * as words from '../words.ts';

/** A movement (phong trào, R62) is written, launched, and closed with its result; before that it can be called off. */
export const movementStates = ['draft', 'launched', 'closed', 'cancelled'] as const;
export type MovementState = (typeof movementStates)[number];

const steps: Record<MovementState, readonly MovementState[]> = {
  draft: ['launched', 'cancelled'],
  launched: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

export const canFollow = (from: MovementState, to: MovementState): boolean => steps[from].includes(to);

/** Nobody chooses the day on which the ranking suits: a movement is closed on its last day or after it. */
export const mayClose = (movement: { endsOn: Day }, today: Day): boolean => today >= movement.endsOn;

/**
 * Figures that a movement may go by: each is counted by the product itself from what was written down at a door, hộ or người each
 * once in the whole movement (R62: what is repeated counts nothing).
 */
export const measures = [
  'homes_guided',
  'priority_homes_met',
  'people_vneid',
  'people_guided',
  'homes_met',
] as const;
export type Measure = (typeof measures)[number];
export const unitOf = (measure: Measure): 'hộ' | 'người' =>
  measure === 'people_vneid' || measure === 'people_guided' ? 'người' : 'hộ';

/** A goal is of each hamlet, or of all together. */
export const goalReaches = ['each', 'all'] as const;
export type GoalReach = (typeof goalReaches)[number];

export interface Goal {
  measure: Measure;
  reach: GoalReach;
  goal: number;
}

/** The place "the whole commune" in a form that ticks hamlets. */
export const wholeCommune = 'ca-xa';

const empty = (value: unknown): boolean => value === undefined || value === null || value === '';
/** A line of the form; one without a number is no goal. */
const goalLine = z.object({
  measure: z.enum(measures),
  reach: z._default(z.enum(goalReaches, chooseOne), 'each'),
  goal: z.pipe(
    z.pipe(
      z.nullish(z.union([z.number(), z.string()])),
      z.transform((value) => (empty(value) ? null : value)),
    ),
    z.nullable(count(1, 1_000_000)),
  ),
});

const goalGiven = z.object({ measure: z.enum(measures), reach: z.enum(goalReaches), goal: z.number() });

const goals = z.pipe(
  z.pipe(
    z._default(z.array(goalLine), []),
    z.transform((lines) =>
      lines.flatMap(({ measure, reach, goal }): Goal[] => (goal === null ? [] : [{ measure, reach, goal }])),
    ),
  ),
  z.array(goalGiven).check(
    z.minLength(1, words.someGoal),
    z.refine((all) => new Set(all.map((one) => one.measure)).size === all.length, words.goalTwice),
  ),
);

const place = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => (text === wholeCommune ? null : text)),
  ),
  z.nullable(id),
);

const fields = {
  name: safeLine(140),
  purpose: safeLine(500),
  organiser: safeLine(140),
  startsOn: day,
  endsOn: day,
  places: z._default(z.array(place), []).check(z.minLength(1, words.somePlace), z.maxLength(100)),
  goals,
};
const endsAfter = <T extends { startsOn: Day; endsOn: Day }>() =>
  z.refine<T>((one) => one.endsOn >= one.startsOn, { message: words.endsBefore, path: ['endsOn'] });

/** A movement as it is first written. */
export const MovementInput = z.object({ id: z._default(optionalId, null), ...fields }).check(endsAfter());
/** The same while nobody has been told of it. */
export const MovementChange = z.object({ movementId: id, ...fields }).check(endsAfter());

/** One step on its way; calling it off needs the reason. */
export const MovementStep = z
  .object({ movementId: id, to: z.enum(movementStates, chooseOne), note: z._default(safeText(500), null) })
  .check(
    z.refine((one) => one.to !== 'cancelled' || one.note !== null, {
      message: words.cancelReason,
      path: ['note'],
    }),
  );
