import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/problem.ts';
import { textRow, workbookFile } from '#tests/zip-file.ts';
import { dayOfSerial, showsDate } from './number-formats.ts';
import { readFileHere } from './read-file.server.ts';
import { readSheets } from './read-sheet.server.ts';
import { vniSpelling } from './vni-letters.ts';

const rowsOf = async (file: Buffer, name = 'danh-sach.xlsx') =>
  (await readFileHere(file, name)).sheets[0]?.rows;

const vni = (text: string) => [...text].map((letter) => vniSpelling.get(letter) ?? letter).join('');

const onlyProblems = async (bytes: Buffer, name: string) => {
  try {
    await readFileHere(bytes, name);
  } catch (error) {
    expect(error).toBeInstanceOf(Problem);
  }
};

describe('cells of an .xlsx', () => {
  it('are texts, numbers, days, yes and no, wherever they stand', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>';
    const strings =
      '<sst><si><t>Ngô</t></si><si><r><t>Lê </t></r><r><rPr><b/></rPr><t>Thị Lan</t></r><rPh><t>không đọc</t></rPh></si></sst>';
    const file = workbookFile(
      '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="F2" t="inlineStr"><is><t>a_x000D_b &amp; c</t></is></c></row>' +
        '<row r="4" hidden="1"><c r="A4"><v>1966</v></c><c r="B4" s="1"><v>24219</v></c><c r="C4" s="2"><v>1</v></c><c r="D4" s="3"><v>0.5</v></c>' +
        '<c r="E4" t="b"><v>1</v></c><c r="F4" t="e"><v>#REF!</v></c><c r="G4" t="str"><f>A1&amp;"x"</f><v>công thức</v></c><c r="H4" t="d"><v>2026-11-05T00:00:00</v></c></row>',
      [
        { name: 'xl/styles.xml', content: styles },
        { name: 'xl/sharedStrings.xml', content: strings },
      ],
    );
    const { sheets } = await readFileHere(file, 'x.xlsx');
    expect(sheets[0]?.rows).toEqual([
      [],
      [null, 'Ngô', 'Lê Thị Lan', null, null, 'a\rb & c'],
      [],
      [
        1966,
        { day: '1966-04-22' },
        { day: '1900-01-01' },
        0.5,
        true,
        null,
        'công thức',
        { day: '2026-11-05' },
      ],
    ]);
    expect(sheets[0]?.hiddenRows).toEqual([3]);
  });

  it('merge, and dates may count from 1904', async () => {
    const sheet = `<worksheet><sheetData><row><c s="0"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:K3"/></mergeCells></worksheet>`;
    const { sheets } = await readFileHere(
      workbookFile('', [
        { name: 'xl/worksheets/sheet1.xml', content: sheet },
        { name: 'xl/styles.xml', content: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>' },
        {
          name: 'xl/workbook.xml',
          content:
            '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r1" state="hidden"/></sheets></workbook>',
        },
      ]),
      'x.xlsx',
    );
    expect(sheets).toMatchObject([
      { rows: [[{ day: '1904-01-01' }]], merges: [{ top: 0, left: 0, bottom: 2, right: 10 }], hidden: true },
    ]);
  });

  it('know a date by its format', () => {
    for (const format of ['dd/mm/yyyy', 'd-mmm-yy', '[$-42A]dd mmmm yyyy;@', 'yyyy-mm-dd h:mm:ss'])
      expect(showsDate(format), format).toBe(true);
    for (const format of ['General', '0.00', '#,##0" đồng"', 'h:mm', '[Red]0', '@', '[mm]:ss'])
      expect(showsDate(format), format).toBe(false);
    expect(dayOfSerial(24219)).toBe('1966-04-22');
    expect(dayOfSerial(59)).toBe('1900-02-28');
    expect(dayOfSerial(61)).toBe('1900-03-01');
    expect(dayOfSerial(-1)).toBeNull();
    expect(dayOfSerial(Number.NaN)).toBeNull();
  });

  it('in old lettering come back as Unicode, sheet names too, unless a person says otherwise', async () => {
    const file = workbookFile(textRow(1, vni('Nguyễn Văn Bưởi'), vni('Trần Thị Mỹ')), [
      {
        name: 'xl/workbook.xml',
        content: `<workbook><sheets><sheet name="${vni('Ấp Mẫu 5')}" r:id="r1"/></sheets></workbook>`,
      },
    ]);
    const detected = await readSheets(file, 'x.xlsx');
    expect(detected).toMatchObject({
      textEncoding: 'vni',
      sheets: [{ name: 'Ấp Mẫu 5', rows: [['Nguyễn Văn Bưởi', 'Trần Thị Mỹ']] }],
    });
    const asked = await readSheets(file, 'x.xlsx', { lettering: 'unicode' });
    expect(asked).toMatchObject({
      textEncoding: 'unicode',
      sheets: [{ rows: [['Nguyeãn Vaên Böôûi', 'Traàn Thò Myõ']] }],
    });
  });
});

describe('a CSV (B9)', () => {
  const people = [
    ['Ấp', 'Họ tên', 'Ngày sinh', 'SĐT'],
    ['Ấp Mẫu 6', 'Nguyễn Thị Ánh', '16/07/1977', '0879576170'],
    ['Ấp Mẫu 6', 'Đặng Hữu Đức', '1951'],
  ];
  const typed = (separator: string) => people.map((row) => row.join(separator)).join('\r\n');

  it.each([';', ',', '\t', '|'])('is cut at %j, in any encoding', async (separator) => {
    const text = typed(separator);
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files: [Buffer, string][] = [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [utf16, 'utf-16le'],
      [utf16.subarray(2), 'utf-16le'],
      [Buffer.from(utf16).swap16(), 'utf-16be'],
    ];
    for (const [bytes, encoding] of files) {
      const workbook = await readFileHere(bytes, 'danh-sach.csv');
      expect(workbook.textEncoding).toBe(encoding);
      expect(workbook.sheets[0]?.rows).toEqual(people);
    }
  });

  it('in Windows-1258 is composed again', async () => {
    // "Nguyễn Thị Ánh" and "Đặng Hữu Đức" as Windows writes them: a letter, then its tone.
    const bytes = Buffer.from(
      'Nguy\u00ea\u00den Thi\u00f2;1977\nÐ\u00e3\u00f2ng H\u00fd\u00deu;1951\n',
      'latin1',
    );
    const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
    const { sheets, textEncoding } = await readFileHere(bytes, 'a.csv');
    expect(textEncoding).toBe('windows-1258');
    expect(sheets[0]?.rows).toEqual(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(';')),
    );
    expect(text).toContain('Nguyễn Thị;');
  });

  it('typed in TCVN3 is read as TCVN3', async () => {
    const bytes = Buffer.from('Hä vµ tªn;N¨m sinh\nNguyÔn V¨n A;1951\nTrÇn ThÞ B;1960\n', 'latin1');
    const { sheets, textEncoding } = await readFileHere(bytes, 'a.csv');
    expect(textEncoding).toBe('tcvn3');
    expect(sheets[0]?.rows).toEqual([
      ['Họ và tên', 'Năm sinh'],
      ['Nguyễn Văn A', '1951'],
      ['Trần Thị B', '1960'],
    ]);
  });

  it('keeps quoted separators, line breaks and quotes, ragged rows, and what is above the table', async () => {
    const text = 'DANH SÁCH\r\nsố;họ tên;ghi chú\r\n1;"A; ""B""";"hai\r\ndòng"\r\n2;C\r\n';
    expect(await rowsOf(Buffer.from(text), 'a.csv')).toEqual([
      ['DANH SÁCH'],
      ['số', 'họ tên', 'ghi chú'],
      ['1', 'A; "B"', 'hai\r\ndòng'],
      ['2', 'C'],
    ]);
    expect(await rowsOf(Buffer.from('sep=,\r\na;b,c\r\n'), 'a.csv')).toEqual([['a;b', 'c']]);
  });
});

describe('whatever the bytes', () => {
  const good = workbookFile(
    Array.from({ length: 30 }, (_, row) => textRow(row + 1, 'Nguyễn Văn Tư', '1966', 'x')).join(''),
  );
  it('a damaged workbook is read or refused, never a crash', async () => {
    const flips = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(flips, fc.integer({ min: 100, max: good.length }), async (changes, length) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        await onlyProblems(bytes, 'x.xlsx');
        await onlyProblems(bytes.subarray(0, length), 'x.xlsx');
      }),
      { numRuns: 150 },
    );
  });

  it('a sheet of damaged XML is read or refused', async () => {
    const piece = fc.constantFrom(
      '<row r="1">',
      '</row>',
      '<c r="A1" t="s">',
      '<c r="ZZZ9"',
      '<v>',
      '1',
      '9e999',
      '</v>',
      '</c>',
      '<t>',
      '&amp;',
      '&',
      '<',
      '>',
      '"',
      '<row r="-1">',
      '<row r="1e9">',
      '<mergeCell ref="A1:B0"/>',
      '<mergeCell ref="ZZZ1:A9"/>',
      ']]>',
      '<!--',
      '<?',
      '\ud800',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), (pieces) =>
        onlyProblems(workbookFile(pieces.join('')), 'x.xlsx'),
      ),
      { numRuns: 300 },
    );
  });

  it('any text is a CSV or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) =>
        onlyProblems(Buffer.from(bytes), 'x.csv'),
      ),
      { numRuns: 300 },
    );
  });
});
