import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvCell } from './csv-text.ts';
import { openArchive } from './open-archive.server.ts';
import { readFileHere } from './read-file.server.ts';
import {
  csvBytes,
  type ExportTable,
  type ExportValue,
  writeCsv,
  writeXlsx,
  xlsxBytes,
} from './write-sheet.server.ts';

const letters =
  'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ' +
  'AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ';

function people(...rows: ExportValue[][]): ExportTable {
  const columns = [
    { header: 'Số thứ tự', kind: 'number' as const },
    { header: 'Họ và tên', kind: 'text' as const, width: 30 },
    { header: 'Ngày sinh', kind: 'date' as const },
    { header: 'Điện thoại', kind: 'text' as const },
  ];
  return { sheetName: 'Sổ hộ: Ấp Mẫu 1', columns, rows };
}

describe('an exported .xlsx', () => {
  it('holds numbers, texts and days as such, and empty cells as none', async () => {
    const table = people(
      [1, letters, '1966-08-15', '+84912345678'],
      [2, 'Chị "Lan" & <b>', '1946', '0912345678'],
      [3, null, null, undefined],
    );
    const { sheets } = await readFileHere(await buffer(xlsxBytes(table)), 'a.xlsx');
    expect(sheets[0]).toMatchObject({
      name: 'Sổ hộ  Ấp Mẫu 1',
      rows: [
        ['Số thứ tự', 'Họ và tên', 'Ngày sinh', 'Điện thoại'],
        [1, letters, { day: '1966-08-15' }, '+84912345678'],
        [2, 'Chị "Lan" & <b>', '1946', '0912345678'],
        [3],
      ],
    });
  });

  it('gives back any text that XML can hold, as text (B3)', async () => {
    // XML knows no control characters, and Excel no more than 32,767 letters.
    // oxlint-disable-next-line no-control-regex
    const kept = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value));
    const dangerous = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '_x0041_', ' '), kept)
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(kept, dangerous), { minLength: 1, maxLength: 8 }),
        async (values) => {
          const columns = [{ header: 'a', kind: 'text' as const }];
          const bytes = await buffer(
            xlsxBytes({ sheetName: 'a', columns, rows: values.map((value) => [value]) }),
          );
          const { sheets } = await readFileHere(bytes, 'a.xlsx', 'unicode');
          expect(values.map((_, index) => sheets[0]?.rows[index + 1]?.[0] ?? '')).toEqual(
            values.map((value) => value.normalize('NFC')),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has a frozen header row', async () => {
    const bytes = await buffer(xlsxBytes(people()));
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    const archive = await openArchive(bytes);
    const sheet = await text(Readable.from(archive.read('xl/worksheets/sheet1.xml')));
    archive.close();
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  });
});

describe('an exported CSV', () => {
  it('has a BOM, semicolons, and days as people write them', async () => {
    const csv = (
      await buffer(csvBytes(people([1, 'Lê; "Lan"', '1966-08-15', '0912345678'], [2.5, 'Út', '1946', null])))
    ).toString();
    expect(csv).toBe(
      '\ufeffSố thứ tự;Họ và tên;Ngày sinh;Điện thoại\r\n1;"Lê; ""Lan""";15/08/1966;0912345678\r\n2,5;Út;1946;\r\n',
    );
  });

  it('disarms every cell that could be a formula (B3)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\u0000', ' =', '＝', '\u200b='),
        fc.string({ unit: 'binary' }),
        (start, rest) => {
          expect(csvCell(start + rest).replace(/^"/, '')).toMatch(/^'/);
        },
      ),
    );
    expect(csvCell('+84912345678')).toBe("'+84912345678");
    expect(csvCell(-5)).toBe('-5');
  });

  it('reads back what was written, cell by cell', async () => {
    // oxlint-disable-next-line no-control-regex
    const value = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((text) => !/^[\s\u0000-\u001f]*$|[\u0000\ufeff]/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }), async (rows) => {
        const columns = [
          { header: 'a', kind: 'text' as const },
          { header: 'b', kind: 'text' as const },
        ];
        const { sheets } = await readFileHere(
          await buffer(csvBytes({ sheetName: 'a', columns, rows })),
          'a.csv',
          'unicode',
        );
        const back = sheets[0]?.rows
          .slice(1)
          .map((row) => row.map((cell) => typeof cell === 'string' && cell.replace(/^'/, '')));
        expect(back).toEqual(rows.map((row) => row.map((cell) => cell.normalize('NFC').replace(/^'/, ''))));
      }),
      { numRuns: 100 },
    );
  });
});

async function* broken() {
  yield [1, 'a', null, null];
  throw new Error('the rows broke');
}

describe('streaming', () => {
  it('asks for rows only as fast as they are taken, and tells a failure of the rows', async () => {
    let made = 0;
    async function* rows() {
      for (let row = 0; row < 50_000; row += 1) {
        made += 1;
        yield [row, `Nguyễn Văn ${row}`, '1966-08-15', '0912345678'];
      }
    }
    let taken = 0;
    const stuck = new Writable({
      highWaterMark: 1024,
      write(_chunk, _encoding, done) {
        taken += 1;
        if (taken < 30) done();
      },
    });
    void writeXlsx(stuck, { ...people(), rows: rows() }).catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(20_000);
    stuck.destroy();

    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    await expect(writeXlsx(sink, { ...people(), rows: broken() })).rejects.toThrow('the rows broke');
  });
});

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!hasOffice)('in LibreOffice', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'export-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(
    'both files open with every Vietnamese letter, and no text is a formula',
    { timeout: 120_000 },
    async () => {
      const table = people(
        [1, letters, '1966-08-15', '+84912345678'],
        [2, '=1+1', '1946', '0912345678'],
        [3, '@SUM(A1:A2)', null, '-2+3'],
      );
      await writeXlsx(join(folder, 'a.xlsx'), table);
      await writeCsv(join(folder, 'b.csv'), table);
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const toUtf8 = [
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1',
        '--outdir',
        join(folder, 'out'),
      ];
      const asWritten = '--infilter=CSV:59,34,76';
      execFileSync('soffice', [profile, '--headless', ...toUtf8, join(folder, 'a.xlsx')], {
        stdio: 'ignore',
      });
      execFileSync('soffice', [profile, '--headless', asWritten, ...toUtf8, join(folder, 'b.csv')], {
        stdio: 'ignore',
      });
      expect(await text(createReadStream(join(folder, 'out', 'a.csv')))).toBe(
        [
          // Quoted is what LibreOffice holds as text; the day is a real date.
          '"Số thứ tự","Họ và tên","Ngày sinh","Điện thoại"',
          `1,"${letters}",15/08/1966,"+84912345678"`,
          '2,"=1+1","1946","0912345678"',
          '3,"@SUM(A1:A2)",,"-2+3"',
          '',
        ].join('\n'),
      );
      const csv = readFileSync(join(folder, 'out', 'b.csv'), 'utf8');
      expect(csv).toContain(`1,"${letters}",`);
      expect(csv).toContain("'=1+1");
      expect(csv).toContain("'@SUM(A1:A2)");
      expect(csv).toContain("'+84912345678");
    },
  );
});
