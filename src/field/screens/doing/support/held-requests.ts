import { withTold, type PhonePoint, type PhoneRequest } from '#features/support/phone-support.ts';
import type { Session } from '../../../session/session.svelte.ts';

/** The requests of the phone as they stand now, with what was told and not yet sent. */
export function heldRequests(session: Session): PhoneRequest[] {
  void session.version;
  return withTold(session.book?.support?.requests ?? [], session.register.operations);
}

/** The support points of a hamlet. */
export function pointsOf(session: Session, hamletId: string): PhonePoint[] {
  return (session.book?.support?.points ?? []).filter((point) => point.hamletId === hamletId);
}

/** What is needed, in one line. */
export function needOf(session: Session, { platform, topic }: PhoneRequest): string {
  const item = session.book?.catalogue.find((one) => one.kind === 'platform' && one.code === platform);
  return [item?.name ?? platform, topic].filter((part) => part !== null).join(': ');
}

/** Asked here, and not yet taken by the server. */
export const isUnsent = (one: PhoneRequest) => one.dueOn === null;
