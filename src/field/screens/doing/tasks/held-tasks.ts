import { withTold, type PhoneTask } from '#features/tasks/phone-task.ts';
import type { Session } from '../../../session/session.svelte.ts';

/** The tasks of the phone as they stand now, with what was told and not yet sent. */
export function heldTasks(session: Session): PhoneTask[] {
  void session.version;
  return withTold(session.book?.tasks ?? [], session.register.operations);
}
