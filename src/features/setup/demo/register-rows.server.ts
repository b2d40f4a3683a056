import type { Selectable } from 'kysely';
import { startOf, type Day } from '#shared/calendar.ts';
import { fold, nameSortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { derivedOf } from '#features/registry/model/derived.ts';
import type { HouseholdTable, ResidentTable } from '#features/registry/tables.ts';
import type { DemoHamlet } from './org-rows.server.ts';
import type { DemoHousehold } from './people.ts';
import type { SeededRandom } from './random.ts';

export interface HouseholdRows {
  household: Selectable<HouseholdTable>;
  residents: Selectable<ResidentTable>[];
}

/** The register's rows of one invented household, as if a list had been imported on `day`. */
export function registerRows(
  communeId: string,
  random: SeededRandom,
  hamlet: DemoHamlet,
  number: number,
  demo: DemoHousehold,
  day: Day,
): HouseholdRows {
  const at = new Date(startOf(day).getTime() + 9 * 60 * 60 * 1000);
  const householdId: Id = random.id(at);
  const stamp = { commune_id: communeId, created_at: at, updated_at: at };
  const residents = demo.people.map((person, position): Selectable<ResidentTable> => ({
    ...stamp,
    id: random.id(at),
    household_id: householdId,
    position,
    full_name: person.fullName,
    name_folded: fold(person.fullName),
    sort_key: nameSortKey(person.fullName),
    sex: person.sex,
    birth_date: person.birth?.date ?? null,
    birth_precision: person.birth?.precision ?? null,
    residence: person.residence,
    relation: person.relation,
    relation_text: person.relationText,
    phone: person.phone,
    has_smartphone: person.hasSmartphone,
    vulnerable: person.vulnerable,
    state: 'living',
    state_on: day,
    merged_into: null,
  }));
  const [head] = residents;
  if (!head) throw new Error('a household has a head');
  const plain = {
    code: `${hamlet.code.split('-').at(-1)}-${String(number).padStart(4, '0')}`,
    book_number: String(number),
    group_name: demo.groupName,
    address: null,
    phone: head.phone,
  };
  return {
    residents,
    household: {
      ...stamp,
      ...plain,
      ...derivedOf(plain, head, residents),
      id: householdId,
      hamlet_id: hamlet.id,
      stated_size: null,
      state: demo.state,
      state_on: day,
      has_smartphone: demo.hasSmartphone,
      has_internet: demo.hasInternet,
      poverty: demo.poverty,
      poverty_year: demo.poverty === 'none' ? null : Number(day.slice(0, 4)),
      poverty_decision: null,
      responsible_member_id:
        hamlet.members.length > 0 && random.chance(0.5) ? random.pick(hamlet.members).id : null,
      note: null,
      merged_into: null,
      registered_on: day,
    },
  };
}
