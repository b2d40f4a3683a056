import type { Id } from '#shared/ids.ts';
import type { HouseholdTable as HouseholdRow, ResidentTable as ResidentRow } from '../tables.ts';
import type { ParsedHousehold, ParsedResident } from '../transfer/parsed-list.ts';
import type { ImportAction } from '../model/import.ts';
import { changesOfHousehold, changesOfResident } from './changes.ts';
import { findDoubles } from './find-doubles.ts';
import { compareBirths, namedInList, sameYear, type NamedHousehold } from './likeness.ts';
import { matchHouseholds } from './match-households.ts';
import type { HouseholdChange, ResidentChange } from './changes.ts';

/** A household of the register with its people. */
export interface RegisteredHousehold {
  row: HouseholdRow;
  residents: ResidentRow[];
}

/** What one household of the list would do to the register. */
export interface HouseholdPlan {
  /** Its place in the list. */
  index: number;
  listed: ParsedHousehold;
  /** Null: its hamlet is not known yet. */
  hamletId: Id | null;
  action: ImportAction;
  /** The household of the register that it is; null for a new one. */
  found: RegisteredHousehold | null;
  /** For a skipped one: the place of the entry that is taken instead. */
  doubleOf: number | null;
  change: HouseholdChange;
  /** The listed people whom the register does not know yet. */
  newResidents: ParsedResident[];
  changedResidents: { row: ResidentRow; change: ResidentChange }[];
  /** People of the register that the list does not name; they stay. */
  notListed: ResidentRow[];
  /** Who becomes head, when the list names another one of the household. */
  newHead: ResidentRow | null;
}

/**
 * Compares a list with the register. Pure. What the list does not say is never taken from the register, and people whom it does
 * not name stay. `hamletOf` tells the hamlet of a name in the list (null: not known yet).
 */
export function compareList(
  list: readonly ParsedHousehold[],
  register: readonly RegisteredHousehold[],
  hamletOf: (name: string | null) => Id | null,
): HouseholdPlan[] {
  const ours = list.map((household) => namedInList(household, hamletOf(household.hamlet)));
  const doubles = findDoubles(ours);
  const instead = new Map<number, number>();
  const matches = matchHouseholds(ours, register.map(namedInRegister), (surely) => {
    for (const group of doubles) {
      const kept = group.find((index) => surely.has(index)) ?? group[0];
      if (kept === undefined) continue;
      for (const index of group) if (index !== kept && !surely.has(index)) instead.set(index, kept);
    }
    return new Set(instead.keys());
  });
  return list.map((listed, index) => {
    const place = matches[index] ?? null;
    const found = place === null ? null : (register[place] ?? null);
    const hamletId = hamletOf(listed.hamlet);
    const doubleOf = instead.get(index) ?? null;
    const plan: HouseholdPlan = {
      index,
      listed,
      hamletId,
      action: doubleOf === null ? 'created' : 'skipped',
      found,
      doubleOf,
      change: {},
      newResidents: doubleOf === null ? listed.residents : [],
      changedResidents: [],
      notListed: [],
      newHead: null,
    };
    return found ? { ...plan, ...changesTo(found, listed, hamletId) } : plan;
  });
}

function changesTo(found: RegisteredHousehold, listed: ParsedHousehold, hamletId: Id | null) {
  const partners = matchPeople(listed.residents, found.residents);
  const known = new Set(partners.values());
  const listedHead = listed.residents.find((one) => one.relation === 'head');
  const headRow = listedHead ? partners.get(listedHead) : undefined;
  const newHead = headRow && headRow.id !== found.row.head_id && headRow.state === 'living' ? headRow : null;
  const change = changesOfHousehold(found.row, listed, hamletId);
  const changedResidents = [...partners].flatMap(([person, row]) => {
    const changed = changesOfResident(row, person);
    return changed ? [{ row, change: changed }] : [];
  });
  const newResidents = listed.residents.filter((person) => !partners.has(person));
  const moved = change.hamlet_id !== undefined;
  const nothing =
    Object.keys(change).length === 0 &&
    changedResidents.length === 0 &&
    newResidents.length === 0 &&
    !newHead;
  const action: HouseholdPlan['action'] = moved ? 'moved' : nothing ? 'unchanged' : 'updated';
  return {
    action,
    change,
    newResidents,
    changedResidents,
    newHead,
    notListed:
      listed.residents.length > 1
        ? found.residents.filter((row) => !known.has(row) && row.state === 'living')
        : [],
  };
}

/** Who of the list is who of the household: same folded name and birth year first, then the same name where a birth is not known. */
function matchPeople(
  people: readonly ParsedResident[],
  rows: readonly ResidentRow[],
): Map<ParsedResident, ResidentRow> {
  const found = new Map<ParsedResident, ResidentRow>();
  const taken = new Set<ResidentRow>();
  for (const wanted of ['same', 'open'] as const) {
    for (const person of people) {
      if (found.has(person)) continue;
      const named = namedInList({ ...emptyHousehold, residents: [person] }, null).people[0];
      const fitting = rows.filter(
        (row) =>
          !taken.has(row) &&
          row.name_folded === named?.name &&
          sameYear(person.birth, birthOfRow(row)) === wanted,
      );
      const exact = fitting.find((row) => compareBirths(person.birth, birthOfRow(row)) === 'same');
      const row = exact ?? fitting[0];
      if (!row) continue;
      found.set(person, row);
      taken.add(row);
    }
  }
  return found;
}

const emptyHousehold: ParsedHousehold = {
  sheet: '',
  row: 0,
  order: null,
  hamlet: null,
  bookNumber: null,
  group: null,
  address: null,
  phone: null,
  headName: '',
  statedSize: null,
  poverty: null,
  hasSmartphone: null,
  note: null,
  residents: [],
};

export function birthOfRow(row: Pick<ResidentRow, 'birth_date' | 'birth_precision'>) {
  return row.birth_date === null || row.birth_precision === null
    ? null
    : { date: row.birth_date, precision: row.birth_precision };
}

function namedInRegister({ row, residents }: RegisteredHousehold): NamedHousehold {
  const people = residents.map((one) => ({ row: one, person: personOf(one, row) }));
  const head = people.find((one) => one.row.id === row.head_id)?.person;
  return {
    hamletId: row.hamlet_id,
    bookNumber: row.book_number,
    head: head ?? { name: '', birth: null, phone: row.phone },
    people: people.map((one) => one.person),
    statedSize: row.stated_size,
  };
}

function personOf(one: ResidentRow, household: HouseholdRow) {
  const phone = one.phone ?? (one.id === household.head_id ? household.phone : null);
  return { name: one.name_folded, birth: birthOfRow(one), phone };
}
