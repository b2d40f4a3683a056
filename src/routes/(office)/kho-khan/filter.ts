import {
  obstacleKinds,
  obstacleStates,
  pillars,
  type ObstacleKind,
  type ObstacleState,
  type Pillar,
} from '#features/obstacles/model.ts';
import { isId, type Id } from '#shared/ids.ts';

/** Which ones at a press: by what they wait for. */
export const quick = ['qua-han', 'chua-nhan', 'cho-quyet-dinh', 'cho-toi', 'toi-neu'] as const;
export type Quick = (typeof quick)[number];

export const kindCodes: Record<ObstacleKind, string> = { obstacle: 'kho-khan', proposal: 'kien-nghi' };
export const pillarCodes: Record<Pillar, string> = {
  government: 'chinh-quyen',
  economy: 'kinh-te',
  society: 'xa-hoi',
  other: 'khac',
};
export const stateCodes: Record<ObstacleState, string> = {
  raised: 'moi-neu',
  triaged: 'phan-cap',
  in_progress: 'dang-xu-ly',
  resolved: 'cho-xac-nhan',
  confirmed: 'da-xong',
  escalated: 'chuyen-len',
};

/** What the address asks for; what it does not know it leaves out. */
export interface Asked {
  view: 'board' | 'list';
  quick: Quick | null;
  hamletId: Id | null;
  kind: ObstacleKind | null;
  pillar: Pillar | null;
  state: ObstacleState | null;
}

/** `?xem=danh-sach`, `?loc=`, `?ap=`, `?kieu=`, `?linh-vuc=`, `?buoc=`; a state is seen in the list. */
export function askedOf(search: URLSearchParams): Asked {
  const one = (name: string) => search.get(name) ?? '';
  const state = obstacleStates.find((each) => stateCodes[each] === one('buoc')) ?? null;
  return {
    view: one('xem') === 'danh-sach' || state !== null ? 'list' : 'board',
    quick: quick.find((each) => each === one('loc')) ?? null,
    hamletId: isId(one('ap')) ? one('ap') : null,
    kind: obstacleKinds.find((each) => kindCodes[each] === one('kieu')) ?? null,
    pillar: pillars.find((each) => pillarCodes[each] === one('linh-vuc')) ?? null,
    state,
  };
}

/** The address of the same with something else asked for. */
export function hrefOf(asked: Asked, change: Partial<Asked>, path = '/kho-khan'): string {
  const next = { ...asked, ...change };
  const search = new URLSearchParams();
  if (next.view === 'list') search.set('xem', 'danh-sach');
  if (next.quick !== null) search.set('loc', next.quick);
  if (next.hamletId !== null) search.set('ap', next.hamletId);
  if (next.kind !== null) search.set('kieu', kindCodes[next.kind]);
  if (next.pillar !== null) search.set('linh-vuc', pillarCodes[next.pillar]);
  if (next.state !== null) search.set('buoc', stateCodes[next.state]);
  const query = search.toString();
  return query === '' ? path : `${path}?${query}`;
}
