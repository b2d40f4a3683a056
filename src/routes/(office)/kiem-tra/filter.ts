/** Which view, and which of its chips; what the address does not know is left out. */
export const inspectionChips = ['qua-ngay', 'hom-nay', 'sap-toi', 'dang-theo-doi', 'da-xong'] as const;
export type InspectionChip = (typeof inspectionChips)[number];
export const findingChips = ['qua-han', 'cho-y-kien', 'cho-xac-nhan', 'da-khac-phuc'] as const;
export type FindingChip = (typeof findingChips)[number];

export type View = 'list' | 'hamlets' | 'findings';
const viewCodes: Record<View, string | null> = { list: null, hamlets: 'theo-ap', findings: 'ton-tai' };

export interface Asked {
  view: View;
  inspectionChip: InspectionChip | null;
  findingChip: FindingChip | null;
}

/** `?xem=theo-ap`, `?xem=ton-tai`, `?loc=`. */
export function askedOf(search: URLSearchParams): Asked {
  const [shown, chip] = [search.get('xem'), search.get('loc')];
  const view = shown === 'theo-ap' ? 'hamlets' : shown === 'ton-tai' ? 'findings' : 'list';
  return {
    view,
    inspectionChip: view === 'list' ? (inspectionChips.find((one) => one === chip) ?? null) : null,
    findingChip: view === 'findings' ? (findingChips.find((one) => one === chip) ?? null) : null,
  };
}

export function hrefOf(view: View, chip: string | null, path = '/kiem-tra'): string {
  const search = new URLSearchParams();
  const code = viewCodes[view];
  if (code !== null) search.set('xem', code);
  if (chip !== null) search.set('loc', chip);
  const query = search.toString();
  return query === '' ? path : `${path}?${query}`;
}
