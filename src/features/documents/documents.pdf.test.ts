/** Every kind as LibreOffice prints it: the text in its order, letters on one page, annexes with their heads on every page, signatures level. */
import { expect, it } from 'vitest';
import { program, withPdf } from '#platform/docx/office-programs.test-support.ts';
import { renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import { documentOf, printed } from './printed.test-data.ts';

it.each(printed)('$content.kind', async ({ content, says, pages, annexHead }) => {
  const docx = await renderOfficialDocx(documentOf(content));
  await withPdf(docx, async (pdf) => {
    const text = String(await program('pdftotext', ['-layout', pdf, '-'])).normalize('NFC');
    const line = text.replace(/\s+/g, ' ');
    let from = 0;
    for (const words of says) {
      const at = line.indexOf(words.replace(/\s+/g, ' '), from);
      expect(at, `${words} in\n${text}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    const sheets = text.split('\f').slice(0, -1);
    const first = sheets.findIndex((sheet) => /^ *Phụ lục$/m.test(sheet));
    const body = first < 0 ? sheets.length : first;
    expect(body).toBe(pages ?? body);
    expect(sheets.filter((sheet) => sheet.trim().length < 40)).toEqual([]);
    expect(sheets.length - body > 1, 'annex of several pages').toBe(annexHead !== undefined);
    for (const sheet of sheets.slice(body)) expect(sheet).toContain(annexHead);
    if (content.kind === 'minutes') {
      expect(text).toMatch(/^ *THƯ KÝ {5,}CHỦ TỌA$/m);
      expect(text).toMatch(/^ *Đặng Thị Hạnh {5,}Hồ Văn Dũng$/m);
      expect(text).not.toMatch(/Nhơn Mỹ, ngày/);
    } else expect(text).toMatch(/Nhơn Mỹ, ngày\s+tháng\s+năm 2026/);
  });
});
