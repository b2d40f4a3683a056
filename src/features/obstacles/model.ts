import * as z from 'zod/mini';
import { addDays, daysBetween, type Day } from '#shared/calendar.ts';
import { count, id, optionalCount, optionalDay, optionalId } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { safeLine, safeText } from '#features/visits/model/fields.ts';

/**
 * "Khó khăn, vướng mắc" and "kiến nghị" (R47, R73, W10): raised by anyone with an account, handled at a level, answered in
 * words, and closed only by whoever raised it.
 */
export const obstacleKinds = ['obstacle', 'proposal'] as const;
export type ObstacleKind = (typeof obstacleKinds)[number];

export const pillars = ['government', 'economy', 'society', 'other'] as const;
export type Pillar = (typeof pillars)[number];

/** How bad it is; sets the clock. */
export const severities = ['severe', 'moderate', 'minor'] as const;
export type Severity = (typeof severities)[number];

/** Who has to handle it: ấp → xã → tỉnh. */
export const obstacleLevels = ['hamlet', 'commune', 'province'] as const;
export type ObstacleLevel = (typeof obstacleLevels)[number];

export const obstacleStates = [
  'raised',
  'triaged',
  'in_progress',
  'resolved',
  'confirmed',
  'escalated',
] as const;
export type ObstacleState = (typeof obstacleStates)[number];

/**
 * domain/03 §7.7: raised → triaged(level) → in_progress → resolved → confirmed | escalated. What a level cannot do goes up
 * before it is resolved too; what went up is triaged there, and so goes on with all its history.
 */
const steps: Record<ObstacleState, readonly ObstacleState[]> = {
  raised: ['triaged'],
  triaged: ['in_progress', 'escalated'],
  in_progress: ['resolved', 'escalated'],
  resolved: ['confirmed', 'escalated'],
  escalated: ['triaged'],
  confirmed: [],
};

/** The states that may follow. */
export function nextStates(from: ObstacleState): readonly ObstacleState[] {
  return steps[from];
}

export function canFollow(from: ObstacleState, to: ObstacleState): boolean {
  return steps[from].includes(to);
}

/** Where it goes when a level cannot do it; from the province it stays there. */
export function levelAbove(level: ObstacleLevel): ObstacleLevel {
  return level === 'hamlet' ? 'commune' : 'province';
}

/** Somebody has work with it: it is neither answered nor closed. */
export function isOpen(state: ObstacleState): boolean {
  return state !== 'resolved' && state !== 'confirmed';
}

/** Answered in words and to be confirmed; not solved until then (W10: nothing closes silently). */
export const needsWords: readonly ObstacleState[] = ['resolved', 'escalated'];

/** Days by severity (calendar days in Vietnam). */
export interface Clock {
  severe: number;
  moderate: number;
  minor: number;
}
/** [I] Until the office sets others: three days, a week, half a month. */
export const defaultClock: Clock = { severe: 3, moderate: 7, minor: 15 };

/** The last day in time: a clock of three days that began on the 1st ends with the 4th. */
export function dueOn(from: Day, severity: Severity, clock: Clock): Day {
  return addDays(from, clock[severity]);
}

/** Days past the last day in time; 0 while it is in time, or when nobody has work with it. */
export function daysOverdue(one: { state: ObstacleState; dueOn: Day }, today: Day): number {
  return isOpen(one.state) ? Math.max(0, daysBetween(one.dueOn, today)) : 0;
}

const fields = {
  kind: z.enum(obstacleKinds, shared.chooseOne),
  pillar: z.enum(pillars, shared.chooseOne),
  title: safeLine(160),
  description: z._default(safeText(2000), null),
  /** Hộ; null: not known. */
  households: z._default(optionalCount(0, 1_000_000), null),
  severity: z.enum(severities, shared.chooseOne),
};

export const ObstacleInput = z.object({
  /** Made by whoever raises, so that sending twice raises once. */
  id: z._default(optionalId, null),
  /** Null: it concerns the whole commune. */
  hamletId: z._default(optionalId, null),
  ...fields,
});
export type ObstacleInput = z.infer<typeof ObstacleInput>;

export const ObstacleCorrection = z.object({ obstacleId: id, ...fields });
export type ObstacleCorrection = z.infer<typeof ObstacleCorrection>;

const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.pipe(
    z.pipe(
      z.nullish(z.string()),
      z.transform((text) => text || null),
    ),
    z.nullable(z.enum(values, shared.chooseOne)),
  );

export const ObstacleStep = z.object({
  obstacleId: id,
  to: z.enum(obstacleStates, shared.chooseOne),
  /** Of a triage: who handles it, and how bad it really is. */
  level: z._default(optionalChoice(obstacleLevels), null),
  severity: z._default(optionalChoice(severities), null),
  note: z._default(safeText(2000), null),
});
export type ObstacleStep = z.infer<typeof ObstacleStep>;

export const ObstacleDirective = z.object({
  obstacleId: id,
  directive: safeLine(1000),
  dueOn: z._default(optionalDay, null),
  /** Who carries it out, of what waits for the leader's decision. */
  level: z._default(optionalChoice(obstacleLevels), null),
});
export type ObstacleDirective = z.infer<typeof ObstacleDirective>;

export const ClockInput = z.object({
  severe: count(1, 365),
  moderate: count(1, 365),
  minor: count(1, 365),
});
export type ClockInput = z.infer<typeof ClockInput>;

/** Who speaks for it from now on. */
export const ObstacleHandOver = z.object({
  obstacleId: id,
  accountId: id,
  note: z._default(safeText(500), null),
});
