import { fold } from '#shared/fold.ts';
import { titleCase } from './person-name.ts';
import { type SheetGrid, textOf } from './sheet-grid.ts';

const kinds = 'ấp|thôn|khóm|khu phố|tổ dân phố|bản|buôn|ap|thon|khom|khu pho|to dan pho|kp';
const asName = new RegExp(`^(?:${kinds})[\\s.:_-]*[\\p{L}\\p{N}]`, 'iu');
// The last one of a title: "ấp" in "… CÁC HỘ Ở ẤP MẪU 1, XÃ NHƠN MỸ".
const inTitle = new RegExp(`(?:^|[\\s,–-])((?:${kinds})\\s+[\\p{L}\\p{N}][^,;()–]*)`, 'giu');
const afterName = /\s+(?:xã|phường|thị trấn|huyện|tỉnh|năm|tháng|quý|đến|tính|thuộc|và|xa|nam)(?=\s|$).*$/iu;

/** True for text that is the name of a hamlet: "Ấp Mẫu 1", "KHÓM 3". */
export function isHamletName(text: string): boolean {
  return text.length <= 60 && asName.test(text.normalize('NFC'));
}

/** A hamlet's name as we show it: capitals-only text in Title Case, first letter a capital. */
export function tidyHamlet(text: string): string {
  const name = /\p{Ll}/u.test(text.replace(/^(?:ấp|ap)/u, '')) ? text : titleCase(text);
  return (name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)).slice(0, 100);
}

/** The hamlet that a whole sheet is about, told by its tab or by a title above the header; null when neither says. */
export function findHamlet(grid: SheetGrid, headerRow: number): string | null {
  const tab = textOf(grid.sheet.name);
  if (isHamletName(tab)) return tidyHamlet(tab);
  for (let row = 0; row < Math.min(headerRow, 15); row += 1) {
    for (const cell of grid.sheet.rows[row] ?? []) {
      if (typeof cell !== 'string') continue;
      const found = [...textOf(cell).slice(0, 300).matchAll(inTitle)]
        .at(-1)?.[1]
        ?.replace(afterName, '')
        .trim();
      if (found && fold(found).split(' ').length <= 8) return tidyHamlet(found);
    }
  }
  return null;
}
