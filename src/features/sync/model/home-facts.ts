import type { HouseholdFacts } from '#features/targets/facts.ts';
import type { PhoneHome } from './home.ts';

/** What a phone knows of a household, as the targets' evaluator asks it (law 5): the same definitions as on the server. */
export function factsOf(home: PhoneHome): HouseholdFacts {
  return {
    id: home.id,
    hamletId: home.hamletId,
    state: home.state,
    smartphone: home.hasSmartphone,
    poverty: home.poverty ?? 'unknown',
    statedSize: home.statedSize,
    residents: home.people.map((person) => ({
      id: person.id,
      state: person.state,
      residence: person.residence,
      birth: person.birthDate,
      smartphone: person.hasSmartphone,
      vulnerable: person.vulnerable ?? false,
      digital: person.digital,
      skills: person.skills,
    })),
    contacts: [
      ...home.visits.filter((visit) => visit.met === 'someone').map(({ on, form }) => ({ on, form })),
      ...home.gatherings.map(({ on, form }) => ({ on, form })),
    ],
    guidances: home.visits.flatMap((visit) =>
      visit.guidances.map(({ platform, outcome }) => ({ on: visit.on, platform, outcome })),
    ),
    hasHelper: home.helper !== null,
  };
}
