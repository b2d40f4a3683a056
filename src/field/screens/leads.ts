import type { Id } from '#shared/ids.ts';
import type { Book } from '#features/sync/model/book.ts';

/**
 * Whether the phone's owner leads the hamlet: names who helps and who looks after a household, moves households and people,
 * takes back others' visits. Officers do the same on the office's pages; a phone is for hamlets.
 */
export function leads(book: Book | null, hamletId: Id): boolean {
  const roles = book?.hamlets.find((hamlet) => hamlet.id === hamletId)?.roles ?? [];
  return roles.includes('hamlet_team_leader') || roles.includes('hamlet_head');
}
