import type { HouseholdFilter } from '#features/registry/model/household-filter.ts';

const parts = ['text', 'hamletId', 'groupName', 'state', 'priority', 'sort', 'cursor'] as const;
export type FilterParts = Pick<HouseholdFilter, (typeof parts)[number]>;

/** Under which name each part of a filter stands in the page's address. */
const names: Record<(typeof parts)[number], string> = {
  text: 'q',
  hamletId: 'ap',
  groupName: 'to',
  state: 'tinh-trang',
  priority: 'uu-tien',
  sort: 'xep',
  cursor: 'tu',
};

/** The raw filter that an address holds, for `HouseholdFilter` to parse. */
export function filterIn(address: URLSearchParams): Record<string, string | undefined> {
  return Object.fromEntries(parts.map((part) => [part, address.get(names[part]) ?? undefined]));
}

/** The filter as the query of an address, '?q=…' or ''; a change of conditions begins at the first page. */
export function queryOf(
  filter: FilterParts,
  change: Partial<FilterParts> = {},
  more: Record<string, string> = {},
): string {
  const wanted: Partial<FilterParts> = { ...filter, cursor: null, ...change };
  const query = new URLSearchParams(more);
  for (const part of parts) {
    const value = wanted[part];
    if (value && !(part === 'sort' && value === 'head')) query.set(names[part], value);
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}
