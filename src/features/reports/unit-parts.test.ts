import { beforeEach, describe, expect, test } from 'vitest';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { program, withPdf } from '#platform/docx/office-programs.test-support.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { acceptReport } from './commands/decide-report.server.ts';
import { writeFormPart, writeFormSection } from './commands/edit-form.server.ts';
import { exportCommuneReport } from './commands/export-commune-report.server.ts';
import { fillRequest, returnRequest } from './commands/fill-request.server.ts';
import { approveAsLeader, approveForOffice } from './commands/approve-commune-report.server.ts';
import { openCommuneReport, writeCommuneReport } from './commands/draft-commune-report.server.ts';
import { issueCommuneReport, numberCommuneReport } from './commands/register-commune-report.server.ts';
import { beginForm, putFormInForce } from './commands/keep-forms.server.ts';
import { endUnit, keepUnit } from '#features/units/commands/keep-unit.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { fillersOf } from './model/template.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { getRequest, ownRequests, requestsOf } from './queries/report-requests.server.ts';
import { layGroundFor, problemOf } from './report-world.test-support.ts';

/** The Economic office and the Youth Union write their parts of the commune's report of November (issue 4, line 2; domain/03 §7.2). */
const world = useWorld();
let economy: Id;
let youth: Id;

const government = { kind: 'office', title: 'Chính quyền số', prompt: 'VNeID, dịch vụ công.' };
const economySection = {
  kind: 'office',
  code: 'economy',
  title: 'Kinh tế số',
  prompt: 'Bán hàng.',
  draft: '',
};

beforeEach(async () => {
  await layGroundFor(world());
  const { cast, run, hamlets } = world();
  economy = await run(keepUnit, cast.hanh, {
    name: 'Phòng Kinh tế',
    accountIds: [cast.loan.accountId],
  });
  youth = await run(keepUnit, cast.hanh, { name: 'Đoàn xã' });
  await run(beginForm, cast.hanh, { kind: 'office' });
  await run(writeFormSection, cast.hanh, { ...economySection, filledBy: [economy] });
  for (const code of ['F', 'K'])
    await run(writeFormPart, cast.hanh, {
      kind: 'office',
      code,
      title: code === 'F' ? 'Kinh tế số' : 'Kinh phí',
      filledBy: [economy],
    });
  await run(writeFormSection, cast.hanh, { ...government, code: 'government', draft: '', filledBy: [youth] });
  await run(putFormInForce, cast.hanh, { kind: 'office', validFrom: '01/11/2026' });
  world().now = new Date('2026-12-02T02:00:00Z');
  const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-11' });
  await run(submitReport, cast.tu, { reportId });
  await run(acceptReport, cast.hanh, { reportId });
});

const open = () => world().run(openCommuneReport, world().cast.hanh, { period: '2026-11' });
const content = (reportId: Id, who: CastName = 'hanh') =>
  world().read(world().cast[who], async (ctx) =>
    communeContentOf(ctx, await getCommuneReport(ctx, reportId)),
  );
const own = (who: CastName) => world().read(world().cast[who], (ctx) => ownRequests(ctx));
const textOf = async (reportId: Id, code: string) =>
  (await content(reportId)).sections.find((one) => one.code === code)?.text;
const given = {
  texts: { economy: 'Đã hướng dẫn 12 hộ kinh doanh mở gian hàng.' },
  figures: {
    F4: { period: '12', cumulative: '40' },
    K1: { cumulative: '25.000.000' },
  },
};

describe('chị Loan of the Economic office', () => {
  test('is asked when the report is opened, with its due day, for her part and nothing else', async () => {
    const { cast } = world();
    expect(await own('loan')).toEqual([]);
    const reportId = await open();
    const [request] = await own('loan');
    expect(request).toMatchObject({
      state: 'asked',
      dueOn: '2026-12-10',
      period: '2026-11',
      unit: { name: 'Phòng Kinh tế' },
    });
    expect(request?.asked.sections.map(({ code }) => code)).toEqual(['economy']);
    // Rows that the product does not count, by domain/01 §2.5.
    expect(request?.asked.parts.map(({ rows }) => rows.map(({ code }) => code))).toEqual([
      ['F4'],
      ['K1', 'K2', 'K3'],
    ]);
    // The rest of the report is not hers to read, nor the part of another unit.
    expect((await problemOf(content(reportId, 'loan'))).code).toBe('not_found');
    const others = await world().read(cast.hanh, (ctx) => requestsOf(ctx, reportId));
    const youths = others.find(({ unit }) => unit.id === youth);
    expect((await problemOf(world().read(cast.loan, (ctx) => getRequest(ctx, youths?.id ?? '')))).code).toBe(
      'not_found',
    );
    expect((await problemOf(world().read(cast.doan, (ctx) => getRequest(ctx, request?.id ?? '')))).code).toBe(
      'not_found',
    );
    expect(
      (
        await problemOf(
          world().run(fillRequest, cast.doan, { requestId: request?.id, ...given, send: 'yes' }),
        )
      ).code,
    ).toBe('not_found');
  });

  test('sends words and figures, which stand in the report with her office’s name; who is missing is named', async () => {
    const { cast, run } = world();
    const reportId = await open();
    const [request] = await own('loan');
    expect(await textOf(reportId, 'economy')).toContain('Chưa có phần của Phòng Kinh tế.');
    const requestId = request?.id;
    await run(fillRequest, cast.loan, { requestId, ...given });
    expect(await textOf(reportId, 'budget')).toBe('Chưa có số liệu kinh phí trong kỳ.');
    // Kept and not sent is no part of the report.
    expect(await textOf(reportId, 'economy')).toContain('Chưa có phần của Phòng Kinh tế.');
    expect((await content(reportId)).filled?.[0]?.rows[0]?.values).toEqual({
      period: null,
      cumulative: null,
    });
    await run(fillRequest, cast.loan, { requestId, ...given, send: 'yes' });
    expect(await textOf(reportId, 'economy')).toBe(
      'Đã hướng dẫn 12 hộ kinh doanh mở gian hàng.\n(Theo báo cáo của Phòng Kinh tế.)',
    );
    expect(await textOf(reportId, 'government')).toBe('Chưa có phần của Đoàn xã.');
    const { filled = [] } = await content(reportId);
    expect(filled.map(({ code, unit, sentOn }) => [code, unit, sentOn])).toEqual([
      ['F', 'Phòng Kinh tế', '2026-12-02'],
      ['K', 'Phòng Kinh tế', '2026-12-02'],
    ]);
    // Empty is not known, and never 0.
    expect(filled[0]?.rows.map(({ values }) => [values.period, values.cumulative])).toEqual([[12, 40]]);
    expect(filled[1]?.rows.map(({ values }) => [values.period, values.cumulative]).slice(1)).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(filled[1]?.rows[0]?.values.cumulative).toBe(25_000_000);
    // What she gave in figures is told in words too (R57–R59); of what she left empty nothing is said.
    expect(await textOf(reportId, 'budget')).toBe('Lũy kế từ đầu năm, dự toán 25.000.000 đồng.');
    expect((await problemOf(run(fillRequest, cast.loan, { requestId, ...given }))).code).toBe(
      'state.conflict',
    );

    for (const document of ['office', 'commune'] as const) {
      const { bytes } = await run(exportCommuneReport, cast.thu, { reportId, document });
      expect(await checkOfficialDocx(bytes)).toEqual([]);
      const text = await withPdf(bytes, async (pdf) =>
        (await program('pdftotext', ['-layout', pdf, '-'])).toString().normalize('NFC').replace(/\s+/g, ' '),
      );
      expect(text).toContain('Đã hướng dẫn 12 hộ kinh doanh mở gian hàng.');
      expect(text.toLowerCase()).toContain('số liệu do các đơn vị cung cấp');
      expect(text).toContain('25.000.000');
    }
  }, 60_000);

  test('never writes over what a person of the office typed, and comes back when that is taken away', async () => {
    const { cast, run } = world();
    const reportId = await open();
    await run(writeCommuneReport, cast.hanh, { reportId, section: 'economy', text: 'Lời của Phòng.' });
    const [request] = await own('loan');
    await run(fillRequest, cast.loan, { requestId: request?.id, ...given, send: 'yes' });
    expect(await textOf(reportId, 'economy')).toBe('Lời của Phòng.');
    await run(writeCommuneReport, cast.hanh, { reportId, section: 'economy', text: '' });
    expect(await textOf(reportId, 'economy')).toContain('12 hộ kinh doanh');
  });

  test('sends nothing empty and no number that is none; she mends what is returned', async () => {
    const { cast, run } = world();
    await open();
    const [request] = await own('loan');
    const requestId = request?.id;
    const fill = (more: object) => run(fillRequest, cast.loan, { requestId, send: 'yes', ...more });
    expect((await problemOf(fill({ figures: { F4: { period: '' } } }))).message).toContain(
      'Chưa có lời hay số',
    );
    expect(
      (await problemOf(fill({ figures: { F4: { period: 'mười' } } }))).fields['figures.F4.period'],
    ).toBeTruthy();
    // What was not asked is not kept.
    await fill({
      ...given,
      texts: { ...given.texts, general: 'x' },
      figures: { ...given.figures, B1: { period: '5' } },
    });
    expect((await own('loan'))[0]?.texts).toEqual(given.texts);
    await run(returnRequest, cast.hanh, { requestId, note: 'Xin ghi thêm số đơn hàng.' });
    expect((await own('loan'))[0]).toMatchObject({
      state: 'asked',
      returnNote: 'Xin ghi thêm số đơn hàng.',
      texts: given.texts,
    });
    await fill(given);
    expect((await own('loan'))[0]).toMatchObject({ state: 'sent', returnNote: null });
  });

  test('loses her part with her role, and with her name in the unit', async () => {
    const { cast, run } = world();
    await open();
    const [request] = await own('loan');
    await run(keepUnit, cast.hanh, { unitId: economy, name: 'Phòng Kinh tế', accountIds: [] });
    expect(await own('loan')).toEqual([]);
    const fill = () => run(fillRequest, cast.loan, { requestId: request?.id, ...given });
    expect((await problemOf(fill())).code).toBe('not_found');
    await run(keepUnit, cast.hanh, {
      unitId: economy,
      name: 'Phòng Kinh tế',
      accountIds: [cast.loan.accountId],
    });
    await fill();
    const without = { ...cast.loan, grants: [] };
    expect((await problemOf(run(fillRequest, without, { requestId: request?.id, ...given }))).code).toBe(
      'not_found',
    );
  });
});

describe('several schools write one part', () => {
  test('each is asked for its own; their words and figures stand side by side, who is missing is named', async () => {
    const { cast, run } = world();
    const school = (name: string, accountIds: Id[] = []) => run(keepUnit, cast.hanh, { name, accountIds });
    const first = await school('Trường Tiểu học A', [cast.doan.accountId]);
    const second = await school('Trường Tiểu học B');
    const third = await school('Trường THCS C');
    await run(beginForm, cast.hanh, { kind: 'office' });
    const filledBy = [first, second, third];
    const december = world().now;
    world().now = new Date('2026-11-25T02:00:00Z');
    await run(writeFormSection, cast.hanh, { ...economySection, filledBy });
    await run(writeFormPart, cast.hanh, { kind: 'office', code: 'F', title: 'Kinh tế số', filledBy });
    await run(putFormInForce, cast.hanh, { kind: 'office', validFrom: '01/11/2026' });
    world().now = december;
    const reportId = await open();
    const requests = await world().read(cast.hanh, (ctx) => requestsOf(ctx, reportId));
    const of = (unit: Id) => requests.find((one) => one.unit.id === unit)?.id;
    const send = (unit: Id, who: CastName, text: string, count: string) =>
      run(fillRequest, cast[who], {
        requestId: of(unit),
        texts: { economy: text },
        figures: { F4: { period: count } },
        source: 'Thư ngày 01/12/2026',
        send: 'yes',
      });
    await send(first, 'doan', 'Dạy 2 lớp phụ huynh.', '5');
    await send(third, 'hanh', 'Dạy 1 lớp.', '2');
    // Nobody reads or fills the part of another school.
    expect((await problemOf(send(second, 'doan', 'x', '1'))).code).toBe('not_found');
    expect(await textOf(reportId, 'economy')).toBe(
      [
        'Dạy 2 lớp phụ huynh.',
        '(Theo báo cáo của Trường Tiểu học A.)',
        'Dạy 1 lớp.',
        '(Theo báo cáo của Trường THCS C.)',
        'Chưa có phần của Trường Tiểu học B.',
      ].join('\n'),
    );
    const { filled = [] } = await content(reportId);
    const economyParts = filled.filter(({ code }) => code === 'F');
    // The part of several stands together, before the next part.
    expect(filled.slice(0, 3)).toEqual(economyParts);
    expect(
      Object.fromEntries(economyParts.map(({ unit, rows }) => [unit, rows[0]?.values.period ?? null])),
    ).toEqual({ 'Trường Tiểu học A': 5, 'Trường Tiểu học B': null, 'Trường THCS C': 2 });
    const file = await run(exportCommuneReport, cast.hanh, { reportId, figures: 'units', format: 'csv' });
    const lines = Buffer.from(file.bytes).toString().split('\r\n');
    const line = (unit: string) => lines.find((one) => one.includes(unit) && one.includes('F4'));
    expect(line('Trường Tiểu học A')).toMatch(/F4.*5.*02\/12\/2026/);
    // Not known is empty, never 0.
    expect(line('Trường Tiểu học B')).not.toMatch(/\b0\b/);
    // Nobody takes what they may not read.
    const taken = run(exportCommuneReport, cast.doan, { reportId, figures: 'units', format: 'csv' });
    expect((await problemOf(taken)).code).toBe('not_found');
    const { bytes } = await run(exportCommuneReport, cast.hanh, { reportId, document: 'office' });
    expect(await checkOfficialDocx(bytes)).toEqual([]);
  });

  test('a form from before there could be several is read as it was', () => {
    expect(fillersOf({ filledBy: youth })).toEqual([youth]);
    expect(fillersOf({ filledBy: null })).toEqual([]);
    expect(fillersOf({})).toEqual([]);
  });
});

describe('a unit without an account', () => {
  test('is typed in by the officer, with where it is from', async () => {
    const { cast, run } = world();
    const reportId = await open();
    const requests = await world().read(cast.hanh, (ctx) => requestsOf(ctx, reportId));
    const requestId = requests.find(({ unit }) => unit.id === youth)?.id;
    const texts = { government: 'Đoàn viên giúp 30 người cài VNeID.' };
    const bare = await problemOf(run(fillRequest, cast.hanh, { requestId, texts, send: 'yes' }));
    expect(bare.fields['source']).toContain('công văn');
    await run(fillRequest, cast.hanh, {
      requestId,
      texts,
      source: 'Công văn 12-CV/ĐTN ngày 01/12/2026',
      send: 'yes',
    });
    expect(await textOf(reportId, 'government')).toContain('(Theo báo cáo của Đoàn xã.)');
    // A leader reads it and does not write it.
    const leader = run(fillRequest, cast.minh, { requestId, texts, source: 'x' });
    expect((await problemOf(leader)).code).toBe('not_allowed');
  });

  test('is not ended while a form gives it a part', async () => {
    const { cast, run } = world();
    expect((await problemOf(run(endUnit, cast.hanh, { unitId: youth }))).message).toContain(
      'mẫu báo cáo của Phòng',
    );
    await run(beginForm, cast.hanh, { kind: 'office' });
    await run(writeFormSection, cast.hanh, { ...government, code: 'government', draft: 'government' });
    await run(putFormInForce, cast.hanh, { kind: 'office', validFrom: '01/12/2026' });
    await run(endUnit, cast.hanh, { unitId: youth });
    const wrong = run(keepUnit, cast.hanh, { name: 'Trường', accountIds: [cast.lan.accountId] });
    expect((await problemOf(wrong)).fields['accountIds']).toBeTruthy();
    // A hamlet's report is its own: no unit writes in it.
    await run(beginForm, cast.hanh, { kind: 'hamlet' });
    const foreign = { ...government, kind: 'hamlet', code: 'government', filledBy: [economy] };
    expect((await problemOf(run(writeFormSection, cast.hanh, foreign))).fields['filledBy']).toBeTruthy();
  });
});

test('approved, the parts are frozen by value; a new version begins with them', async () => {
  const { cast, run } = world();
  const reportId = await open();
  const [request] = await own('loan');
  await run(fillRequest, cast.loan, { requestId: request?.id, ...given, send: 'yes' });
  await run(approveForOffice, cast.tam, { reportId });
  const frozen = JSON.stringify(await content(reportId));
  await run(keepUnit, cast.hanh, {
    unitId: economy,
    name: 'Phòng Kinh tế, Hạ tầng',
    accountIds: [cast.loan.accountId],
  });
  const late = run(returnRequest, cast.hanh, { requestId: request?.id, note: 'x' });
  expect((await problemOf(late)).message).toContain('đã được duyệt');
  expect(JSON.stringify(await content(reportId))).toBe(frozen);
  await run(approveAsLeader, cast.minh, { reportId });
  const day = '2026-12-02';
  await run(numberCommuneReport, cast.thu, {
    reportId,
    officeNumber: '15/BC-VHXH',
    officeDatedOn: day,
    communeNumber: '212/BC-UBND',
    communeDatedOn: day,
  });
  await run(issueCommuneReport, cast.thu, { reportId });
  const second = await open();
  expect(second).not.toBe(reportId);
  expect(await textOf(second, 'economy')).toContain('12 hộ kinh doanh');
  // Of two versions she is shown the newer.
  expect((await own('loan')).map((one) => one.reportId)).toEqual([second]);
});
