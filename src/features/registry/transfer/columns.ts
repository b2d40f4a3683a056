import { fold } from '#shared/fold.ts';

/** What a column of a household list can hold. `male`/`female` are the halves of "Năm sinh: Nam | Nữ", or columns with an x. */
export const fields = [
  'order',
  'hamlet',
  'group',
  'bookNumber',
  'headName',
  'fullName',
  'familyName',
  'birth',
  'sex',
  'male',
  'female',
  'relation',
  'residence',
  'phone',
  'memberCount',
  'poverty',
  'poor',
  'nearPoor',
  'smartphone',
  'address',
  'note',
] as const;

export type Field = (typeof fields)[number];

/** How one sheet is read. A person may correct any of it and hand it back to `readList`. */
export interface SheetColumns {
  sheet: string;
  /** False: leave this sheet out. */
  read: boolean;
  /** The first row of data, counted from 0. */
  firstRow: number;
  /** The header above each column as we read it, for a person to choose by. */
  labels: string[];
  /** Field → column, counted from 0. */
  columns: Partial<Record<Field, number>>;
  /** The hamlet of all rows, where no column tells it. */
  hamlet: string | null;
}

/** One entry per sheet, in the order of the workbook. */
export type ColumnMapping = SheetColumns[];

// The first that fits wins: "Quan hệ với chủ hộ" and "Điện thoại chủ hộ" must not become the head's name.
// All are compared with the folded label, without brackets and signs.
const patterns: readonly (readonly [Field | 'identity', RegExp])[] = [
  ['identity', /\b(?:cccd|cmnd|cmt|can cuoc|dinh danh|ho chieu|ngay cap|noi cap)\b/],
  ['relation', /^(?:moi )?(?:quan he|qh)\b/],
  ['smartphone', /\b(?:dien thoai|dtdd|dt) thong minh\b|smart ?phone/],
  ['phone', /\b(?:dien thoai|sdt|so dt|dtdd|di dong|zalo)\b|^dt$/],
  [
    'memberCount',
    /^(?:tong )?(?:so )?(?:nhan khau|khau|nguoi|thanh vien|nk)(?: (?:trong|cua) ho| hien co| thuc te)?$/,
  ],
  ['poverty', /ngheo .*can ngheo|can ngheo .*ngheo|^(?:dien|loai|phan loai|doi tuong) ho\b|muc song/],
  ['nearPoor', /can ngheo|^hcn$/],
  ['poor', /^(?:la |thuoc |dien )?(?:ho )?ngheo\b|^hn$/],
  ['birth', /\b(?:ngay|nam|thang) ?sinh\b|^(?:ngay|nam) .*\bsinh$|^ns$|^sinh (?:ngay|nam)/],
  ['sex', /^(?:gioi tinh|gioi|phai|gt|nam nu)$/],
  [
    'residence',
    /(?:tinh trang|hinh thuc|dien|loai|tt) (?:cu tru|thuong tru|dang ky)|^cu tru\b|^thuong tru tam tru/,
  ],
  ['address', /dia chi|^noi (?:o|thuong tru|cu tru|tam tru|dkhk)\b|^cho o\b|^so nha\b|ho khau thuong tru/],
  [
    'bookNumber',
    /^(?:so|ma|stt|so thu tu)(?: so)? ho(?: khau| gia dinh)?$|^ho so$|^so so(?: ho khau)?$|^so hk$|^ma so ho/,
  ],
  ['headName', /\bchu ho\b|^(?:ho va ten|ho ten|ten) nguoi dai dien/],
  ['familyName', /^ho(?: va)?(?: chu)?(?: ten)? (?:dem|lot)$/],
  [
    'fullName',
    /^(?:ho (?:va |dem va |chu dem va |va chu dem va )?ten|ten|hoten)(?: (?:nhan khau|cong dan|khai sinh|thanh vien|nguoi dan|day du|tung nguoi|trong ho|ca nhan))*$/,
  ],
  [
    'hamlet',
    /^(?:ten )?(?:ap|thon|khom|khu pho|to dan pho|ban|buon|dia ban)(?: (?:ap|thon|khom|khu pho|to dan pho|ban|buon|lang))*$/,
  ],
  ['group', /^(?:ten |so )?to(?: so| (?:nhan dan|nd|dan cu|tu quan|ndtq)(?: tu quan)?(?: so)?)?$/],
  ['note', /^(?:ghi chu|gc|chu thich)\b/],
  ['order', /^(?:stt|tt|so tt|so thu tu|thu tu)$/],
];

/**
 * The field that a header names, its parts from the top row down ("Năm sinh", "Nữ"); 'identity' for identity numbers,
 * which we never read (P3); null when it is none of ours.
 */
export function fieldOf(parts: readonly string[]): Field | 'identity' | null {
  const leaf = plainLabel(parts.at(-1) ?? '');
  // Folded, "Nam" (male) and "Năm" (year) would be one, and so would "Họ" (family name) and "Hộ" (household).
  if (leaf === 'nam') return 'male';
  if (leaf === 'nữ' || leaf === 'nu') return 'female';
  if (leaf === 'họ') return 'familyName';
  if (leaf === 'hộ') return 'bookNumber';
  for (const label of [parts.join(' '), ...parts.toReversed()]) {
    const folded = fold(plainLabel(label));
    if (folded === '' || folded.length > 60) continue;
    for (const [field, pattern] of patterns) if (pattern.test(folded)) return field;
  }
  return null;
}

/** A label in small letters without brackets, signs and line breaks. */
function plainLabel(label: string): string {
  const bare = label.slice(0, 200).replace(/\([^)]*\)/g, ' ');
  return (/\p{L}/u.test(bare) ? bare : label.slice(0, 200))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
