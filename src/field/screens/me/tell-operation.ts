import { politeAddress } from '#features/registry/model/birth.ts';
import type { PhonePerson } from '#features/sync/model/home.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { titleOf } from '#features/sync/model/told.ts';
import type { Register } from '../../register/register.ts';
import { operation as words } from './words.ts';

/** One thing that the owner did, as its owner would say it. */
export interface ToldOperation {
  /** "Lần gặp hộ ông Lê Văn Ba"; without the household when the phone no longer knows it. */
  title: string;
  /** The household that it is about, while it is on this phone. */
  home: string | null;
}

export function tellOperation(operation: Operation, register: Register): ToldOperation {
  const { household } = operation;
  const home = household !== null && register.listedHome(household) ? household : null;
  return { title: titleIn(operation, aboutOf(operation, register)), home };
}

function titleIn({ command, input }: Operation, about: string | null): string {
  if (command !== 'visit.record') return words.other(titleOf(command), about);
  return input['met'] === 'someone' ? words.visit(about) : words.nobodyMet(about);
}

function aboutOf({ household, input }: Operation, register: Register): string | null {
  if (Array.isArray(input['householdIds'])) return words.homes(input['householdIds'].length);
  if (household === null) return null;
  const home = register.home(household);
  if (!home) {
    const row = register.listedHome(household);
    return row ? words.home(row.headName) : null;
  }
  const polite = (person: PhonePerson) => {
    const born = { birth_date: person.birthDate, birth_precision: person.birthPrecision, sex: person.sex };
    return `${politeAddress(born, register.today)} ${person.fullName}`;
  };
  const head = home.people.find((person) => person.id === home.headId) ?? home.people[0];
  const headName = head ? polite(head) : home.code;
  const person = home.people.find((one) => one.id === input['residentId'] && one.id !== head?.id);
  return person ? words.person(polite(person), headName) : words.home(headName);
}
