import { fold, nameSortKey, sortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';

/** What the derived columns of a household are made of. */
export interface DerivedFrom {
  code: string;
  book_number: string | null;
  group_name: string | null;
  address: string | null;
  phone: string | null;
}
export interface DerivedResident {
  id: Id;
  full_name: string;
  phone: string | null;
}

/** Columns that follow from others; never set but from here. */
export interface DerivedColumns {
  head_id: Id;
  head_name: string;
  head_sort_key: string;
  address_sort_key: string;
  search_text: string;
}

/** The columns of a household that follow from its own and from its people; `residents` are all that are not merged away. */
export function derivedOf(
  household: DerivedFrom,
  head: DerivedResident,
  residents: readonly DerivedResident[],
): DerivedColumns {
  return {
    head_id: head.id,
    head_name: head.full_name,
    head_sort_key: nameSortKey(head.full_name),
    address_sort_key: addressSortKey(household),
    search_text: searchTextOf(household, residents),
  };
}

/** Neighbourhood group first, then the address with its numbers in their order (2 before 10), nothing known last. */
export function addressSortKey(household: Pick<DerivedFrom, 'group_name' | 'address'>): string {
  if (!household.group_name && !household.address) return '~';
  return `${sortKey(padded(household.group_name))} ${sortKey(padded(household.address))}`;
}

const padded = (text: string | null) => (text ?? '').replace(/\d+/g, (digits) => digits.padStart(6, '0'));

/**
 * What a search looks through, folded (P13): code, number in the commune's list, group, address, phones, and everybody's name.
 * Each part stands between bars and begins with a blank, so that " nguyen van" finds the beginning of words only.
 */
export function searchTextOf(household: DerivedFrom, residents: readonly DerivedResident[]): string {
  const parts = [
    ...residents.map((resident) => resident.full_name),
    household.code,
    household.book_number,
    household.group_name,
    household.address,
    household.phone,
    ...residents.map((resident) => resident.phone),
  ];
  return `${[...new Set(parts.filter(Boolean).map((part) => ` ${searchable(part ?? '')}`))].join(' |')} |`;
}

/** Words of a search, folded; digits that belong together (0912 345 678) become one. At most eight words are looked at. */
export function searchWords(query: string): string[] {
  return searchable(query.replace(/(?<=\d)[ .](?=\d)/g, ''))
    .split(' ')
    .filter(Boolean)
    .slice(0, 8);
}

function searchable(text: string): string {
  return fold(text)
    .replace(/[|,;:"'()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
}
