import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Merge, Sheet, Workbook } from '#platform/sheet/workbook.ts';
import type { ParsedList } from './parsed-list.ts';
import { previewJson } from './preview-json.ts';
import { readList } from './read-list.ts';

const today = '2026-11-22';

function sheet(rows: Cell[][], more: Partial<Sheet> = {}): Sheet {
  return { name: 'Sheet1', rows, merges: [], hiddenRows: [], hidden: false, ...more };
}

function read(...sheets: Sheet[]): ParsedList {
  const workbook: Workbook = { kind: 'xlsx', sheets, textEncoding: 'unicode' };
  return readList(workbook, { today });
}

const codes = (list: ParsedList) => list.warnings.map(({ code }) => code);
const merge = (top: number, left: number, bottom: number, right: number): Merge => ({
  top,
  left,
  bottom,
  right,
});

describe('headers', () => {
  it('are found below titles, in two rows without merges (CSV), with a row of column numbers', () => {
    const list = read(
      sheet([
        ['UBND XÃ NHƠN MỸ'],
        ['DANH SÁCH CÁC HỘ Ở ẤP MẪU 7, XÃ NHƠN MỸ NĂM 2026'],
        [],
        ['TT', 'Họ và tên chủ hộ', 'Năm sinh', null, 'SĐT (nếu có)', 'Tổng số khẩu'],
        [null, null, 'Nam', 'Nữ'],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
        [1, 'Nguyễn Văn Tư', 1950, null, '0912345678', 4],
        [2, 'Lê Thị Lan', null, 1961, null, 2],
      ]),
    );
    expect(list.households).toMatchObject([
      {
        hamlet: 'Ấp Mẫu 7',
        headName: 'Nguyễn Văn Tư',
        statedSize: 4,
        phone: '0912345678',
        residents: [{ sex: 'male', birth: { date: '1950-12-31', precision: 'year' } }],
      },
      {
        hamlet: 'Ấp Mẫu 7',
        headName: 'Lê Thị Lan',
        statedSize: 2,
        residents: [{ sex: 'female', birth: { date: '1961-12-31' } }],
      },
    ]);
    expect(list.mapping[0]).toMatchObject({
      firstRow: 6,
      columns: { order: 0, headName: 1, male: 2, female: 3, phone: 4, memberCount: 5 },
    });
  });

  it('know columns by their usual names, and never read identity numbers', () => {
    const labels = [
      'STT',
      'Khóm',
      'Tổ NDTQ',
      'Mã hộ',
      'Họ và chữ đệm',
      'Tên',
      'Ngày tháng năm sinh',
      'Phái',
      'Số CCCD',
      'QH với chủ hộ',
      'Nơi thường trú',
      'Điện thoại chủ hộ',
      'Hộ nghèo',
      'Hộ cận nghèo',
      'Điện thoại thông minh',
      'Ghi chú',
    ];
    const list = read(
      sheet([
        labels,
        [
          1,
          'Khóm 2',
          3,
          'A-07',
          'Nguyễn Thị',
          'Út',
          '5/6/1968',
          'Nữ',
          '089168000001',
          'Chủ hộ',
          'Số 4 đường Mẫu',
          '0296 3827 123',
          '',
          'x',
          'không',
          'có công',
        ],
      ]),
    );
    expect(list.households).toMatchObject([
      {
        hamlet: 'Khóm 2',
        group: '3',
        bookNumber: 'A-07',
        address: 'Số 4 đường Mẫu',
        phone: '02963827123',
        headName: 'Nguyễn Thị Út',
        poverty: 'near_poor',
        hasSmartphone: false,
        note: 'có công',
      },
    ]);
    expect(codes(list)).toContain('identity_column_not_read');
    expect(JSON.stringify(list)).not.toContain('089168000001');
  });

  it('may be corrected by a person', () => {
    const rows: Cell[][] = [
      ['A', 'B', 'C'],
      ['Trần Văn Ba', 'Ấp Mẫu 3', 5],
    ];
    const found = read(sheet(rows));
    expect(found.households).toEqual([]);
    expect(codes(found)).toEqual(['header_not_found']);
    const [columns] = found.mapping;
    if (!columns) throw new Error('no mapping');
    const mapping = [
      { ...columns, read: true, firstRow: 1, columns: { headName: 0, hamlet: 1, memberCount: 2 } },
    ];
    const corrected = readList(
      { kind: 'csv', sheets: [sheet(rows)], textEncoding: 'utf-8' },
      { today, mapping },
    );
    expect(corrected.households).toMatchObject([
      { headName: 'Trần Văn Ba', hamlet: 'Ấp Mẫu 3', statedSize: 5 },
    ]);
  });

  it('called __proto__ and the like do no harm', () => {
    const list = read(
      sheet([
        ['__proto__', 'constructor', 'Họ tên chủ hộ', 'Ấp'],
        ['x', 'y', 'Lê Văn Tám', '__proto__'],
      ]),
    );
    const { byHamlet } = previewJson(list);
    expect(Object.keys(byHamlet)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(byHamlet)).toBe(Object.prototype);
  });
});

describe('rows of households', () => {
  it('take the hamlet from headings, tabs or the row before, and one spelling for all', () => {
    const header = ['STT', 'Họ tên chủ hộ', 'Năm sinh'];
    const list = read(
      sheet([
        header,
        ['ẤP MẪU 1'],
        [1, 'Lê An', 1950],
        ['II', 'Ấp Mẫu 2'],
        ['Tổ 5'],
        [1, 'Lê Bình', 1951],
        ['Cộng', null, 2],
      ]),
    );
    expect(list.households).toMatchObject([
      { hamlet: 'Ấp Mẫu 1', group: null },
      { hamlet: 'Ấp Mẫu 2', group: '5' },
    ]);
    expect(list.skipped.map(({ why }) => why)).toEqual(['heading', 'heading', 'heading', 'total']);
    const tabs = read(
      sheet([header, [1, 'Lê An', 1950]], { name: 'Mẫu 1' }),
      sheet([header, [1, 'Lê Bình', 1951]], { name: 'Mẫu 2' }),
    );
    expect(tabs.households.map(({ hamlet }) => hamlet)).toEqual(['Mẫu 1', 'Mẫu 2']);
    const column = read(
      sheet([
        ['Ấp', ...header],
        ['Ấp Mẫu 1', 1, 'Lê An', 1950],
        [null, 2, 'Lê Bình', 1951],
        ['ẤP MẪU 1', 3, 'Lê Cúc', 1952],
      ]),
    );
    expect(column.households.map(({ hamlet }) => hamlet)).toEqual(['Ấp Mẫu 1', 'Ấp Mẫu 1', 'Ấp Mẫu 1']);
  });

  it('end at the signatures, leave hidden sheets out, read hidden rows, and check the total', () => {
    const header = ['STT', 'Họ tên chủ hộ', 'Số khẩu'];
    const list = read(
      sheet(
        [
          header,
          [1, 'Lê An', 3],
          [2, 'Lê Bình', 4],
          [null, 'Tổng cộng', 8],
          [null, null, 'Nhơn Mỹ, ngày 05 tháng 01 năm 2026'],
          [null, 'TRƯỞNG ẤP'],
          [null, 'Phan Văn Tư'],
        ],
        { hiddenRows: [2] },
      ),
      sheet([header, [1, 'Lê Ẩn', 3]], { name: 'cũ', hidden: true }),
    );
    expect(list.households.map(({ headName }) => headName)).toEqual(['Lê An', 'Lê Bình']);
    expect(codes(list)).toEqual([
      'rows_hidden',
      'total_differs',
      'hamlet_missing',
      'poverty_not_stated',
      'sheet_hidden',
    ]);
  });

  it('keep what the list leaves open open', () => {
    const list = read(
      sheet([
        ['Họ tên chủ hộ', 'Hộ nghèo', 'Điện thoại thông minh', 'Giới tính'],
        ['Lê An', '', '', ''],
        ['Lê Bình', 'chờ xét', 'hỏi lại', '?'],
      ]),
    );
    expect(list.households).toMatchObject([
      {
        poverty: 'none',
        hasSmartphone: null,
        statedSize: null,
        residents: [{ sex: null, birth: null, phone: null, residence: null }],
      },
      { poverty: null, hasSmartphone: null, residents: [{ sex: null }] },
    ]);
    expect(codes(list)).toEqual([
      'mark_not_understood',
      'mark_not_understood',
      'sex_not_understood',
      'hamlet_missing',
    ]);
  });
});

describe('names without households', () => {
  it('are households of their own, with a warning', () => {
    const list = read(
      sheet([
        ['Họ và tên', 'Năm sinh'],
        ['Lê An', 1950],
        ['Lê Bình', 1975],
      ]),
    );
    expect(list.households).toHaveLength(2);
    expect(codes(list)).toContain('rows_taken_as_households');
  });
});

describe('rows of people', () => {
  const header = ['Ấp', 'Số hộ', 'Họ và tên', 'Năm sinh', 'Quan hệ'];

  it('make households by number, by merged cells, or by heads', () => {
    const every = read(
      sheet([
        header,
        ['Ấp Mẫu 1', 1, 'Lê An', 1950, 'Chủ hộ'],
        ['Ấp Mẫu 1', 2, 'Võ Ba', 1960, 'Chủ hộ'],
        ['Ấp Mẫu 1', 1, 'Lê Cúc', 1980, 'Con'],
      ]),
    );
    expect(every.households.map(({ residents }) => residents.length)).toEqual([2, 1]);
    const merged = read(
      sheet(
        [
          header,
          ['Ấp Mẫu 1', 1, 'Lê An', 1950, 'Chủ hộ'],
          [null, null, 'Lê Tư', 1975, 'Chủ hộ'],
          [null, null, 'Võ Ba', 1960, 'Chủ hộ'],
        ],
        {
          merges: [merge(1, 1, 2, 1)],
        },
      ),
    );
    expect(merged.households.map(({ residents }) => residents.map(({ relation }) => relation))).toEqual([
      ['head', 'other'],
      ['head'],
    ]);
    expect(codes(merged)).toContain('head_twice');
    const heads = read(
      sheet([
        header.slice(2),
        ['Lê An', 1950, 'Chủ hộ'],
        ['Lê Cúc', 1980, 'con dâu'],
        ['Võ Ba', 1960, 'Chủ hộ'],
      ]),
    );
    expect(heads.households.map(({ residents }) => residents.length)).toEqual([2, 1]);
    expect(heads.households[0]?.residents[1]).toMatchObject({ relation: 'child', relationText: 'con dâu' });
  });

  it('without a head take the first person, and say so; a size that differs too', () => {
    const list = read(
      sheet([
        [...header, 'Số khẩu'],
        ['Ấp Mẫu 1', 1, 'Lê An', 1950, 'Vợ', 3],
        [null, null, 'Lê Cúc', 1980, 'Con', null],
      ]),
    );
    expect(list.households).toMatchObject([
      { headName: 'Lê An', residents: [{ relation: 'head', relationText: 'Vợ' }, { relation: 'child' }] },
    ]);
    expect(codes(list)).toEqual(['head_missing', 'size_differs', 'poverty_not_stated']);
  });
});

describe('names (B7)', () => {
  it('are NFC with single blanks and Title Case; one word and Khmer stay; hostile ones are cleaned or left out', () => {
    const names = [
      'NGÔ  THỊ ÚT ',
      'Nguyễn Văn Hoà'.normalize('NFD'),
      'Neáng',
      'Chau Sóc Kim',
      'ចៅ សុខ',
      "H'HEN NIÊ",
      'lê an',
      'Võ\u202e Văn\u200b Tư',
      'A'.repeat(5000),
      '12345',
      '\ud800',
    ];
    const list = read(sheet([['Họ tên chủ hộ', 'Năm sinh'], ...names.map((name) => [name, 1950])]));
    expect(list.households.map(({ headName }) => headName)).toEqual([
      'Ngô Thị Út',
      'Nguyễn Văn Hoà',
      'Neáng',
      'Chau Sóc Kim',
      'ចៅ សុខ',
      "H'Hen Niê",
      'Lê An',
      'Võ Văn Tư',
    ]);
    expect(codes(list).slice(0, 4)).toEqual([
      'hidden_characters',
      'name_too_long',
      'name_without_letters',
      'name_without_letters',
    ]);
    expect(list.skipped.map(({ why }) => why)).toEqual(['name_unusable', 'name_unusable', 'name_unusable']);
  });
});

describe('duplicates in one file', () => {
  it('are told, not merged: same head however spelt, same hamlet, a birth that can be the same', () => {
    const header = ['Ấp', 'Họ tên chủ hộ', 'Ngày sinh'];
    const list = read(
      sheet([
        header,
        ['Ấp Mẫu 1', 'Lê Thị Thủy', '01/02/1950'],
        ['Ấp Mẫu 1', 'LÊ THỊ THUỶ', 1950],
        ['Ấp Mẫu 1', 'Lê Thị Thủy', '02/02/1950'],
        ['Ấp Mẫu 2', 'Lê Thị Thủy', '01/02/1950'],
        ['Ấp Mẫu 1', 'Lê Thị Thủy', null],
      ]),
    );
    expect(list.households).toHaveLength(5);
    // Row 4 has another day than row 2, but row 3 knows only the year and can be either.
    expect(list.warnings.filter(({ code }) => code === 'duplicate_in_file').map(({ row }) => row)).toEqual([
      3, 4,
    ]);
  });
});

describe('whatever the cells', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'Họ và tên',
      'Họ và tên chủ hộ',
      'Năm sinh',
      'Nam',
      'Nữ',
      'Ấp',
      'Số hộ',
      'Quan hệ',
      'Chủ hộ',
      'Hộ nghèo',
      'x',
      'ẤP MẪU 1',
      'Tổng cộng',
      '30/02/1990',
      '00/00/1945',
      '12/9999',
      '99999-12',
      '__proto__',
      'Nguyễn Văn A',
      '0912345678',
      '31/12/99',
      "'=1",
    ),
  );
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    { weight: 6, arbitrary: texts },
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('1900-01-01', '1905-04-29', '2199-12-31').map((day) => ({ day })),
  );
  const merges = fc.array(
    fc
      .tuple(fc.nat(12), fc.nat(8), fc.nat(12), fc.nat(8))
      .map(([a, b, c, d]) => merge(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d))),
    { maxLength: 5 },
  );

  it('nothing is thrown, each household has people and exactly one head, and the preview is JSON', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
        merges,
        texts,
        (rows, merged, name) => {
          const headed = [
            ['Họ và tên', 'Năm sinh', 'Quan hệ', 'Số hộ', 'Ấp', 'SĐT', 'Hộ nghèo', 'Cư trú'],
            ...rows,
          ];
          for (const some of [rows, headed]) {
            const list = read(sheet(some, { name, merges: merged }));
            for (const household of list.households) {
              expect(household.residents.filter(({ relation }) => relation === 'head')).toHaveLength(1);
              expect(household.headName).not.toBe('');
              for (const { birth } of household.residents)
                expect(birth === null || birth.date <= '2026-12-31').toBe(true);
            }
            const preview = previewJson(list);
            expect(JSON.parse(JSON.stringify(preview))).toMatchObject({ households: list.households.length });
            expect(Object.values(preview.byHamlet).reduce((sum, { households }) => sum + households, 0)).toBe(
              preview.households,
            );
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
