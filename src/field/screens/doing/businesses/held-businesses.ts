import { withRecorded, type PhoneBusiness } from '#features/commerce/phone-business.ts';
import type { Session } from '../../../session/session.svelte.ts';

/** The businesses of the phone as they stand now, with what was recorded and not yet sent. */
export function heldBusinesses(session: Session): PhoneBusiness[] {
  void session.version;
  return withRecorded(session.book?.businesses ?? [], session.register.operations);
}

/** The marketplaces of the catalogue; those that are no longer offered keep their names. */
export function marketplacesOf(session: Session): { code: string; name: string; retired: boolean }[] {
  return (session.book?.catalogue ?? []).filter(
    ({ kind, details }) => kind === 'platform' && details['marketplace'] === true,
  );
}
