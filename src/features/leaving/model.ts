import * as z from 'zod/mini';
import { day, id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { safeText } from '#features/visits/model/fields.ts';

/** Who takes what: by household, task, request and obstacle. Of an obstacle an account, since only accounts speak. */
const takers = z._default(z.record(z.string(), id), {});

/** A member leaves (R104): everything that is theirs goes to others, and their term ends. */
export const HandOverInput = z.object({
  memberId: id,
  /** The first day on which they are no member any more; of one whose term ended already it is not asked. */
  endedOn: z._default(z.nullable(day), null),
  reason: z._default(safeText(200), null),
  households: takers,
  tasks: takers,
  requests: takers,
  obstacles: takers,
});
export type HandOverInput = z.infer<typeof HandOverInput>;

/** Somebody who may take over, with what they carry already. */
export interface Heir {
  id: Id;
  load: number;
}

/**
 * Spreads things over those who may take each: always the one who carries least then, the first of equals. A thing that nobody
 * may take is left out. Says who takes what.
 */
export function spread(
  things: readonly { id: Id; heirs: readonly Id[] }[],
  heirs: readonly Heir[],
): Map<Id, Id> {
  const load = new Map(heirs.map((heir) => [heir.id, heir.load]));
  const taken = new Map<Id, Id>();
  for (const thing of things) {
    const able = thing.heirs.filter((id) => load.has(id));
    const [first, ...others] = able;
    if (first === undefined) continue;
    const taker = others.reduce(
      (best, id) => ((load.get(id) ?? 0) < (load.get(best) ?? 0) ? id : best),
      first,
    );
    taken.set(thing.id, taker);
    load.set(taker, (load.get(taker) ?? 0) + 1);
  }
  return taken;
}
