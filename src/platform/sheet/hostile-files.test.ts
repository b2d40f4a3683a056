import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#shared/problem.ts';
import { textRow, workbookFile, workbookParts, zipFile } from '#tests/zip-file.ts';
import { readSheets } from './read-sheet.server.ts';
import { limits } from './workbook.ts';

// B1, B2, B6, B16: refused within 2 s and 200 MB, with a sentence that says what to do.
const kind = 'file.kind_not_supported';
const large = 'file.too_large';
const unreadable = 'file.unreadable';

const sheet = 'xl/worksheets/sheet1.xml';
const megabyte = 1024 * 1024;

/** 800,000 rows that do not pack too well, as in the bomb that brought others down: some 300 MB from 5 MB. */
function bombXml(bytes: number): Buffer {
  const xml = Buffer.alloc(bytes, '<row><c t="inlineStr"><is><t>Nguyễn Văn A 0912345678</t></is></c></row>');
  for (let at = 0; at < bytes - 40; at += 1400)
    xml.write(String(Math.imul(at, 2654435761) >>> 0).padStart(10, '0'), at + 40, 'latin1');
  xml.write('<worksheet><sheetData>');
  return xml;
}

const files: [what: string, code: string, name: string, file: () => Buffer][] = [
  [
    'a zip bomb',
    large,
    'b.xlsx',
    () => zipFile(workbookParts('', [{ name: sheet, content: bombXml(297 * megabyte) }])),
  ],
  [
    'a bomb that lies about its size',
    large,
    'b.xlsx',
    () => zipFile(workbookParts('', [{ name: sheet, content: bombXml(120 * megabyte), claimedSize: 1000 }])),
  ],
  [
    'a small bomb of a high ratio',
    large,
    'b.xlsx',
    () => zipFile(workbookParts('', [{ name: 'xl/media/a.png', content: Buffer.alloc(8 * megabyte) }])),
  ],
  [
    'more entries than a workbook has',
    large,
    'b.xlsx',
    () =>
      zipFile(
        workbookParts(
          '',
          Array.from({ length: limits.entries }, (_, index) => ({ name: `a${index}`, content: '' })),
        ),
      ),
  ],
  [
    'more than 10 MB',
    large,
    'b.xlsx',
    () => Buffer.concat([workbookFile(textRow(1, 'a')), Buffer.alloc(11 * megabyte)]),
  ],
  [
    'a zip of zips',
    kind,
    'b.xlsx',
    () => zipFile([{ name: 'a.zip', content: zipFile([{ name: 'b.zip', content: 'x' }]) }]),
  ],
  [
    'a workbook with a password',
    kind,
    'b.xlsx',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
  ],
  [
    'an old .xls',
    kind,
    'b.xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]),
  ],
  [
    'a locked zip',
    kind,
    'b.xlsx',
    () => zipFile(workbookParts('', [{ name: sheet, content: 'x', locked: true }])),
  ],
  ['macros', kind, 'b.xlsm', () => zipFile(workbookParts('', [{ name: 'xl/vbaProject.bin', content: 'x' }]))],
  [
    '.xlsb',
    kind,
    'b.xlsb',
    () =>
      zipFile([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'xl/workbook.bin', content: 'x' },
      ]),
  ],
  [
    '.ods',
    kind,
    'b.ods',
    () =>
      zipFile([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
        { name: 'content.xml', content: '<a/>' },
      ]),
  ],
  [
    'a Word file',
    kind,
    'b.docx',
    () =>
      zipFile([
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<a/>' },
      ]),
  ],
  [
    'a web page called .xlsx',
    kind,
    'b.xlsx',
    () => Buffer.from('\ufeff\n<html><table><tr><td>Họ tên</td></tr></table></html>'),
  ],
  ['a web page called .csv', kind, 'b.csv', () => Buffer.from('<!DOCTYPE html><table></table>')],
  ['XML called .xls', kind, 'b.xls', () => Buffer.from('<?xml version="1.0"?><Workbook/>')],
  ['a PDF', kind, 'b.pdf', () => Buffer.from('%PDF-1.7\n')],
  ['a picture', kind, 'b.csv', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  [
    'billion laughs',
    unreadable,
    'b.xlsx',
    () =>
      workbookFile('', [
        {
          name: sheet,
          content:
            '<!DOCTYPE a [<!ENTITY b "haha"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>',
        },
      ]),
  ],
  [
    'a file of the machine as an entity',
    unreadable,
    'b.xlsx',
    () =>
      workbookFile('', [
        {
          name: 'xl/workbook.xml',
          content: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><workbook/>',
        },
      ]),
  ],
  ['nothing', unreadable, 'b.xlsx', () => Buffer.alloc(0)],
  ['a workbook with nothing in it', unreadable, 'b.xlsx', () => workbookFile('')],
  ['a zip cut short', unreadable, 'b.xlsx', () => workbookFile(textRow(1, 'a')).subarray(0, 300)],
  [
    'a name that climbs out of the zip',
    unreadable,
    'b.xlsx',
    () => zipFile(workbookParts('', [{ name: '../../a', content: '' }])),
  ],
  [
    'two sheets of one name in the zip',
    unreadable,
    'b.xlsx',
    () => zipFile([...workbookParts(textRow(1, 'a')), { name: sheet, content: '<worksheet/>' }]),
  ],
  [
    'a sheet that never ends',
    unreadable,
    'b.xlsx',
    () => workbookFile('', [{ name: sheet, content: `<worksheet><sheetData>${textRow(1, 'a')}` }]),
  ],
  ['a cell of a million letters', large, 'b.xlsx', () => workbookFile(textRow(1, 'Họ tên '.repeat(150_000)))],
  [
    'a tag of a million letters',
    unreadable,
    'b.xlsx',
    () => workbookFile(`<c r="${'A'.repeat(1_000_000)}"/>`),
  ],
  [
    'a shared text of a million letters',
    large,
    'b.xlsx',
    () =>
      workbookFile(textRow(1, 'a'), [
        {
          name: 'xl/sharedStrings.xml',
          content: `<sst><si>${'<t>Nguyễn Văn</t>'.repeat(100_000)}</si></sst>`,
        },
      ]),
  ],
  ['a CSV cell of a million letters', large, 'b.csv', () => Buffer.from(`a;b\n${'x'.repeat(1_000_000)};1\n`)],
  ['a quote that never closes', unreadable, 'b.csv', () => Buffer.from(`a;b\n"${'x;'.repeat(400)}`)],
  ['NUL in a sheet', unreadable, 'b.xlsx', () => workbookFile(textRow(1, 'a&#0;b'))],
  ['NUL in a CSV', unreadable, 'b.csv', () => Buffer.from('a;b\u0000c\n1;2\n')],
  ['half a surrogate pair in a sheet', unreadable, 'b.xlsx', () => workbookFile(textRow(1, 'a&#xD800;b'))],
  [
    'half a surrogate pair in UTF-16',
    unreadable,
    'b.csv',
    () => Buffer.from('\ufeffa;b\ud800;c\n', 'utf16le'),
  ],
  [
    'bytes that are no UTF-8 in a sheet',
    unreadable,
    'b.xlsx',
    () => workbookFile('', [{ name: sheet, content: Buffer.from([0x3c, 0x61, 0xc3, 0x28, 0x3e]) }]),
  ],
  [
    'more than 100,000 rows',
    large,
    'b.xlsx',
    () =>
      workbookFile(
        Array.from({ length: 100_001 }, (_, index) => `<row><c><v>${index}</v></c></row>`).join(''),
      ),
  ],
  ['a row far below', large, 'b.xlsx', () => workbookFile('<row r="1048576"><c><v>1</v></c></row>')],
  [
    'more than 200 columns',
    large,
    'b.xlsx',
    () => workbookFile(textRow(1, ...Array.from({ length: 201 }, (_, index) => `c${index}`))),
  ],
  ['more than 100,000 rows of CSV', large, 'b.csv', () => Buffer.from('a;b\n'.repeat(100_001))],
  ['more than 200 columns of CSV', large, 'b.csv', () => Buffer.from(`${'a;'.repeat(201)}b\n`)],
];

describe('a hostile or foreign file is refused within 2 s and 200 MB', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(files)('%s → %s', async (_what, code, name, make) => {
    const path = join(folder, name);
    await writeFile(path, make());
    let cost = { peakMegabytes: Infinity, cpuMilliseconds: Infinity };
    const refused = await readSheets(path, name, {
      onFinished: (told) => (cost = told),
    }).catch((error: unknown) => error);
    if (!(refused instanceof Problem)) throw refused;
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(/Xin /);
    expect(cost.cpuMilliseconds).toBeLessThan(2000);
    expect(cost.peakMegabytes).toBeLessThan(200);
  });

  it('what takes too long is ended', async () => {
    const refused = readSheets(workbookFile(textRow(1, 'a')), 'a.xlsx', { timeLimit: 1 });
    await expect(refused).rejects.toMatchObject({ code: large });
  });
});

describe('odd but harmless files are read', () => {
  it('links to other files are not followed, empty formatted cells far away do not count', async () => {
    const far =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>Họ tên</t></is></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>';
    const workbook = await readSheets(workbookFile(far), 'a.xlsx');
    expect(workbook.sheets).toMatchObject([{ name: 'Ấp Mẫu 1', rows: [['Họ tên']] }]);
  });

  it('the name does not matter where the bytes tell', async () => {
    expect((await readSheets(workbookFile(textRow(1, 'a')), 'a.csv')).kind).toBe('xlsx');
  });
});
