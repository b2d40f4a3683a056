import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { printedGuide } from '../../scripts/print-guide/printed-guide.ts';
import { launchBrowser } from '../browser.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'huong-dan');
const read = (guide: string) => readFileSync(join(folder, guide), 'utf8');

/** Guides that hang on a wall or lie beside the keyboard: A4 pages, and a sentence that must be legible on them. */
const printed = [
  { guide: 'thanh-vien.md', pages: 2, says: 'Không bao giờ hỏi' },
  { guide: 'bao-cao-truong-ap.md', pages: 4, says: 'Thấy dòng này là xong' },
  { guide: 'bao-cao-cong-chuc.md', pages: 6, says: 'Không có gì lạ' },
  { guide: 'lanh-dao.md', pages: 2, says: 'không phải là ký số' },
  { guide: 'van-thu.md', pages: 2, says: 'đúng như trong sổ' },
  { guide: 'don-vi.md', pages: 1, says: 'đừng ghi 0' },
  { guide: 'viec-cua-to.md', pages: 2, says: 'không thứ gì mất dấu' },
  { guide: 'phong-trao.md', pages: 2, says: 'không gõ lại' },
];
/** Guides in which whatever is bold stands on a screen, letter by letter. */
const quoting = [
  'bao-cao-truong-ap.md',
  'bao-cao-cong-chuc.md',
  'lanh-dao.md',
  'van-thu.md',
  'viec-cua-to.md',
  'phong-trao.md',
  'don-vi.md',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it('every picture of a guide is there, and every picture is of a guide', () => {
  const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const shown = guides.flatMap((guide) =>
    [...read(guide).matchAll(/(?:src="|\]\()anh\/([^")]+)/g)].map(([, picture = '']) => picture),
  );
  expect([...new Set(shown)].sort()).toEqual(readdirSync(join(folder, 'anh')).sort());
});

it.each(printed)('$guide prints on $pages A4 pages', async ({ guide, pages, says }) => {
  const place = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    const file = join(place, 'guide.pdf');
    writeFileSync(file, await printedGuide(browser, read(guide), folder));
    const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(about).toMatch(new RegExp(`Pages:\\s+${pages}\\n`));
    expect(about).toMatch(/A4/);
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).normalize('NFC')).toContain(says);
  } finally {
    rmSync(place, { recursive: true });
  }
});

it('the members’ guide calls every button as the app does', () => {
  const guide = read('thanh-vien.md');
  const buttons = [
    'Ghi lần gặp',
    'Lưu',
    'Hoàn tác',
    'Không gặp ai',
    'Ghi tiếp',
    'Nghe đọc',
    'Thêm hộ mới',
    'Ghi buổi họp',
    'Gửi ngay',
    'Cần xem',
    'Quên mã PIN',
    'Người khác',
    'Dữ liệu trên máy',
    'Xuất tệp bàn giao',
    'Cài vào màn hình chính',
  ];
  for (const button of buttons) expect(guide).toContain(`**${button}**`);
  // "Xuất tệp bàn giao" stands on the screen with a number of forms after it.
  expect(buttons.filter((button) => !said.source.includes(button))).toEqual([]);
});

it.each(quoting)('%s: what is bold is what the screens say', (guide) => {
  const quoted = [...read(guide).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words);
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((words) => !isOnAScreen(words))).toEqual([]);
});

/** True for a whole text of the product's words, or one that a text with places ("Soạn báo cáo ${…}") can become. */
function isOnAScreen(words: string): boolean {
  return said.texts.has(words) || said.patterns.some((pattern) => pattern.test(words));
}

const said = (() => {
  const folderOfSource = join(root, 'src');
  let source = '';
  const texts = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of readdirSync(folderOfSource, { recursive: true, encoding: 'utf8' })) {
    if (!/(words|default-templates)\.ts$/.test(file)) continue;
    const code = readFileSync(join(folderOfSource, file), 'utf8');
    source += code;
    for (const [, text = ''] of code.matchAll(/'([^'\n]+)'/g)) texts.add(text);
    for (const [, text = ''] of code.matchAll(/`([^`]+)`/g)) {
      const letters = text.split(/\$\{[^}]*\}/);
      if (letters.join('').trim().length >= 6)
        patterns.push(
          new RegExp(`^${letters.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`),
        );
    }
  }
  return { source, texts, patterns };
})();
