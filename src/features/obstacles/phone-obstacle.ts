import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { canFollow, levelAbove, ObstacleInput, ObstacleStep, type ObstacleState } from './model.ts';
import type { ObstacleKind, ObstacleLevel, Pillar, Severity } from './model.ts';

/** An obstacle as a phone holds it: the owner's own, and those of the hamlet with their answers. */
export interface PhoneObstacle {
  id: Id;
  hamletId: Id | null;
  kind: ObstacleKind;
  pillar: Pillar;
  title: string;
  description: string | null;
  /** Hộ; null: not known. */
  households: number | null;
  severity: Severity;
  level: ObstacleLevel;
  state: ObstacleState;
  stateOn: Day;
  raisedOn: Day;
  /** Null for what the server has not taken yet: its clock is the server's. */
  dueOn: Day | null;
  isOwn: boolean;
  answer: string | null;
  directive: string | null;
}

/** What the phone's owner told and the server's list does not show yet. */
interface Told {
  command: string;
  input: Record<string, unknown>;
  at: string;
}

/**
 * The obstacles of a phone with what its owner said since laid over them: what was raised without a network stands in the list
 * at once, and what was confirmed is closed. A step that the drawing does not have is left to the server's answer.
 */
export function withTold(list: readonly PhoneObstacle[], operations: readonly Told[]): PhoneObstacle[] {
  const known = new Map(list.map((one) => [one.id, one]));
  for (const { command, input, at } of operations) {
    if (command === 'obstacle.raise') raise(known, input, dayOf(new Date(at)));
    if (command === 'obstacle.move') move(known, input, dayOf(new Date(at)));
  }
  return [...known.values()];
}

function raise(known: Map<Id, PhoneObstacle>, raw: Record<string, unknown>, on: Day): void {
  const read = ObstacleInput.safeParse(raw);
  if (!read.success || read.data.id === null || known.has(read.data.id)) return;
  const { id, ...input } = read.data;
  known.set(id, {
    ...input,
    id,
    level: input.hamletId === null ? 'commune' : 'hamlet',
    state: 'raised',
    stateOn: on,
    raisedOn: on,
    dueOn: null,
    isOwn: true,
    answer: null,
    directive: null,
  });
}

function move(known: Map<Id, PhoneObstacle>, raw: Record<string, unknown>, on: Day): void {
  const read = ObstacleStep.safeParse(raw);
  const one = read.success ? known.get(read.data.obstacleId) : undefined;
  if (!read.success || !one || !canFollow(one.state, read.data.to)) return;
  const { to } = read.data;
  const level = to === 'escalated' ? levelAbove(one.level) : one.level;
  known.set(one.id, { ...one, state: to, stateOn: on, level, dueOn: to === 'escalated' ? null : one.dueOn });
}
