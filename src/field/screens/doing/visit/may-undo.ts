import type { Book } from '#features/sync/model/book.ts';
import type { PhoneVisit } from '#features/sync/model/home.ts';
import { leads } from '../../leads.ts';

/** Whether the phone's owner may take a visit back: one of their own, or any in a hamlet that they lead (canCorrectVisit). */
export function mayUndo(book: Book | null, hamletId: string, visit: PhoneVisit): boolean {
  if (leads(book, hamletId)) return true;
  const me = book?.me;
  return visit.byId === me?.accountId || (visit.memberId !== null && visit.memberId === me?.memberId);
}
