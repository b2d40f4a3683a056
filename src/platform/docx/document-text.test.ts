import { describe, expect, it } from 'vitest';
import { blocksOfText } from './document-model.ts';
import {
  annexLabel,
  annexReference,
  finishedBody,
  listLines,
  numberLine,
  placeAndDate,
  withListMarks,
} from './document-text.ts';
import { communeLetter, hamletReport } from './sample-report.test-data.ts';

const bullet = (text: string) => ({ kind: 'bullet' as const, text });
const visible = (text: string | null) => text?.replace(/\u00a0+/g, '_');

describe('number (box 3)', () => {
  it('writes a number below 10 with a 0, and leaves room for one that văn thư has not given', () => {
    expect(numberLine({ number: '5', symbol: 'BC-UBND' })).toBe('Số: 05/BC-UBND');
    expect(numberLine({ number: '15', symbol: 'BC-UBND' })).toBe('Số: 15/BC-UBND');
    expect(visible(numberLine({ number: null, symbol: 'BC-UBND' }))).toBe('Số: _/BC-UBND');
    expect(numberLine({ number: '5', symbol: null })).toBe('Số: 05');
    expect(numberLine({ number: null, symbol: null })).toBeNull();
  });
});

describe('place and date (box 4)', () => {
  it.each([
    ['2026-01-05', 'Nhơn Mỹ, ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'Nhơn Mỹ, ngày 28 tháng 02 năm 2026'],
    ['2026-03-09', 'Nhơn Mỹ, ngày 09 tháng 3 năm 2026'],
    ['2026-11-10', 'Nhơn Mỹ, ngày 10 tháng 11 năm 2026'],
  ])('%s is "%s"', (date, text) => {
    expect(placeAndDate({ place: 'Nhơn Mỹ', date, year: 1999 })).toBe(text);
  });

  it('leaves room for a day that is not given', () => {
    expect(visible(placeAndDate({ place: 'Nhơn Mỹ', date: null, year: 2026 }))).toBe(
      'Nhơn Mỹ, ngày _ tháng _ năm 2026',
    );
  });
});

describe('lists', () => {
  it('end with ";" and a last "." whatever they came with', () => {
    expect(listLines(['- Như trên', 'UBND tỉnh;', '', 'Lưu: VT.'])).toEqual([
      'Như trên;',
      'UBND tỉnh;',
      'Lưu: VT.',
    ]);
    expect(listLines([])).toEqual([]);
  });

  it('close only bullets that have no mark, each group with a full stop', () => {
    const texts = withListMarks([
      bullet('Một'),
      bullet('Hai!'),
      bullet('Ba'),
      { kind: 'paragraph', text: 'Xong' },
      bullet('Bốn'),
    ]);
    expect(
      texts.map((block) => (block.kind === 'table' || block.kind === 'chart' ? '' : block.text)),
    ).toEqual(['Một;', 'Hai!', 'Ba.', 'Xong', 'Bốn.']);
  });
});

describe('end mark', () => {
  it.each([
    ['Trân trọng', 'Trân trọng./.'],
    ['Trân trọng.', 'Trân trọng./.'],
    ['Trân trọng./.', 'Trân trọng./.'],
    ['từ 7/9;', 'từ 7/9./.'],
  ])('%s → %s', (text, wanted) => {
    expect(finishedBody([{ kind: 'paragraph', text }])).toEqual([{ kind: 'paragraph', text: wanted }]);
  });

  it('stands in the last run, and in a paragraph of its own after a table', () => {
    expect(
      finishedBody([{ kind: 'bullet', text: [{ text: 'đạt ' }, { text: '85 %', bold: true }] }]),
    ).toEqual([{ kind: 'bullet', text: [{ text: 'đạt ' }, { text: '85 %./.', bold: true }] }]);
    expect(finishedBody([{ kind: 'table', columns: [], rows: [] }]).at(-1)).toEqual({
      kind: 'paragraph',
      text: './.',
    });
  });
});

describe('annexes', () => {
  it('have Roman numbers only where there are several', () => {
    const annex = { title: '', landscape: false, blocks: [] };
    const many = Array.from({ length: 14 }, () => annex);
    expect(annexLabel(0, [annex])).toBe('Phụ lục');
    expect(many.map((_, index) => annexLabel(index, many)).join()).toBe(
      ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV']
        .map((n) => `Phụ lục ${n}`)
        .join(),
    );
  });

  it('name their document, with number and day only once both are given', () => {
    expect(annexReference(hamletReport)).toBe(
      '(Kèm theo Báo cáo số …/BC-AM3 ngày … tháng … năm 2026 của Ấp Mẫu 3, xã Nhơn Mỹ)',
    );
    expect(annexReference({ ...hamletReport, date: '2026-12-01' })).toContain(
      'số …/BC-AM3 ngày … tháng … năm 2026',
    );
    expect(annexReference(communeLetter)).toBe(
      '(Kèm theo Công văn số 07/UBND-VHXH ngày 05 tháng 02 năm 2026)',
    );
  });
});

it('takes typed lines as paragraphs and bullets', () => {
  expect(blocksOfText('Kết quả:\r\n- 5 hộ\n\n  + 7 người  \n-3 độ')).toEqual([
    { kind: 'paragraph', text: 'Kết quả:' },
    { kind: 'bullet', text: '5 hộ' },
    { kind: 'bullet', text: '7 người' },
    { kind: 'paragraph', text: '-3 độ' },
  ]);
});
