import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { TaskStep, TaskTick, type Priority } from './model/task-input.ts';
import { canFollow, doersSteps, openStates, type TaskState } from './model/task-state.ts';

/** A task as its doer's phone holds it. */
export interface PhoneTask {
  id: Id;
  hamletId: Id | null;
  title: string;
  text: string | null;
  giver: string | null;
  dueOn: Day;
  priority: Priority;
  state: TaskState;
  stateOn: Day;
  /** Why it was sent back. */
  note: string | null;
  checks: { text: string; done: boolean }[];
  /** Households that it names (hộ), and how many of them the server knows to be met. */
  households: Id[];
  met: number;
}

/** What the phone's owner told and the server's list does not show yet. */
interface Told {
  command: string;
  input: Record<string, unknown>;
  at: string;
}

/** The tasks of a phone with what its owner said since laid over them. A step that the drawing does not have is left to the server's answer. */
export function withTold(list: readonly PhoneTask[], operations: readonly Told[]): PhoneTask[] {
  const known = new Map(list.map((one) => [one.id, one]));
  for (const { command, input, at } of operations) {
    if (command === 'task.move') move(known, input, dayOf(new Date(at)));
    if (command === 'task.tick') tick(known, input);
  }
  return [...known.values()];
}

function move(known: Map<Id, PhoneTask>, raw: Record<string, unknown>, on: Day): void {
  const read = TaskStep.safeParse(raw);
  const one = read.success ? known.get(read.data.taskId) : undefined;
  if (!read.success || !one || !canFollow(one.state, read.data.to)) return;
  known.set(one.id, { ...one, state: read.data.to, stateOn: on });
}

function tick(known: Map<Id, PhoneTask>, raw: Record<string, unknown>): void {
  const read = TaskTick.safeParse(raw);
  const one = read.success ? known.get(read.data.taskId) : undefined;
  if (!read.success || !one || !openStates.includes(one.state)) return;
  const { position, done } = read.data;
  const checks = one.checks.map((check, index) => (index === position - 1 ? { ...check, done } : check));
  known.set(one.id, { ...one, checks });
}

/** Still to be done by the owner, the most pressing first: overdue and near days, then what is urgent. */
export function toDo(tasks: readonly PhoneTask[]): PhoneTask[] {
  return tasks
    .filter((one) => openStates.includes(one.state))
    .toSorted(
      (left, right) =>
        compare(left.dueOn, right.dueOn) ||
        compare(left.priority, right.priority) ||
        compare(left.id, right.id),
    );
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

/** The step that comes next for the doer: first it is accepted, then it is done. Null: it is not the doer's turn. */
export function nextStep(state: TaskState): 'accepted' | 'done' | null {
  if (canFollow(state, 'accepted')) return 'accepted';
  return doersSteps.some((to) => to === 'done' && canFollow(state, to)) ? 'done' : null;
}
