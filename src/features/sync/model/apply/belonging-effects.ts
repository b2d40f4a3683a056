import type { Id } from '#shared/ids.ts';
import { HouseholdMove, NameResponsible, ResidentMove } from '#features/registry/model.ts';
import type { PhoneHome, PhonePerson } from '../home.ts';
import type { Operation } from '../operation.ts';
import { change, read, type Effect, type Homes } from './effect.ts';

/** To whom households and people belong: hamlet, household, and the member who looks after it. */
export const belongingEffects: Readonly<Record<string, Effect>> = {
  'household.name_responsible': nameResponsible,
  'household.move': moveHousehold,
  'resident.move': moveResident,
};

function nameResponsible(homes: Homes, operation: Operation): Id[] {
  const input = read(NameResponsible, operation);
  return [...new Set(input?.householdIds)].flatMap((id) =>
    change(homes, id, (home) => ({ ...home, responsibleId: input?.memberId ?? null })),
  );
}

function moveHousehold(homes: Homes, operation: Operation): Id[] {
  const input = read(HouseholdMove, operation);
  if (!input) return [];
  const { hamletId, groupName, address } = input;
  return change(homes, input.householdId, (home) =>
    home.hamletId === hamletId ? home : { ...home, hamletId, groupName, address, responsibleId: null },
  );
}

/**
 * With one of the two households not here (yet), nothing is shown until the server has it: otherwise the person would be in
 * none, or in both. The head and the head's place are refused by the server as well.
 */
function moveResident(homes: Homes, operation: Operation): Id[] {
  const input = read(ResidentMove, operation);
  if (!input || input.relation === 'head' || !homes.has(input.toHouseholdId)) return [];
  const { residentId, toHouseholdId, relation } = input;
  const isMoved = (person: PhonePerson) => person.id === residentId;
  // While the server's answer comes in, its new household may have the person already.
  const from = [...homes.values()].find((home) => home.id !== toHouseholdId && home.people.some(isMoved));
  const person = from?.people.find(isMoved);
  if (!from || !person || from.headId === residentId) return [];
  const relationText = relation === person.relation ? person.relationText : null;
  const others = (home: PhoneHome) => home.people.filter((one) => !isMoved(one));
  return [
    ...change(homes, from.id, (home) => ({ ...home, people: others(home) })),
    ...change(homes, toHouseholdId, (home) => ({
      ...home,
      people: [...others(home), { ...person, relation, relationText }],
    })),
  ];
}
