import { withTold, type PhoneObstacle } from '#features/obstacles/phone-obstacle.ts';
import type { Id } from '#shared/ids.ts';
import type { Session } from '../../../session/session.svelte.ts';

/** The obstacles of the phone as they stand now, with what was told and not yet sent. */
export function heldObstacles(session: Session): PhoneObstacle[] {
  void session.version;
  return withTold(session.book?.obstacles ?? [], session.register.operations);
}

/** Those that were raised here and that the server has not taken yet. */
export function isUnsent(one: PhoneObstacle): boolean {
  return one.dueOn === null && one.state === 'raised';
}

/** Those whose owner is asked whether they are solved. */
export function answeredOwn(session: Session): PhoneObstacle[] {
  return heldObstacles(session).filter((one) => one.isOwn && one.state === 'resolved');
}

/** Under which hamlet the phone tells about it. */
export function scopeOf(session: Session, one: PhoneObstacle): Id {
  return one.hamletId ?? session.scope;
}
