import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficialDocument, Row } from '../docx/document-model.ts';
import { program } from '../docx/office-programs.test-support.ts';
import {
  communeLetter,
  communeMinutes,
  hamletReport,
  vietnameseLetters,
} from '../docx/sample-report.test-data.ts';
import { checkArchive } from './archive.test-support.ts';
import { checkOfficialPdf, checkSeen } from './check-official-pdf.test-support.ts';
import {
  readPdf,
  withPdfFile,
  type SeenPage,
  type SeenPiece,
} from './check-official-pdf/read-pdf.test-support.ts';
import { renderOfficialPdf } from './official-pdf.server.ts';
import { bothPrinted } from './same-as-word.test-support.ts';

const textOf = async (document: OfficialDocument, options: string[] = ['-layout']) =>
  withPdfFile(await renderOfficialPdf(document), async (path) =>
    String(await program('pdftotext', [...options, path, '-'])).normalize('NFC'),
  );

/** A table over several pages, with rows of one to four lines. */
const longTable: OfficialDocument = {
  ...hamletReport,
  annexes: [
    {
      title: 'Danh sách việc đã làm',
      landscape: false,
      blocks: [
        {
          kind: 'table',
          columns: [
            { header: 'TT', width: 1, align: 'center' },
            { header: 'Việc đã làm', width: 7, align: 'left' },
            { header: 'Số lượt', width: 2, align: 'right' },
          ],
          rows: Array.from({ length: 90 }, (_, index): Row => {
            const text = `Việc${index} ${'đến nhà hướng dẫn cài đặt và sử dụng dịch vụ công trực tuyến '.repeat(index % 4)}hết${index}`;
            return { cells: [String(index + 1), text, '1.234'] };
          }),
        },
      ],
    },
  ],
};

describe('a document by the decree', () => {
  it.each<[string, Partial<OfficialDocument>]>([
    ['as it is', {}],
    ['in 13 points', { bodySize: 13 }],
    ['registered', { number: '5', date: '2026-12-08', symbol: 'BC-UBND' }],
    [
      'without annexes, basis, addressees, upper body',
      { annexes: [], basis: [], addressees: [], superior: [] },
    ],
    ['with one annex', { annexes: (hamletReport.annexes ?? []).slice(0, 1) }],
    ['with one addressee', { addressees: ['Ủy ban nhân dân xã Nhơn Mỹ'] }],
    ['without number and symbol', { symbol: null }],
    ['with a short subject', { subject: 'Tháng 11' }],
    ['with a long table', longTable],
  ])('has no deviation: %s', async (_, change) => {
    const pdf = await renderOfficialPdf({ ...hamletReport, ...change });
    expect(await checkOfficialPdf(pdf)).toEqual([]);
    expect(await checkArchive(pdf)).toEqual([]);
  });

  it.each([
    ['công văn', communeLetter],
    ['biên bản', communeMinutes],
  ])('has no deviation: %s', async (_, document) => {
    const pdf = await renderOfficialPdf(document);
    expect(await checkOfficialPdf(pdf)).toEqual([]);
    expect(await checkArchive(pdf)).toEqual([]);
  });
});

describe('a planted deviation is found', () => {
  let pages: SeenPage[];
  beforeAll(async () => {
    pages = await readPdf(await renderOfficialPdf({ ...hamletReport, number: '5', date: '2026-12-08' }));
  });

  const changed = (
    text: string | RegExp,
    change: Partial<SeenPiece> | ((piece: SeenPiece) => Partial<SeenPiece>),
    of: SeenPage[] = pages,
  ) =>
    of.map((page) => ({
      ...page,
      pieces: page.pieces.map((piece) => {
        const isMeant = typeof text === 'string' ? piece.text === text : text.test(piece.text);
        if (!isMeant) return piece;
        return { ...piece, ...(typeof change === 'function' ? change(piece) : change) };
      }),
    }));
  const shifted = (points: number) => (piece: SeenPiece) => ({
    left: piece.left + points,
    right: piece.right + points,
  });
  const lowered = (points: number) => (piece: SeenPiece) => ({
    top: piece.top + points,
    bottom: piece.bottom + points,
  });

  it.each<[rule: string, text: string | RegExp, change: Parameters<typeof changed>[1]]>([
    ['page.margin.left', /^Giang và các/, shifted(-12)],
    ['page.margin.right', /^Giang và các/, shifted(12)],
    ['page.margin.bottom', /^cài đặt và sử dụng/, lowered(40)],
    ['page.edge.left', /./, shifted(18)],
    ['page-number', '2', { text: '3' }],
    ['page-number.place', '2', shifted(100)],
    ['page-number.size', '2', { size: 11 }],
    ['page-number.upright', '2', { italic: true }],
    ['page-number.first', 'DỮ LIỆU MẪU', { text: '1' }],
    ['letters.face', 'BÁO CÁO', { face: 'Arial-Bold' }],
    ['letters.color', 'BÁO CÁO', { color: '#1f4e79' }],
    ['nation.size', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 14 }],
    ['nation', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { text: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM' }],
    ['motto.bold', 'Độc lập - Tự do - Hạnh phúc', { bold: false }],
    ['motto.line', 'Độc lập - Tự do - Hạnh phúc', ({ right }) => ({ right: right + 30 })],
    ['sizes.together', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12 }],
    ['superior.capitals', 'UBND XÃ NHƠN MỸ', { text: 'UBND xã Nhơn Mỹ' }],
    ['issuer', 'ẤP MẪU 3', { bold: false }],
    ['issuer.line', 'ẤP MẪU 3', ({ right }) => ({ right: right + 30 })],
    ['number.size', /^Số: /, { size: 12 }],
    ['number.text', /^Số: /, { text: 'Số: 5/BC-AM3' }],
    ['number.level', /^Số: /, lowered(20)],
    ['date.italic', /^Nhơn Mỹ, ngày/, { italic: false }],
    ['kind.capitals', 'BÁO CÁO', { text: 'Báo cáo' }],
    ['subject.size', /^Kết quả hoạt động/, { size: 16 }],
    ['subject.align', /^Kết quả hoạt động/, shifted(20)],
    ['text.size', /^Ấp Mẫu 3 có/, { size: 15 }],
    ['text.indent', /^Ấp Mẫu 3 có/, shifted(-20)],
    ['text.align', /^Giang và các/, ({ right }) => ({ right: right - 20 })],
    ['text.between', 'II. KẾT QUẢ THỰC HIỆN', lowered(-5)],
    ['text.line', 'và hộ chưa có điện thoại thông minh.', lowered(12)],
    ['heading.bold', 'II. KẾT QUẢ THỰC HIỆN', { bold: false }],
    ['heading.number', 'II. KẾT QUẢ THỰC HIỆN', { text: 'III. KẾT QUẢ THỰC HIỆN' }],
    ['end-mark', /\.\/\.$/, { text: 'kèm theo).' }],
    ['recipients.size', 'Nơi nhận:', { size: 13 }],
    ['recipients.list.size', '- Chi bộ ấp;', { size: 12 }],
    ['recipients.last', '- Lưu: Ban ấp.', { text: '- Ban ấp.' }],
    ['recipients.marks', '- Lưu: Ban ấp.', { text: '- Lưu: Ban ấp' }],
    ['signature.level', 'TM. BAN ẤP', lowered(9)],
    ['signature.bold', 'TM. BAN ẤP', { bold: false }],
    ['signature.capitals', 'TRƯỞNG ẤP', { text: 'Trưởng ấp' }],
    ['signature.align', 'Trần Văn Tư', shifted(30)],
    ['signature.name', 'Trần Văn Tư', { text: 'ThS. Trần Văn Tư' }],
    ['annex.label', 'Phụ lục II', { text: 'Phụ lục III' }],
    ['annex.label.size', 'Phụ lục II', { size: 13 }],
    ['annex.title.capitals', /^CÁCH TÍNH/, { text: 'Cách tính các chỉ tiêu' }],
    ['annex.attached', /^\(Kèm theo/, { text: '(Kèm)' }],
    ['annex.reference', /Phụ lục I và II/, { text: 'chi tiết kèm theo./.' }],
  ])('%s', (rule, text, change) => {
    const seen = changed(text, change);
    expect(seen).not.toEqual(pages);
    expect(checkSeen(pages)).toEqual([]);
    expect(checkSeen(seen).map((deviation) => deviation.rule)).toContain(rule);
  });

  it('page.size', () => {
    const letter = pages.map((page) => ({ ...page, width: 612, height: 792 }));
    expect(checkSeen(letter).map(({ rule }) => rule)).toContain('page.size');
  });

  it('foot.alone', () => {
    const alone = pages
      .slice(0, 3)
      .map((page, index) =>
        index === 2 ? { ...page, pieces: page.pieces.filter(({ top }) => top < 40 || top > 240) } : page,
      );
    expect(checkSeen(alone).map(({ rule }) => rule)).toContain('foot.alone');
  });

  it.each<[rule: string, text: string, change: Partial<SeenPiece>]>([
    ['secretary', 'THƯ KÝ', { text: 'NGƯỜI GHI' }],
    ['signature.name', 'Đặng Thị Hạnh', { text: 'ThS. Đặng Thị Hạnh' }],
    [
      'date',
      'Địa điểm: Hội trường Ủy ban nhân dân xã',
      { text: 'Nhơn Mỹ, ngày 05 tháng 12 năm 2026', left: 330 },
    ],
  ])('%s, in minutes', async (rule, text, change) => {
    const minutes = await readPdf(await renderOfficialPdf(communeMinutes));
    expect(checkSeen(changed(text, change, minutes)).map((deviation) => deviation.rule)).toContain(rule);
  });

  it('an archive file that is none', async () => {
    const pdf = Buffer.from(await renderOfficialPdf(communeLetter)).toString('latin1');
    const rules = async (from: string, to: string) => {
      expect(pdf).toContain(from);
      return (await checkArchive(Buffer.from(pdf.replace(from, to), 'latin1'))).map(({ rule }) => rule);
    };
    expect(await rules('<pdfaid:part>2', '<pdfaid:part>7')).toEqual(['pdfaid.part']);
    expect(await rules('/GTS_PDFA1', '/GTS_PDFX99')).toContain('profile');
    expect(await rules('<xmp:CreateDate>2026-02-05', '<xmp:CreateDate>2026-02-06')).toEqual(['metadata.day']);
    expect(await rules('/Lang (vi-VN)', '/Lang (en-US)')).toEqual(['language']);
    expect(await rules('/MarkInfo', '/OpenAction (x) /X')).toEqual(['tagged', 'banned']);
  });
});

describe('beside the Word file', () => {
  it.each([
    ['the report', hamletReport],
    ['the công văn', communeLetter],
    ['the biên bản', communeMinutes],
    ['a long table', longTable],
    ['13 points', { ...hamletReport, bodySize: 13 as const }],
  ])('%s has the same words on the same pages', async (_, document) => {
    const { pdf, word } = await bothPrinted(document);
    expect(pdf).toEqual(word);
  });
});

it('is the same file, byte for byte, at another time and after other documents', async () => {
  const first = await renderOfficialPdf(hamletReport);
  await renderOfficialPdf(communeLetter);
  await setTimeout(1100);
  expect(Buffer.compare(await renderOfficialPdf(structuredClone(hamletReport)), first)).toBe(0);
  const other = await renderOfficialPdf({ ...hamletReport, place: 'Nhơn Mỷ' });
  expect(Buffer.compare(other, first)).not.toBe(0);
});

it('has every one of the 134 letters of Vietnamese that carry a mark, in every weight', async () => {
  const letters = [...new Set(vietnameseLetters.join('').replace(/[ a-zA-Z]/g, ''))];
  expect(letters).toHaveLength(134);
  const body = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }].map((weight) => ({
    kind: 'paragraph' as const,
    text: [{ text: letters.join(' '), ...weight }],
  }));
  const text = await textOf({ ...communeLetter, body });
  for (const letter of letters) expect(text.split(letter).length - 1).toBeGreaterThanOrEqual(4);
});

it('tells a reader’s programme what is heading, list, table and text, and leaves page numbers out', async () => {
  const document: OfficialDocument = {
    ...communeLetter,
    sampleData: true,
    body: [
      { kind: 'heading', level: 1, text: 'Tình hình chung' },
      { kind: 'heading', level: 2, text: 'Chính quyền số' },
      { kind: 'bullet', text: 'Đến nhà: 57 lượt' },
      {
        kind: 'table',
        columns: [
          { header: 'TT', width: 1, align: 'center' },
          { header: 'Ấp', width: 3, align: 'left' },
          { header: 'Số hộ', width: 1, align: 'right' },
        ],
        rows: [
          ...Array.from({ length: 60 }, (_, index) => ({ cells: [String(index + 1), 'Ấp Mẫu', '42'] })),
          { cells: ['', 'Toàn xã', '42'], total: true },
        ],
      },
    ],
  };
  const tree = await withPdfFile(await renderOfficialPdf(document), async (path) =>
    String(await program('pdfinfo', ['-struct-text', path])),
  );
  const flat = tree.replace(/\s+/g, ' ');
  expect(flat).toContain('H1 (block) "I. TÌNH HÌNH CHUNG"');
  expect(flat).toContain('H2 (block) "1. Chính quyền số"');
  expect(flat).toContain('L (block) LI (block) LBody (block) "- Đến nhà: 57 lượt."');
  expect(flat).toContain('TR TD "1" TD "Ấp Mẫu" TD "42"');
  // Once, though it is printed on both pages.
  expect(flat.split('TH: /Scope /Column "Số hộ"')).toHaveLength(2);
  // A cell without words is a cell all the same: the figures stay in their columns.
  expect(flat).toContain('TR TD "" TD "Toàn xã" TD "42"');
  expect(flat).not.toMatch(/P \(block\) "\d+"/);
  expect(flat).not.toContain('DỮ LIỆU MẪU');
});

it('repeats the header of a table on every page, and breaks no row', async () => {
  const text = await textOf({ ...longTable, sampleData: false });
  const pages = text.split('\f').filter((page) => /Việc\d/.test(page));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) expect(page).toContain('Việc đã làm');
  for (let index = 0; index < 90; index += 1) {
    const page = pages.filter((one) => new RegExp(`(Việc|hết)${index}(?!\\d)`).test(one));
    expect(page).toHaveLength(1);
    expect(page[0]).toMatch(new RegExp(`Việc${index}(?!\\d)[\\s\\S]*hết${index}(?!\\d)`));
  }
});

describe('text from people', () => {
  it.each(['(a) \\ \\) ET Q', '<b>&amp;</b>', '/JavaScript (x)', '%PDF', ']]> --> <x>'])(
    'stays literal: %s',
    async (hostile) => {
      const document: OfficialDocument = {
        ...communeLetter,
        kind: 'Báo cáo',
        subject: hostile,
        body: [{ kind: 'paragraph', text: hostile }],
      };
      expect((await textOf(document, ['-raw'])).split(hostile)).toHaveLength(3);
      expect(await checkArchive(await renderOfficialPdf(document))).toEqual([]);
    },
  );

  it('that the face has no letter for is shown as lost, and a word without a blank is cut at the edge', async () => {
    const body = [
      { kind: 'paragraph' as const, text: `Chữ 漢 và ${'dài'.repeat(80)}` },
      { kind: 'paragraph' as const, text: 'Hết' },
    ];
    const pdf = await renderOfficialPdf({ ...communeLetter, body });
    const rules = (await checkOfficialPdf(pdf)).map(({ rule }) => rule);
    expect(rules).toContain('letters.missing');
    expect(rules).not.toContain('page.margin.right');
    expect(await checkArchive(pdf)).toEqual([]);
  });

  it('longer than a page in one row of a table is cut between lines, and nothing is lost', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `từ${index}`);
    const text = await textOf({
      ...communeLetter,
      body: [
        {
          kind: 'table',
          columns: [{ header: 'Ý kiến', width: 1, align: 'left' }],
          rows: [{ cells: [words.join(' ')] }],
        },
      ],
    });
    for (const word of words) expect(text).toMatch(new RegExp(`${word}(?!\\d)`));
  });
});
