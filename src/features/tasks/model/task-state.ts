import { daysBetween, type Day } from '#shared/calendar.ts';

/** domain/03 §7.7: new → accepted → in_progress → done → verified | returned | cancelled. */
export const taskStates = [
  'new',
  'accepted',
  'in_progress',
  'done',
  'verified',
  'returned',
  'cancelled',
] as const;
export type TaskState = (typeof taskStates)[number];

/** What was returned is taken up again; what was verified or cancelled stays so. */
const steps: Record<TaskState, readonly TaskState[]> = {
  new: ['accepted', 'cancelled'],
  accepted: ['in_progress', 'done', 'cancelled'],
  in_progress: ['done', 'cancelled'],
  done: ['verified', 'returned'],
  returned: ['in_progress', 'done', 'cancelled'],
  verified: [],
  cancelled: [],
};

/** The states that may follow. */
export function nextStates(from: TaskState): readonly TaskState[] {
  return steps[from];
}

export function canFollow(from: TaskState, to: TaskState): boolean {
  return steps[from].includes(to);
}

/** Steps that the doer takes; the others are of who gave the task or leads the doer. */
export const doersSteps: readonly TaskState[] = ['accepted', 'in_progress', 'done'];

/** Still to be done by the doer. */
export const openStates: readonly TaskState[] = ['new', 'accepted', 'in_progress', 'returned'];

/** Verified or called off: nothing of it changes any more. */
export const isOver = (state: TaskState): boolean => steps[state].length === 0;

/** Whole days since the due day of what is still to be done; 0: not overdue. A task is due by the end of its day (Asia/Ho_Chi_Minh). */
export function daysOverdue(task: { state: TaskState; dueOn: Day }, today: Day): number {
  return openStates.includes(task.state) ? Math.max(0, daysBetween(task.dueOn, today)) : 0;
}
