import * as z from 'zod/mini';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

/** What people have decided before a merger of communes: the file of `--choices`. */
export const Choices = z.strictObject({
  /** Stands behind the name of a hamlet or unit that both communes have: "Ấp 1" becomes "Ấp 1 (Nhơn Mỹ)". */
  suffix: z._default(z.nullable(name), null),
  /** Another name for a hamlet of the commune that ends, by its name. */
  hamlets: z._default(z.record(z.string(), name), {}),
  /** Logins of those who keep their role of the commune, in the other one. */
  keepRoles: z._default(z.array(z.string()), []),
});
export type Choices = z.infer<typeof Choices>;

/** Two communes of the installation that become one from a day on, by a paper. */
export interface CommuneMerger {
  /** Five digits: the one that ends, and the one that goes on. */
  from: string;
  into: string;
  on: Day;
  paper: string;
  choices: Choices;
}

/** A merger that is being done. */
export interface MergerInHand extends CommuneMerger {
  id: Id;
  now: Date;
  /** The place in the other commune of what concerned the whole one that ended: a hamlet that is there on no day. */
  wholeId: Id;
  wholeName: string;
  /** New names of hamlets and units, by id. */
  names: ReadonlyMap<Id, string>;
}
