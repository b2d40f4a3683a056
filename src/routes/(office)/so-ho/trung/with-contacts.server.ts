import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { DuplicatePair } from '#features/registry/queries/find-duplicates.server.ts';
import { lastContacts } from '#features/visits/queries/last-contacts.server.ts';

/** A pair with the day on which each side was last visited; null when never, or when the reader does not see visits. */
export interface ComparedPair extends DuplicatePair {
  firstContactOn: Day | null;
  secondContactOn: Day | null;
}

export async function withContacts(
  ctx: ReadContext,
  pairs: readonly DuplicatePair[],
): Promise<ComparedPair[]> {
  const contacts = await lastContacts(
    ctx,
    pairs.flatMap((pair) => [pair.first, pair.second]),
  );
  return pairs.map((pair) => ({
    ...pair,
    firstContactOn: contacts.get(pair.first.id)?.on ?? null,
    secondContactOn: contacts.get(pair.second.id)?.on ?? null,
  }));
}
