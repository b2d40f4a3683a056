import type * as z from 'zod/mini';
import { dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { DigitalItem } from '#features/visits/model/digital-status.ts';
import type { PhoneHome, PhonePerson } from '../home.ts';
import type { Operation } from '../operation.ts';

/** Whose phone it is, and what it knows of platforms. */
export interface Teller {
  accountId: Id;
  memberId: Id | null;
  tracks: ReadonlyMap<string, DigitalItem | null>;
}

/** The households of a phone as its owner sees them. */
export type Homes = Map<Id, PhoneHome>;

/** What an operation changes; gives the households that changed. */
export type Effect = (homes: Homes, operation: Operation, teller: Teller) => Id[];

/** The input as the command's own schema reads it; null when it would be refused. */
export function read<Input>(schema: z.ZodMiniType<Input>, operation: Operation): Input | null {
  const result = schema.safeParse(operation.input);
  return result.success ? result.data : null;
}

/** The day on which it was done. */
export const dayDone = (operation: Operation): Day => dayOf(new Date(operation.at));

/** Puts a changed copy in a household's place; nothing for one that is not here. */
export function change(homes: Homes, id: Id | null | undefined, by: (home: PhoneHome) => PhoneHome): Id[] {
  const home = id ? homes.get(id) : undefined;
  if (!home) return [];
  homes.set(home.id, by(home));
  return [home.id];
}

/** The same for one person, wherever they live. */
export function changePerson(homes: Homes, residentId: Id, by: (person: PhonePerson) => PhonePerson): Id[] {
  for (const home of homes.values())
    if (home.people.some((person) => person.id === residentId))
      return change(homes, home.id, (found) => ({
        ...found,
        people: found.people.map((person) => (person.id === residentId ? by(person) : person)),
      }));
  return [];
}
