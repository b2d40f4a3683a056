/** The Word file as LibreOffice prints it: pages, letters, fonts, and the lines that the decree measures. */
import { beforeAll, describe, expect, it } from 'vitest';
import { program, withPdf } from './office-programs.test-support.ts';
import { lineBelow, pictureOf, pictureOptions, type Picture } from './picture.test-support.ts';
import { renderOfficialDocx } from './official-docx.server.ts';
import { hamletReport, vietnameseLetters } from './sample-report.test-data.ts';
import { boldWidth } from './text-width.ts';

const seen = { text: '', info: '', fonts: '', words: '', pages: 0 };
let page: Picture;

beforeAll(async () => {
  await withPdf(await renderOfficialDocx(hamletReport), async (pdf) => {
    seen.text = String(await program('pdftotext', ['-layout', pdf, '-']));
    seen.info = String(await program('pdfinfo', ['-f', '1', '-l', '99', pdf]));
    seen.fonts = String(await program('pdffonts', [pdf]));
    seen.words = String(await program('pdftotext', ['-bbox', '-f', '1', '-l', '1', pdf, '-']));
    page = pictureOf(await program('pdftoppm', [...pictureOptions, '-f', '1', '-l', '1', pdf]));
  });
});

describe('text', () => {
  it('has every one of the 134 letters of Vietnamese that carry a mark', () => {
    const letters = [...new Set(vietnameseLetters.join('').replace(/[ a-zA-Z]/g, ''))];
    expect(letters).toHaveLength(134);
    expect(letters.filter((letter) => !seen.text.normalize('NFC').includes(letter))).toEqual([]);
  });

  it('numbers headings, and starts again in an annex', () => {
    for (const heading of [
      'I. TÌNH HÌNH CHUNG',
      'II. KẾT QUẢ THỰC HIỆN',
      '2. Chính quyền số',
      'a) Định danh',
      'b) Dịch vụ',
      'V. NHIỆM VỤ',
      'I. CHỮ DÙNG',
    ]) {
      expect(seen.text).toMatch(new RegExp(`^ *${heading.replace(/[.)]/g, '\\$&')}`, 'm'));
    }
  });

  it('counts pages from the second of each part, and never prints a number on a first page', () => {
    const pages = seen.text.split('\f').slice(0, -1);
    const numbers = pages.map(
      (text) => /^ *(\d+)$/m.exec(text.split('\n').slice(0, 4).join('\n'))?.[1] ?? null,
    );
    expect(numbers).toEqual([null, '2', '3', null, null]);
    expect(pages.every((text) => text.includes('DỮ LIỆU MẪU'))).toBe(true);
  });

  it('holds recipients and title on one line', () => {
    expect(seen.text).toMatch(/^Nơi nhận: {10,}TM\. BAN ẤP$/m);
  });
});

it('is A4, the annex with 24 hamlets on one page lying down', () => {
  const sizes = [...seen.info.matchAll(/size: +([\d.]+) x ([\d.]+) pts/g)].map(([, w, h]) => [
    Math.round(Number(w)),
    Math.round(Number(h)),
  ]);
  const upright = [595, 842];
  expect(sizes).toEqual([upright, upright, upright, [842, 595], upright]);
});

it('is set in a face as wide as Times New Roman, embedded, and in no other', () => {
  const faces = seen.fonts
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => line.split(/\s+/));
  expect(faces.length).toBeGreaterThan(0);
  for (const line of faces) {
    expect(line[0]).toMatch(/^[A-Z]{6}\+(TimesNewRoman|LiberationSerif|Tinos)/);
    expect(line.at(-5), `${line.join(' ')} is embedded`).toBe('yes');
  }
});

describe('lines on paper', () => {
  it('under the motto is as long as the motto', () => {
    const from = boxOf('Độc');
    const to = boxOf('phúc');
    const line = lineUnder(from.bottom, from.left, to.right);
    expect(line.left).toBeCloseTo(from.left, -0.5);
    expect(line.right).toBeCloseTo(to.right, -0.5);
  });

  it('under issuer and title are a third to a half of the text', () => {
    const issuer = { from: boxOf('ẤP'), to: boxOf('3') };
    const subject = { from: boxOf('tháng', 1), to: boxOf('2026', 2) };
    for (const { from, to } of [issuer, subject]) {
      const width = to.right - from.left;
      const line = lineUnder(from.bottom, from.left, to.right);
      const share = (line.right - line.left) / width;
      expect(share).toBeGreaterThan(1 / 3);
      expect(share).toBeLessThan(1 / 2);
      expect((line.left + line.right) / 2).toBeCloseTo((from.left + to.right) / 2, -0.5);
    }
  });

  it('are computed from widths that are those of the printed face', () => {
    const width = boxOf('phúc').right - boxOf('Độc').left;
    expect(boldWidth('Độc lập - Tự do - Hạnh phúc', 14)).toBeCloseTo(width, 0);
    const nation = boxOf('NAM').right - boxOf('CỘNG').left;
    expect(boldWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13)).toBeCloseTo(nation, 0);
  });
});

interface Box {
  left: number;
  right: number;
  bottom: number;
}

/** Where the printed word stands, in points; the occurrence-th of its kind from the top. */
function boxOf(word: string, occurrence = 0): Box {
  const pattern = new RegExp(
    `xMin="([\\d.]+)" yMin="[\\d.]+" xMax="([\\d.]+)" yMax="([\\d.]+)">${word}</word>`,
    'g',
  );
  const found = [...seen.words.matchAll(pattern)][occurrence];
  if (found === undefined) throw new Error(`The page has no word "${word}"`);
  return { left: Number(found[1]), right: Number(found[2]), bottom: Number(found[3]) };
}

function lineUnder(bottom: number, left: number, right: number) {
  const line = lineBelow(page, bottom, left, right);
  if (line === null) throw new Error('There is no line');
  return line;
}
