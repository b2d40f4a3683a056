import type { Shape } from '#shared/columns.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { HouseholdState, PriorityReason } from '#features/registry/model.ts';
import { householdReasonsOf } from '#features/registry/model/priority.ts';
import type { PhoneHome } from './home.ts';

/** One household in the list: enough to find it and to see whether and why to go there. The first thing that a phone gets. */
export interface ListedHome {
  id: Id;
  headName: string;
  code: string;
  groupName: string | null;
  address: string | null;
  phone: string | null;
  state: HouseholdState;
  reasons: PriorityReason[];
  /** The last visit at which somebody was met, or the last meeting that names the household. */
  lastContactOn: Day | null;
  /** Agreed at the last visit that agreed on something. */
  nextOn: Day | null;
}

export const listedShape: Shape<ListedHome> = {
  id: 'id',
  headName: 'text',
  code: 'text',
  groupName: 'text',
  address: 'text',
  phone: 'text',
  state: 'text',
  reasons: 'texts',
  lastContactOn: 'day',
  nextOn: 'day',
};

/** The name of the head, as the household's people have it. */
export function headNameOf(home: PhoneHome): string {
  return (home.people.find((person) => person.id === home.headId) ?? home.people[0])?.fullName ?? home.code;
}

/** The list's row of a household: the same on the server, which sends it first, and on the phone, which keeps it up to date. */
export function listed(home: PhoneHome, today: Day): ListedHome {
  const contacts = [
    ...home.visits.filter((visit) => visit.met === 'someone').map((visit) => visit.on),
    ...home.gatherings.map((gathering) => gathering.on),
  ].sort();
  return {
    id: home.id,
    headName: headNameOf(home),
    code: home.code,
    groupName: home.groupName,
    address: home.address,
    phone: home.phone,
    state: home.state,
    reasons: reasonsOf(home, today),
    lastContactOn: contacts.at(-1) ?? null,
    nextOn: home.visits.find((visit) => visit.met === 'someone')?.nextOn ?? null,
  };
}

/** Why a household comes first, as far as this phone may know. */
export function reasonsOf(home: PhoneHome, today: Day): PriorityReason[] {
  return householdReasonsOf(
    home.people.map((person) => ({
      birth_date: person.birthDate,
      has_smartphone: person.hasSmartphone,
      vulnerable: person.vulnerable ?? false,
      state: person.state,
    })),
    { has_smartphone: home.hasSmartphone, poverty: home.poverty ?? 'unknown' },
    today,
  );
}
