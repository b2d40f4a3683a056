import type { PaperKind } from '#features/documents/model/kinds.ts';

/** Kinds of papers as addresses have them. */
export const kindCodes = {
  plan: 'ke-hoach',
  reminder: 'cong-van',
  group_list: 'danh-sach',
  commendation_list: 'khen-thuong',
  invitation: 'giay-moi',
  minutes: 'bien-ban',
  office_report: 'bao-cao-phong',
  commune_report: 'bao-cao-xa',
  estimate: 'du-toan',
  settlement: 'quyet-toan',
} as const satisfies Record<PaperKind, string>;

/** The kind of an address; undefined when there is none such. */
export function kindOfCode<Kind extends PaperKind>(
  kinds: readonly Kind[],
  code: string | null,
): Kind | undefined {
  return kinds.find((kind) => kindCodes[kind] === code);
}

/** States as addresses have them. */
export const stateCodes = {
  draft: 'dang-soan',
  approved: 'cho-so',
  numbered: 'da-cap-so',
  issued: 'da-phat-hanh',
  discarded: 'da-bo',
} as const;
