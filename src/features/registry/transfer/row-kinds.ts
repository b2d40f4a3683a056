import { fold } from '#shared/fold.ts';
import type { SheetColumns } from './columns.ts';
import { isColumnNumbers } from './find-columns.ts';
import { isHamletName } from './hamlet-name.ts';
import type { SkipReason } from './parsed-list.ts';
import type { SheetGrid } from './sheet-grid.ts';

export type RowKind =
  | { kind: 'data' }
  | { kind: 'blank' }
  | { kind: 'heading'; hamlet?: string; group?: string }
  /** Nothing below it is part of the list. */
  | { kind: 'end' }
  | { kind: Exclude<SkipReason, 'heading' | 'signature' | 'name_unusable'> };

const total = /^(?:tổng(?: cộng| số)?|cộng|tong cong|tong so)(?![\p{L}\p{M}])/iu;
const signature =
  /^\(?(?:nguoi lap|lap bieu|nguoi ke khai|nguoi tong hop|can bo lap|truong (?:ap|thon|khom|ban|khu pho)|chu tich|pho chu tich|kt chu tich|tm |t m |uy ban nhan dan|ubnd|thu truong|ke toan|xac nhan|ky ten|ky va ghi|ky ghi)/;
const dateLine = /\bngay\s*[\d.…]*\s*thang\s*[\d.…]*\s*nam\b/;

/** Tells what a row below the header is, by what stands in it and, above all, in the name's column. */
export function rowKind(grid: SheetGrid, row: number, columns: SheetColumns): RowKind {
  const filled = grid.texts(row).filter((text) => text !== '');
  const [first] = filled;
  if (first === undefined) return { kind: 'blank' };
  const nameColumn = columns.columns.fullName ?? columns.columns.headName ?? 0;
  const name = grid.text(row, nameColumn);
  const order = columns.columns.order === undefined ? '' : grid.text(row, columns.columns.order);
  const counted = /^\d+$/.test(order);
  if (!counted || name === '') {
    const opening = filled.find((text) => /\p{L}/u.test(text)) ?? first;
    if (total.test(opening) || total.test(name)) return { kind: 'total' };
    if (filled.some((text) => isSignature(text, filled.length))) return { kind: 'end' };
  }
  if (name !== '' && isHeaderAgain(name, columns.labels[nameColumn] ?? ''))
    return { kind: 'repeated_header' };
  if (isColumnNumbers(grid, row)) return { kind: 'column_numbers' };
  if (!counted && filled.length <= 2) {
    const heading = headingOf(filled);
    if (heading) return heading;
  }
  return name === '' ? { kind: 'no_name' } : { kind: 'data' };
}

function isSignature(text: string, filled: number): boolean {
  const folded = fold(text)
    .replace(/[^a-z0-9().…]+/g, ' ')
    .trim();
  return filled <= 4 && (signature.test(folded.replace(/\./g, ' ').trim()) || dateLine.test(folded));
}

function isHeaderAgain(name: string, label: string): boolean {
  return label.split(' – ').some((part) => part !== '' && fold(part) === fold(name));
}

/** "ẤP MẪU 2" or "Tổ 5" alone in a row stands above its households. */
function headingOf(filled: string[]): RowKind | null {
  const text = filled.at(-1) ?? '';
  if (filled.length === 2 && !/^(?:[IVX]+|[A-Z]|\d+)\.?$/.test(filled[0] ?? '')) return null;
  const bare = text.replace(/^(?:[IVX]+|[A-Z]|\d+)[.)]\s*/, '');
  if (isHamletName(bare)) return { kind: 'heading', hamlet: bare };
  const group = /^(?:tổ|to)(?: (?:nhân dân|nd|dân cư|ndtq|tự quản|số))*\s*(\d{1,3}|[IVX]{1,5})$/iu.exec(bare);
  return group?.[1] ? { kind: 'heading', group: group[1] } : null;
}
