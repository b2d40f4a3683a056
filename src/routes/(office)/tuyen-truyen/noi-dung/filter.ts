import { contentKinds, type ContentKind } from '#features/outreach/content.ts';

export const kindCodes: Record<ContentKind, string> = {
  policy: 'chu-truong',
  event: 'su-kien',
  how_to: 'cach-lam',
  scam_warning: 'canh-bao',
};

/** What the address asks for: `?loai=`, `?cat` for those out of use too. */
export interface Asked {
  kind: ContentKind | null;
  retired: boolean;
}

export function askedOf(search: URLSearchParams): Asked {
  const kind = contentKinds.find((one) => kindCodes[one] === search.get('loai')) ?? null;
  return { kind, retired: search.has('cat') };
}

export function hrefOf({ kind, retired }: Asked, path = '/tuyen-truyen/noi-dung'): string {
  const parts = [kind === null ? '' : `loai=${kindCodes[kind]}`, retired ? 'cat' : ''].filter(Boolean);
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}
