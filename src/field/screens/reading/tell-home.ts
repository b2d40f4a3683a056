import type { Day } from '#shared/calendar.ts';
import { fold } from '#shared/fold.ts';
import { searchWords } from '#features/registry/model/derived.ts';
import { ageIsEstimated, ageOf, politeAddress } from '#features/registry/model/birth.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';

type Born = Pick<PhonePerson, 'birthDate' | 'birthPrecision' | 'sex'>;
const bornOf = ({ birthDate, birthPrecision, sex }: Born) => ({
  birth_date: birthDate,
  birth_precision: birthPrecision,
  sex,
});

/** How a person is spoken of: "bà", 60, whether the age is only estimated. */
export function spokenOf(person: Born, today: Day) {
  const born = bornOf(person);
  return {
    polite: politeAddress(born, today),
    age: ageOf(born, today),
    isEstimated: ageIsEstimated(born),
  };
}

/** The head, or who stands first. */
export const headOf = (home: PhoneHome): PhonePerson | undefined =>
  home.people.find((person) => person.id === home.headId) ?? home.people[0];

/** The part of a name by which one is called: "Huệ" of "Nguyễn Bích Huệ". */
export const givenName = (fullName: string) => fullName.split(' ').at(-1) ?? fullName;

/** Somebody else than the head for whom one may have searched: "có Đặng Thị Ánh". */
export function foundPerson(home: PhoneHome, query: string): PhonePerson | null {
  const words = searchWords(query);
  const isMeant = (person: PhonePerson) => {
    const name = ` ${fold(person.fullName)}`;
    return words.every((word) => name.includes(` ${word}`));
  };
  const head = headOf(home);
  if (words.length === 0 || (head && isMeant(head))) return null;
  return home.people.find(isMeant) ?? null;
}
