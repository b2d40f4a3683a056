import type { Day } from '#shared/calendar.ts';
import { ageIsEstimated, ageOf, politeAddress } from '#features/registry/model/birth.ts';
import { relationNames } from '#features/registry/words.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';
import { somebodyElse, type FormPerson } from '#features/visits/visit-form.ts';
import * as said from '#features/visits/page-words.ts';
import * as words from './words.ts';

/** "71 tuổi · Chủ hộ"; "bà · Chủ hộ" when the age is not known. */
export function detailOf(person: PhonePerson, today: Day): string {
  const born = { birth_date: person.birthDate, birth_precision: person.birthPrecision, sex: person.sex };
  const age = ageOf(born, today);
  return [
    age === null ? politeAddress(born, today) : words.aged(age, ageIsEstimated(born)),
    person.relationText ?? relationNames[person.relation],
  ].join(' · ');
}

/** Who lives there, as chips: the head first, then by age, children last. */
export function peopleToMeet(home: PhoneHome, today: Day): FormPerson[] {
  const rank = (person: PhonePerson) => (person.id === home.headId ? '' : (person.birthDate ?? '1900'));
  return home.people
    .filter((person) => person.state === 'living')
    .sort((left, right) => (rank(left) < rank(right) ? -1 : rank(left) > rank(right) ? 1 : 0))
    .map((person) => ({ id: person.id, name: person.fullName, detail: detailOf(person, today) }));
}

/** Those of the chips that are chosen, with somebody who is not of the household at the end. */
export function peopleMet(people: readonly FormPerson[], chosen: readonly string[]): FormPerson[] {
  return [
    ...people.filter((person) => chosen.includes(person.id)),
    ...(chosen.includes(somebodyElse) ? [{ id: somebodyElse, name: said.somebodyElse, detail: '' }] : []),
  ];
}
