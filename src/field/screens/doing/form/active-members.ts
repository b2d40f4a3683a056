import type { Id } from '#shared/ids.ts';
import type { Book } from '#features/sync/model/book.ts';

/** A member to choose, with how many households they were given already. */
export interface ActiveMember {
  id: Id;
  name: string;
  households: number;
}

/**
 * Who may be given a household: active members of the hamlet's team and of the commune's. `given` names a member once for each
 * household that is theirs; who has fewest stands first.
 */
export function activeMembers(book: Book | null, hamletId: Id, given: Iterable<Id>): ActiveMember[] {
  const counts = new Map<Id, number>();
  for (const memberId of given) counts.set(memberId, (counts.get(memberId) ?? 0) + 1);
  return (book?.members ?? [])
    .filter((member) => !member.ended && (member.hamletId === hamletId || member.hamletId === null))
    .map(({ id, name }) => ({ id, name, households: counts.get(id) ?? 0 }))
    .sort((left, right) => left.households - right.households);
}
