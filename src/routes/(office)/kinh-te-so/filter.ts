import {
  businessKinds,
  sellingSteps,
  type BusinessKind,
  type SellingStep,
} from '#features/commerce/model.ts';
import { isId, type Id } from '#shared/ids.ts';

/** Which ones at a press: by what they lack. */
export const quick = ['lau-chua-ghi', 'chua-cam-ket', 'da-ngung'] as const;
export type Quick = (typeof quick)[number];

export const kindCodes: Record<BusinessKind, string> = {
  household_business: 'ho-kinh-doanh',
  enterprise: 'doanh-nghiep',
  cooperative: 'hop-tac-xa',
  producer: 'nguoi-san-xuat',
};
export const stepCodes: Record<SellingStep, string> = {
  account: 'tai-khoan',
  e_payment: 'thanh-toan',
  photo: 'anh',
  product_page: 'trang-san-pham',
  shop: 'gian-hang',
  first_order: 'don-dau',
  packing: 'dong-goi',
  running: 'ban-deu',
};

/** What the address asks for; what it does not know it leaves out. */
export interface Asked {
  view: 'board' | 'list';
  quick: Quick | null;
  hamletId: Id | null;
  kind: BusinessKind | null;
  next: SellingStep | null;
}

/** `?xem=danh-sach`, `?loc=`, `?ap=`, `?loai-hinh=`, `?buoc=`; what was given up is seen in the list. */
export function askedOf(search: URLSearchParams): Asked {
  const one = (name: string) => search.get(name) ?? '';
  const chosen = quick.find((each) => each === one('loc')) ?? null;
  return {
    view: one('xem') === 'danh-sach' || chosen === 'da-ngung' ? 'list' : 'board',
    quick: chosen,
    hamletId: isId(one('ap')) ? one('ap') : null,
    kind: businessKinds.find((each) => kindCodes[each] === one('loai-hinh')) ?? null,
    next: sellingSteps.find((each) => stepCodes[each] === one('buoc')) ?? null,
  };
}

/** The address of the same with something else asked for. */
export function hrefOf(asked: Asked, change: Partial<Asked>, path = '/kinh-te-so'): string {
  const next = { ...asked, ...change };
  const search = new URLSearchParams();
  if (next.view === 'list') search.set('xem', 'danh-sach');
  if (next.quick !== null) search.set('loc', next.quick);
  if (next.hamletId !== null) search.set('ap', next.hamletId);
  if (next.kind !== null) search.set('loai-hinh', kindCodes[next.kind]);
  if (next.next !== null) search.set('buoc', stepCodes[next.next]);
  const query = search.toString();
  return query === '' ? path : `${path}?${query}`;
}
