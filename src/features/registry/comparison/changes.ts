import type { Id } from '#shared/ids.ts';
import type { HouseholdTable as HouseholdRow, ResidentTable as ResidentRow } from '../tables.ts';
import type { ParsedHousehold, ParsedResident } from '../transfer/parsed-list.ts';

export type HouseholdChange = Partial<
  Pick<
    HouseholdRow,
    | 'hamlet_id'
    | 'book_number'
    | 'group_name'
    | 'address'
    | 'phone'
    | 'stated_size'
    | 'has_smartphone'
    | 'poverty'
    | 'note'
    | 'responsible_member_id'
  >
>;
export type ResidentChange = Partial<
  Pick<
    ResidentRow,
    'sex' | 'birth_date' | 'birth_precision' | 'residence' | 'relation' | 'relation_text' | 'phone'
  >
>;

/** What a listed household says otherwise than the register. What it leaves open changes nothing; a note fills an empty one only. */
export function changesOfHousehold(
  row: HouseholdRow,
  listed: ParsedHousehold,
  hamletId: Id | null,
): HouseholdChange {
  const change: HouseholdChange = {};
  if (hamletId !== null && hamletId !== row.hamlet_id) {
    change.hamlet_id = hamletId;
    if (row.responsible_member_id !== null) change.responsible_member_id = null;
  }
  if (listed.bookNumber !== null && listed.bookNumber !== row.book_number)
    change.book_number = listed.bookNumber;
  if (listed.group !== null && listed.group !== row.group_name) change.group_name = listed.group;
  if (listed.address !== null && listed.address !== row.address) change.address = listed.address;
  if (listed.statedSize !== null && listed.statedSize !== row.stated_size)
    change.stated_size = listed.statedSize;
  const phone = householdPhone(listed);
  if (phone !== null && phone !== row.phone) change.phone = phone;
  const smartphone = listed.hasSmartphone === null ? null : listed.hasSmartphone ? 'yes' : 'no';
  if (smartphone !== null && smartphone !== row.has_smartphone) change.has_smartphone = smartphone;
  if (listed.poverty !== null && listed.poverty !== row.poverty) change.poverty = listed.poverty;
  if (listed.note !== null && row.note === null) change.note = listed.note;
  return change;
}

/** A phone that is the head's own is written with the head only. */
export function householdPhone(listed: ParsedHousehold): string | null {
  return listed.residents.some((one) => one.phone === listed.phone) ? null : listed.phone;
}

/** What a listed person says otherwise than the register; null when nothing. A birth known to the day is not made vaguer. */
export function changesOfResident(row: ResidentRow, listed: ParsedResident): ResidentChange | null {
  const change: ResidentChange = {};
  if (listed.sex !== null && listed.sex !== row.sex) change.sex = listed.sex;
  if (
    listed.birth &&
    (row.birth_date !== listed.birth.date || row.birth_precision !== listed.birth.precision)
  ) {
    const finer =
      row.birth_precision === null || fineness[listed.birth.precision] >= fineness[row.birth_precision];
    if (finer) {
      change.birth_date = listed.birth.date;
      change.birth_precision = listed.birth.precision;
    }
  }
  if (listed.residence !== null && listed.residence !== row.residence) change.residence = listed.residence;
  if (listed.phone !== null && listed.phone !== row.phone) change.phone = listed.phone;
  // Who is head is changed by naming the head, not here.
  if (listed.relationText !== null && listed.relation !== 'head' && row.relation !== 'head') {
    if (listed.relation !== row.relation) change.relation = listed.relation;
    if (listed.relationText !== row.relation_text) change.relation_text = listed.relationText;
  }
  return Object.keys(change).length === 0 ? null : change;
}

const fineness = { year: 1, month: 2, day: 3 };
