import { fold } from '#shared/fold.ts';
import type { Birth } from '../model.ts';
import type { ParsedHousehold } from '../transfer/parsed-list.ts';

/** A person as lists name them: what decides whether two rows speak of one. */
export interface NamedPerson {
  /** Folded: tone placement, capitals and diacritics make no difference. */
  name: string;
  birth: Birth | null;
  phone: string | null;
}

/** A household as it is compared: where, its number, its head and all of its people (the head among them). */
export interface NamedHousehold {
  hamletId: string | null;
  bookNumber: string | null;
  head: NamedPerson;
  people: NamedPerson[];
  statedSize: number | null;
}

/** A household of a list; people get a folded name. */
export function namedInList(household: ParsedHousehold, hamletId: string | null): NamedHousehold {
  const people = household.residents.map((one) => ({
    name: fold(one.fullName),
    birth: one.birth,
    phone: one.phone,
  }));
  const head = people[household.residents.findIndex((one) => one.relation === 'head')] ?? people[0];
  return {
    hamletId,
    bookNumber: household.bookNumber,
    head: head ?? { name: fold(household.headName), birth: null, phone: household.phone },
    people,
    statedSize: household.statedSize,
  };
}

/** 'same': the births agree as far as both are known. 'open': one is not known. 'other': they contradict each other. */
export function compareBirths(one: Birth | null, other: Birth | null): 'same' | 'open' | 'other' {
  if (!one || !other) return 'open';
  const length = Math.min(lengths[one.precision], lengths[other.precision]);
  return one.date.slice(0, length) === other.date.slice(0, length) ? 'same' : 'other';
}
const lengths = { year: 4, month: 7, day: 10 };

/** Same name, and a birth that can be one. For the head a wrongly typed day is forgiven: the year decides. */
export function sameYear(one: Birth | null, other: Birth | null): 'same' | 'open' | 'other' {
  if (!one || !other) return 'open';
  return one.date.slice(0, 4) === other.date.slice(0, 4) ? 'same' : 'other';
}

/** People of one household who may be one person written twice: same folded name, and births that do not contradict each other. */
export function likelyDoubles<Person extends NamedPerson>(people: readonly Person[]): [Person, Person][] {
  return people.flatMap((one, at) =>
    people
      .slice(at + 1)
      .filter((other) => other.name === one.name && compareBirths(one.birth, other.birth) !== 'other')
      .map((other): [Person, Person] => [one, other]),
  );
}

/** How many people of one side stand on the other too (same folded name and birth year), the heads left out. */
export function inCommon(one: NamedHousehold, other: NamedHousehold): number {
  const theirs = other.people.filter((person) => person !== other.head);
  return one.people.filter(
    (person) =>
      person !== one.head &&
      theirs.some(
        (candidate) => candidate.name === person.name && sameYear(candidate.birth, person.birth) === 'same',
      ),
  ).length;
}

/** True when both name more than their heads and have nobody else in common: two households whose heads are namesakes. */
export function peopleContradict(one: NamedHousehold, other: NamedHousehold): boolean {
  return one.people.length > 1 && other.people.length > 1 && inCommon(one, other) === 0;
}

/** True when what else is told of two heads-only entries speaks against their being one. */
export function factsContradict(one: NamedHousehold, other: NamedHousehold): boolean {
  const phones = one.head.phone !== null && other.head.phone !== null && one.head.phone !== other.head.phone;
  const sizes = sizeOf(one) !== null && sizeOf(other) !== null && sizeOf(one) !== sizeOf(other);
  const days = compareBirths(one.head.birth, other.head.birth) === 'other';
  return [phones, sizes, days].filter(Boolean).length >= 2 || (days && (phones || sizes));
}

function sizeOf(household: NamedHousehold): number | null {
  return household.statedSize ?? (household.people.length > 1 ? household.people.length : null);
}
