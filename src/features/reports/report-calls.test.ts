import { beforeEach, describe, expect, test } from 'vitest';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { settingsOn } from '#features/documents/queries/settings-on.server.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { askReport, cancelCall } from './commands/ask-report.server.ts';
import { acceptReport, returnReport } from './commands/decide-report.server.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { exportCommuneSum, exportReport } from './commands/export-report.server.ts';
import { extendDueDay } from './commands/keep-calendar.server.ts';
import { makeReminders } from './commands/make-reminders.server.ts';
import { openReport, renewReport } from './commands/open-report.server.ts';
import { reopenReport, submitReport } from './commands/submit-report.server.ts';

import { writeNarrative } from './commands/write-narrative.server.ts';
import { communeSumDocument } from './document/commune-sum-document.ts';
import { spanBefore } from './model/span.ts';
import { communeSum } from './queries/commune-sum.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { owingHamlets } from './queries/owing-hamlets.server.ts';
import { ownReports } from './queries/own-reports.server.ts';
import { reportBoard } from './queries/report-board.server.ts';
import { contentOf } from './queries/report-content.server.ts';
import { layGroundFor, problemOf, rowOf, settleHomes, visit } from './report-world.test-support.ts';
import { periodInText, periodName } from './words.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { commune } from '#tests/world.ts';

/** Cô Hạnh asks two of three hamlets about ten days of November (NĐ 09/2019/NĐ-CP; issue 4, line 1; decision 18). */
const world = useWorld();

beforeEach(async () => {
  await layGroundFor(world());
  const homes = await settleHomes(world(), 'mau1', 4);
  // In the ten days before, within, and after.
  for (const [index, day] of ['2026-11-05', '2026-11-10', '2026-11-20', '2026-11-21'].entries()) {
    const home = homes[index];
    if (home) await visit(world(), world().cast.lan, home, day);
  }
  world().now = new Date('2026-11-22T02:00:00Z');
});

const input = (more: Record<string, unknown> = {}) => ({
  kind: 'thematic',
  title: 'Rà soát hộ chưa có điện thoại thông minh',
  note: 'Hỏi cả các hộ ở xa.',
  startsOn: '10/11/2026',
  endsOn: '20/11/2026',
  dueOn: '25/11/2026',
  hamletIds: [world().hamlets.mau1, world().hamlets.mau2],
  sections: ['outreach', 'obstacles'],
  rows: ['B1', 'B2', 'B4'],
  questions: 'Hộ nào cần máy nhất?\n\n  Ai có thể giúp? ',
  ...more,
});
const ask = (more: Record<string, unknown> = {}) => world().run(askReport, world().cast.hanh, input(more));
const key = '2026-C01';
const open = (who: 'tu' | 'sau' = 'tu') =>
  world().run(openReport, world().cast[who], {
    hamletId: world().hamlets[who === 'tu' ? 'mau1' : 'mau2'],
    period: key,
  });
const read = (reportId: Id, who: CastName = 'tu') =>
  world().read(world().cast[who], async (ctx) => contentOf(ctx, await getReport(ctx, reportId)));
const board = () => world().read(world().cast.hanh, (ctx) => reportBoard(ctx, { kind: 'asked' }));

describe('a thematic report is asked for', () => {
  test('with its days, its due day and its form: chosen sections and rows, and a section for each question', async () => {
    await ask();
    const content = await read(await open());
    expect(content.sections.map(({ title }) => title)).toEqual([
      'Tuyên truyền',
      'Khó khăn, vướng mắc, nguyên nhân',
      'Hộ nào cần máy nhất?',
      'Ai có thể giúp?',
    ]);
    expect(content.figures.map(({ code }) => code)).toEqual(['B1', 'B2', 'B4']);
    expect([content.startsOn, content.endsOn, content.dueOn]).toEqual([
      '2026-11-10',
      '2026-11-20',
      '2026-11-25',
    ]);
    // The 10th and the 20th belong to it, the 5th and the 21st do not; since the year began there were three by the 20th.
    expect(rowOf(content, 'B4')).toMatchObject({ period: 2, cumulative: 3 });
    // Against the eleven days before them, in which one contact fell.
    expect(rowOf(content, 'B4').change).toBe(1);
    expect(periodName(key)).toBe('chuyên đề số 1/2026');
    expect(periodInText('2026-D02')).toBe('đột xuất số 2 năm 2026');
    const span = { key, kind: 'asked', closing: 'calendar', from: '2026-11-10', to: '2026-11-20' } as const;
    expect(spanBefore(span)).toMatchObject({ from: '2026-10-30', to: '2026-11-09' });
  });

  test('numbers go on by kind; what is out of order, or asks nothing, is said at its field', async () => {
    await ask();
    await ask({ kind: 'ad_hoc', questions: '' });
    await ask();
    expect((await board()).periods.map(({ span }) => span.key).sort()).toEqual([
      '2026-C01',
      '2026-C02',
      '2026-D01',
    ]);
    const wrong = async (more: Record<string, unknown>) => Object.keys((await problemOf(ask(more))).fields);
    expect(await wrong({ endsOn: '09/11/2026' })).toEqual(['endsOn']);
    expect(await wrong({ dueOn: '19/11/2026' })).toEqual(['dueOn']);
    expect(await wrong({ dueOn: '21/11/2026' })).toEqual(['dueOn']);
    expect(await wrong({ hamletIds: [] })).toEqual(['hamletIds']);
    expect(await wrong({ hamletIds: [world().hamlets.foreign] })).toEqual(['hamletIds']);
    expect(await wrong({ sections: ['khong_co'], questions: ' ' })).toEqual(['sections']);
  });

  test('of two hamlets: the third is not asked, owes nothing and cannot open it', async () => {
    await ask();
    const { hamlets, kinds } = await board();
    expect(kinds).toContain('asked');
    expect(hamlets.map(({ cells }) => cells[0]?.isAsked)).toEqual([true, true, false]);
    world().now = new Date('2026-11-27T02:00:00Z');
    const owing = await world().read(world().cast.hanh, (ctx) => owingHamlets(ctx, key));
    expect(owing.map(({ name, days }) => [name, days])).toEqual([
      ['Ấp Mẫu 1', 2],
      ['Ấp Mẫu 2', 2],
    ]);
    expect((await board()).hamlets.map(({ cells }) => cells[0]?.isMissing)).toEqual([true, true, false]);
    const head = { ...world().cast.tu, grants: [{ role: 'hamlet_head', hamletId: world().hamlets.mau3 }] };
    const third = world().run(openReport, head, { hamletId: world().hamlets.mau3, period: key });
    expect((await problemOf(third)).fields['period']).toContain('không được đề nghị');
    const never = world().run(openReport, world().cast.tu, {
      hamletId: world().hamlets.mau1,
      period: '2026-C09',
    });
    expect((await problemOf(never)).code).toBe('not_found');
  });
});

describe('it lives as the periodic reports do', () => {
  test('shown to the heads with title and due day; sent, returned, mended, accepted; at 24:00 it is late', async () => {
    const { cast, run, read: readAs } = world();
    await ask();
    const mine = async () =>
      (await readAs(cast.tu, (ctx) => ownReports(ctx)))[0]?.asked.find(({ period }) => period === key);
    expect(await mine()).toMatchObject({
      title: 'Rà soát hộ chưa có điện thoại thông minh',
      dueOn: '2026-11-25',
      daysLeft: 3,
    });
    const reportId = await open();
    expect(await open()).toBe(reportId);
    world().now = new Date('2026-11-25T16:59:59Z');
    await run(submitReport, cast.tu, { reportId });
    const second = await open('sau');
    world().now = new Date('2026-11-25T17:00:00Z');
    await run(submitReport, cast.sau, { reportId: second });
    const cells = (await board()).hamlets.map(({ cells: [cell] }) => [cell?.state, cell?.daysLate]);
    expect(cells).toEqual([
      ['submitted', 0],
      ['submitted', 1],
      [null, null],
    ]);
    await run(returnReport, cast.hanh, { reportId, note: 'Ghi rõ hộ nào.' });
    await run(reopenReport, cast.tu, { reportId });
    await run(submitReport, cast.tu, { reportId });
    await run(acceptReport, cast.hanh, { reportId });
    expect(await mine()).toBeUndefined();
    // A new version keeps the form that was asked for.
    const newer = await run(renewReport, cast.tu, { reportId });
    expect((await read(newer)).figures.map(({ code }) => code)).toEqual(['B1', 'B2', 'B4']);
  });

  test('is summed over those who were asked, with columns of its own, and leaves as documents and tables', async () => {
    const { cast, run, read: readAs } = world();
    await ask();
    const reportId = await open();
    const question = (await read(reportId)).sections.find(({ title }) => title === 'Hộ nào cần máy nhất?');
    await run(writeNarrative, cast.tu, {
      reportId,
      section: question?.code,
      text: '- Hộ ông Mẫu.\n- Hộ bà Mẫu.',
    });
    await run(submitReport, cast.tu, { reportId });
    const sum = await readAs(cast.hanh, (ctx) => communeSum(ctx, key));
    expect(sum.rows.map(({ name, report }) => [name, report !== null])).toEqual([
      ['Ấp Mẫu 1', true],
      ['Ấp Mẫu 2', false],
    ]);
    expect(sum.template.sumColumns.map(({ indicator, value }) => `${indicator} ${value}`)).toEqual([
      'B1 cumulative',
      'B2 period',
      'B2 rate',
      'B4 period',
    ]);
    // What people wrote goes up with the hamlet's name; what was drafted does not, its figures are in the table.
    expect(sum.answers?.map(({ title, texts }) => [title, texts.map(({ hamlet }) => hamlet)])).toEqual([
      ['Tuyên truyền', []],
      ['Khó khăn, vướng mắc, nguyên nhân', []],
      ['Hộ nào cần máy nhất?', ['Ấp Mẫu 1']],
      ['Ai có thể giúp?', []],
    ]);
    const paper = await readAs(cast.hanh, (ctx) => settingsOn(ctx, 'office_report', ctx.today));
    const body = JSON.stringify(communeSumDocument(sum, paper).body);
    expect(body).toContain('Ấp Mẫu 1: Hộ ông Mẫu.; Hộ bà Mẫu');
    // Nobody was asked about VNeID, so nothing is said of it.
    expect(body).not.toContain('chính quyền số');
    for (const format of ['docx', 'xlsx', 'csv', 'json'] as const) {
      const own = await run(exportReport, cast.tu, { reportId, format });
      expect(own.name).toContain('chuyên đề số 1-2026');
      const all = await run(exportCommuneSum, cast.hanh, { period: key, format });
      if (format === 'docx')
        for (const { bytes } of [own, all]) expect(await checkOfficialDocx(bytes)).toEqual([]);
    }
    // The Committee's own report is of periods.
    const commune = run(openCommuneReport, cast.hanh, { period: key });
    expect((await problemOf(commune)).code).toBe('input.invalid');
  });

  test('a section whose figures were not asked for is left to people: a draft would say that nothing was done', async () => {
    await ask({ sections: ['government', 'outreach'], rows: ['B1'], questions: '' });
    const { sections } = await read(await open());
    expect(sections.map(({ code, text }) => [code, text])).toEqual([
      ['outreach', ''],
      ['government', ''],
    ]);
  });

  test('of words only it has no annex, and its document keeps to the decree', async () => {
    const { cast, run } = world();
    await ask({ rows: [], sections: [] });
    const { bytes } = await run(exportReport, cast.tu, { reportId: await open() });
    expect(await checkOfficialDocx(bytes)).toEqual([]);
  });

  test('its due day is put off with a reason, reminders are made, and it is asked for no longer when the office says so', async () => {
    const { cast, run, hamlets } = world();
    const callId = await ask();
    const early = run(extendDueDay, cast.hanh, {
      period: key,
      hamletId: hamlets.mau2,
      dueOn: '2026-11-24',
      reason: 'x',
    });
    expect((await problemOf(early)).fields['dueOn']).toContain('25/11/2026');
    await run(extendDueDay, cast.hanh, {
      period: key,
      hamletId: hamlets.mau2,
      dueOn: '2026-11-28',
      reason: 'Mưa lớn.',
    });
    const dues = async () => (await board()).hamlets.map(({ cells }) => cells[0]?.dueOn);
    expect((await dues()).slice(0, 2)).toEqual(['2026-11-25', '2026-11-28']);
    // T-2 of the 25th.
    world().now = new Date('2026-11-23T02:00:00Z');
    await world().database.transaction({ commune }, (tx) =>
      makeReminders(writeContext(tx, { actor: cast.hanh, now: world().now })),
    );
    const told = await world().read(cast.hanh, (ctx) =>
      ctx.tx.selectFrom('report_reminders').select(['hamlet_id', 'day']).where('period', '=', key).execute(),
    );
    expect(told.filter(({ hamlet_id }) => hamlet_id === hamlets.mau1).every(({ day }) => day === -2)).toBe(
      true,
    );
    expect(told.some(({ hamlet_id }) => hamlet_id === hamlets.mau1)).toBe(true);
    const sent = await open();
    await run(submitReport, cast.tu, { reportId: sent });
    await run(cancelCall, cast.hanh, { callId });
    expect((await problemOf(run(cancelCall, cast.hanh, { callId }))).code).toBe('state.conflict');
    expect((await problemOf(open('sau'))).fields['period']).toContain('thôi đề nghị');
    expect(await world().read(cast.hanh, (ctx) => owingHamlets(ctx, key))).toEqual([]);
    // What was sent is read as before.
    expect((await read(sent, 'hanh')).sentOn).toBe('2026-11-23');
  });
});
