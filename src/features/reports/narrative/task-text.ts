import type { TasksThen } from '#features/tasks/queries/tasks-as-of.server.ts';
import { sentence, work as say } from './sentences.ts';

/** What became of the work that was given (W8, R69), in one sentence; nothing when none was given, done or left. */
export function taskText({ given, verified, open, late }: TasksThen): string {
  if (given + verified + open === 0) return '';
  return sentence(
    [
      given === 0 ? say.noneGiven : say.given(given),
      verified === 0 ? '' : say.verified(verified),
      open === 0 ? say.allDone : say.open(open, late),
    ]
      .filter(Boolean)
      .join('; '),
  );
}
