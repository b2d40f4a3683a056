import {
  supportPlaces,
  supportStates,
  urgencies,
  type SupportPlace,
  type SupportState,
  type Urgency,
} from '#features/support/model.ts';
import { isId, type Id } from '#shared/ids.ts';

/** Which ones at a press: by what they wait for. */
export const quick = ['qua-han', 'chua-giao', 'cua-toi', 'den-hen', 'toi-ghi'] as const;
export type Quick = (typeof quick)[number];

export const urgencyCodes: Record<Urgency, string> = { urgent: 'gap', soon: 'som', ordinary: 'thuong' };
export const placeCodes: Record<SupportPlace, string> = { home: 'tai-nha', support_point: 'tai-diem' };
export const stateCodes: Record<SupportState, string> = {
  new: 'moi',
  assigned: 'da-giao',
  scheduled: 'da-hen',
  done: 'da-xong',
  no_show: 'khong-gap',
  cancelled: 'khong-can',
};

/** What the address asks for; what it does not know it leaves out. */
export interface Asked {
  view: 'board' | 'list';
  quick: Quick | null;
  hamletId: Id | null;
  urgency: Urgency | null;
  place: SupportPlace | null;
  state: SupportState | null;
}

/** `?xem=danh-sach`, `?loc=`, `?ap=`, `?muc=`, `?noi=`, `?buoc=`; a state is seen in the list. */
export function askedOf(search: URLSearchParams): Asked {
  const one = (name: string) => search.get(name) ?? '';
  const state = supportStates.find((each) => stateCodes[each] === one('buoc')) ?? null;
  return {
    view: one('xem') === 'danh-sach' || state !== null ? 'list' : 'board',
    quick: quick.find((each) => each === one('loc')) ?? null,
    hamletId: isId(one('ap')) ? one('ap') : null,
    urgency: urgencies.find((each) => urgencyCodes[each] === one('muc')) ?? null,
    place: supportPlaces.find((each) => placeCodes[each] === one('noi')) ?? null,
    state,
  };
}

/** The address of the same with something else asked for. */
export function hrefOf(asked: Asked, change: Partial<Asked>, path = '/ho-tro'): string {
  const next = { ...asked, ...change };
  const search = new URLSearchParams();
  if (next.view === 'list') search.set('xem', 'danh-sach');
  if (next.quick !== null) search.set('loc', next.quick);
  if (next.hamletId !== null) search.set('ap', next.hamletId);
  if (next.urgency !== null) search.set('muc', urgencyCodes[next.urgency]);
  if (next.place !== null) search.set('noi', placeCodes[next.place]);
  if (next.state !== null) search.set('buoc', stateCodes[next.state]);
  const query = search.toString();
  return query === '' ? path : `${path}?${query}`;
}
