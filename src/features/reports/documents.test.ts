import { beforeEach, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { checkArchive } from '#platform/pdf/archive.test-support.ts';
import { checkOfficialPdf } from '#platform/pdf/check-official-pdf.test-support.ts';
import { writeXlsx, type ExportTable, type ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { readXlsx } from '#platform/sheet/read-xlsx.server.ts';
import { program, withPdf } from '#platform/docx/office-programs.test-support.ts';
import { inCommune } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { exportCommuneSum, exportReport } from './commands/export-report.server.ts';
import { sumTable } from './export/report-table.ts';
import { communeSum } from './queries/commune-sum.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { writeNarrative } from './commands/write-narrative.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from './report-world.test-support.ts';

const world = useWorld();
let reportId: string;

beforeEach(async () => {
  await layGroundFor(world());
  const { cast, run, hamlets } = world();
  for (const home of await settleHomes(world(), 'mau1', 3)) {
    await visit(world(), cast.lan, home, '2026-10-14', {
      guidances: [{ residentId: home.people[0], platform: 'vneid', outcome: 'installed' }],
    });
  }
  world().now = new Date('2026-11-09T02:00:00Z');
  reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  await run(writeNarrative, cast.tu, {
    reportId,
    section: 'obstacles',
    text: 'Sóng yếu ở cuối ấp:\n- Kênh Xáng\n- Bờ Tây <script>',
  });
});

const textOf = (docx: Uint8Array) =>
  withPdf(docx, async (pdf) => ({
    text: (await program('pdftotext', ['-layout', pdf, '-'])).toString().normalize('NFC'),
    info: (await program('pdfinfo', ['-f', '1', '-l', '99', pdf])).toString(),
  }));
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** The table as LibreOffice has it when it is given the formulas without their values. */
async function workedOut({ rows, ...table }: ExportTable): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-sheet-'));
  try {
    const bare: ExportValue[][] = [];
    for await (const row of rows)
      bare.push(
        row.map((value) => (typeof value === 'object' && value !== null ? { ...value, value: null } : value)),
      );
    await writeXlsx(join(folder, 'sum.xlsx'), { ...table, rows: bare });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const csv = 'csv:Text - txt - csv (StarCalc):59,34,76';
    await program('soffice', [
      profile,
      '--headless',
      '--convert-to',
      csv,
      '--outdir',
      folder,
      join(folder, 'sum.xlsx'),
    ]);
    return await readFile(join(folder, 'sum.csv'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

test('chú Tư’s report in Word: by the decree, A4, with every Vietnamese letter; the same snapshot gives the same bytes', async () => {
  const { cast, run } = world();
  await run(submitReport, cast.tu, { reportId });
  const file = await run(exportReport, cast.tu, { reportId });
  expect(file.name).toBe('Báo cáo tháng 10-2026 - Ấp Mẫu 1.docx');
  expect(await checkOfficialDocx(file.bytes)).toEqual([]);

  // Work of October that is written down later is not in what was sent.
  world().now = new Date('2026-11-25T02:00:00Z');
  const again = await run(exportReport, cast.hanh, { reportId });
  expect(sha(again.bytes)).toBe(sha(file.bytes));

  const { text, info } = await textOf(file.bytes);
  expect(info).toMatch(/Page +1 size: +595[.\d]* x 841[.\d]* pts \(A4\)/);
  const line = inOneLine(text);
  for (const part of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'BAN ẤP',
    'ẤP MẪU 1',
    'Nhơn Mỹ, ngày 09 tháng 11 năm 2026',
    'Kính gửi: Ủy ban nhân dân xã Nhơn Mỹ (qua Phòng Văn hóa - Xã hội)',
    'tháng 10 năm 2026',
    'TÌNH HÌNH CHUNG',
    'Chính quyền số',
    'Sóng yếu ở cuối ấp',
    '- Bờ Tây <script>.',
    'Hộ được tuyên truyền',
    'TRƯỞNG ẤP',
    'Lê Văn Tư',
    'Nơi nhận:',
    'DỮ LIỆU MẪU',
  ])
    expect(line).toContain(part);
  // The number is not ours to give, and what is not collected is no zero.
  expect(line).toMatch(/Số:\s+\/BC-BA/);
  expect(text).toMatch(/F4 +Đơn hàng \(nếu khai\) +đơn +— +—/);
  const log = await inCommune(world(), (tx) =>
    tx.selectFrom('events').select('actor_id').where('name', '=', 'report.exported').execute(),
  );
  expect(new Set(log.map((event) => event.actor_id))).toEqual(
    new Set([cast.tu.accountId, cast.hanh.accountId]),
  );
}, 60_000);

test('the commune’s sum in Word: a row per hamlet, the annex lies crosswise, who is missing is named', async () => {
  const { cast, run } = world();
  await run(submitReport, cast.tu, { reportId });
  const file = await run(exportCommuneSum, cast.hanh, { period: '2026-10' });
  expect(file.name).toBe('Tổng hợp báo cáo tháng 10-2026 - xã Nhơn Mỹ.docx');
  expect(await checkOfficialDocx(file.bytes)).toEqual([]);
  const { text, info } = await textOf(file.bytes);
  expect(info).toMatch(/size: +841[.\d]* x 595[.\d]* pts \(A4\)/);
  const line = inOneLine(text);
  expect(line).toContain('Chưa có: Ấp Mẫu 2, Ấp Mẫu 3.');
  expect(line).toContain('PHÒNG VĂN HÓA - XÃ HỘI');
  expect(line).toContain('Cộng 1/3');
  expect(text).toMatch(/1\s+Ấp Mẫu 1\s+3\s+3\s+3\s+100,0/);
  expect((await problemOf(run(exportCommuneSum, cast.lan, { period: '2026-10' }))).code).toBe('not_found');
}, 60_000);

test('the same reports leave as PDF: by the decree, the same bytes from the same snapshot, for those who may, in the log', async () => {
  const { cast, run } = world();
  await run(submitReport, cast.tu, { reportId });
  const file = await run(exportReport, cast.tu, { reportId, format: 'pdf' });
  expect([file.name, file.type]).toEqual(['Báo cáo tháng 10-2026 - Ấp Mẫu 1.pdf', 'application/pdf']);
  expect(await checkOfficialPdf(file.bytes)).toEqual([]);
  expect(await checkArchive(file.bytes)).toEqual([]);
  world().now = new Date('2026-11-25T02:00:00Z');
  expect(sha((await run(exportReport, cast.hanh, { reportId, format: 'pdf' })).bytes)).toBe(sha(file.bytes));
  const sum = await run(exportCommuneSum, cast.hanh, { period: '2026-10', format: 'pdf' });
  expect(sum.name).toBe('Tổng hợp báo cáo tháng 10-2026 - xã Nhơn Mỹ.pdf');
  expect(await checkOfficialPdf(sum.bytes)).toEqual([]);
  const denied = run(exportCommuneSum, cast.lan, { period: '2026-10', format: 'pdf' });
  expect((await problemOf(denied)).code).toBe('not_found');
  const log = await inCommune(world(), (tx) =>
    tx.selectFrom('events').select('data').where('name', '=', 'report.exported').execute(),
  );
  expect(log.map(({ data }) => data)).toEqual(
    Array.from({ length: 3 }, () => expect.objectContaining({ format: 'pdf' })),
  );
}, 60_000);

test('the same figures leave as Excel with sums and rates of its own, as CSV and as JSON', async () => {
  const { cast, run, hamlets } = world();
  await run(submitReport, cast.tu, { reportId });
  const second = await run(openReport, cast.sau, { hamletId: hamlets.mau2, period: '2026-10' });
  await run(submitReport, cast.sau, { reportId: second });
  const of = (format: string) => run(exportReport, cast.tu, { reportId, format });
  const sum = (format: string) => run(exportCommuneSum, cast.hanh, { period: '2026-10', format });

  const excel = await of('xlsx');
  expect(excel.name).toBe('Báo cáo tháng 10-2026 - Ấp Mẫu 1.xlsx');
  expect(sha((await of('xlsx')).bytes)).toBe(sha(excel.bytes));
  const [sheet] = await readXlsx(Buffer.from(excel.bytes));
  const informed = sheet?.rows.find((row) => row[0] === 'B2');
  expect(informed?.slice(0, 7)).toEqual(['B2', 'Hộ được tuyên truyền', 'hộ', 3, 3, 3, 0]);

  // LibreOffice works the formulas out by itself, and comes to the report's own numbers.
  const csv = Buffer.from((await sum('csv')).bytes).toString();
  const total = csv.trim().split('\r\n').at(-1)?.split(';') ?? [];
  expect(total[0]).toBe('Cộng 2/3 đơn vị có báo cáo');
  expect(csv).toContain('Ấp Mẫu 3;;;');
  const table = await world().read(cast.hanh, async (ctx) => sumTable(await communeSum(ctx, '2026-10')));
  const worked = (await workedOut(table)).trim().split('\n').at(-1)?.split(';') ?? [];
  expect(worked.slice(0, -1)).toEqual(total.slice(0, -1));

  const json = JSON.parse(Buffer.from((await sum('json')).bytes).toString());
  expect(json).toMatchObject({
    format: 'to-so.report-sum.1',
    period: '2026-10',
    hamlets: [{ name: 'Ấp Mẫu 1' }, { name: 'Ấp Mẫu 2' }, { name: 'Ấp Mẫu 3', report: null }],
  });
  const figures = JSON.parse(Buffer.from((await of('json')).bytes).toString()).figures;
  expect(figures.find((one: { code: string }) => one.code === 'F4')).toMatchObject({ period: null });
  expect((await problemOf(run(exportReport, cast.lan, { reportId, format: 'json' }))).code).toBe('not_found');
}, 60_000);
