import { beforeEach, describe, expect, test } from 'vitest';
import type { Id } from '#shared/ids.ts';
import { changePlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import type { Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { extendDueDay, keepDayOff } from './commands/keep-calendar.server.ts';
import { returnReport } from './commands/decide-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { ownReports } from './queries/own-reports.server.ts';
import { owingHamlets } from './queries/owing-hamlets.server.ts';
import { contentOf } from './queries/report-content.server.ts';
import { reportBoard } from './queries/report-board.server.ts';
import { layGroundFor, problemOf, rowOf, settleHomes, visit } from './report-world.test-support.ts';
import { reminderText } from './words.ts';

const world = useWorld();
let homes: Home[];

beforeEach(async () => {
  await layGroundFor(world());
  homes = await settleHomes(world(), 'mau1', 3);
  world().now = new Date('2026-11-08T02:00:00Z');
});

async function settings(more: object): Promise<void> {
  const { cast, read, run } = world();
  const plan = await read(cast.hanh, (ctx) => findPlan(ctx));
  await run(changePlan, cast.hanh, { ...planNhonMy2026, ...more, planId: plan?.id });
}

const open = (period: string) =>
  world().run(openReport, world().cast.tu, { hamletId: world().hamlets.mau1, period });
const content = (id: Id) =>
  world().read(world().cast.tu, async (ctx) => contentOf(ctx, await getReport(ctx, id)));
const ofTu = async () => {
  const [own] = await world().read(world().cast.tu, ownReports);
  return own;
};

describe('chú Tư', () => {
  test('is asked for the quarter too when the plan asks, and its figures are those of three months', async () => {
    const { cast } = world();
    await settings({ reportPeriods: ['quarter'] });
    world().now = new Date('2026-10-05T02:00:00Z');
    const [first, second, third] = homes;
    if (!first || !second || !third) throw new Error('no homes');
    await visit(world(), cast.lan, first, '2026-07-02', {}, new Date('2026-07-02T03:00:00Z'));
    await visit(world(), cast.lan, first, '2026-09-20', {}, new Date('2026-09-20T03:00:00Z'));
    await visit(world(), cast.lan, second, '2026-04-11', {}, new Date('2026-04-11T03:00:00Z'));
    await visit(world(), cast.lan, third, '2026-10-01', {}, new Date('2026-10-01T03:00:00Z'));
    expect((await ofTu())?.asked.map(({ period, dueOn }) => [period, dueOn])).toEqual([
      ['2026-09', '2026-10-10'],
      ['2026-Q3', '2026-10-10'],
    ]);
    const quarter = await content(await open('2026-Q3'));
    expect([quarter.startsOn, quarter.endsOn]).toEqual(['2026-07-01', '2026-09-30']);
    expect(rowOf(quarter, 'B4')).toMatchObject({ unit: 'lượt', period: 2, cumulative: 3, change: 1 });
    expect(rowOf(quarter, 'B2')).toMatchObject({ unit: 'hộ', period: 1, cumulative: 2 });
    const text = quarter.sections.map((section) => `${section.title}\n${section.text}`).join('\n');
    expect(text).toContain(
      'Trong quý, Tổ đã tuyên truyền cho 01 hộ với 02 lượt, tăng 01 lượt so với quý trước',
    );
    expect(text).toContain('Nhiệm vụ quý tới');
    expect(text).not.toMatch(/tháng (trước|tới)|\{/);
  });

  test('reports from the 15th to the 14th where the province closes so; the year of sums begins on 15 December', async () => {
    const { cast } = world();
    await settings({ reportClosing: 'fourteenth' });
    const [first] = homes;
    if (!first) throw new Error('no homes');
    for (const day of ['2026-09-14', '2026-09-15', '2026-10-14', '2026-10-15'])
      await visit(world(), cast.lan, first, day, {}, new Date(`${day}T03:00:00Z`));
    expect((await ofTu())?.asked[0]).toMatchObject({ period: '2026-10', dueOn: '2026-11-10' });
    const october = await content(await open('2026-10'));
    expect([october.startsOn, october.endsOn]).toEqual(['2026-09-15', '2026-10-14']);
    expect(rowOf(october, 'B4')).toMatchObject({ period: 2, cumulative: 3 });
    // A report keeps the days with which it was opened.
    await settings({ reportClosing: 'calendar' });
    expect((await content(await open('2026-10'))).endsOn).toBe('2026-10-14');
  });

  test('has until the next working day when the commune says so, and longer with a reason that he reads', async () => {
    const { cast, run, hamlets } = world();
    await settings({ reportPutOff: true });
    world().now = new Date('2026-10-10T02:00:00Z');
    // The 10th is a Saturday; the Monday after it a holiday.
    expect((await ofTu())?.asked[0]?.dueOn).toBe('2026-10-12');
    await run(keepDayOff, cast.hanh, { day: '2026-10-12', kind: 'off', name: 'Nghỉ bù' });
    expect((await ofTu())?.asked[0]?.dueOn).toBe('2026-10-13');
    const grant = { period: '2026-09', hamletId: hamlets.mau1, reason: 'Ấp mất điện do mưa bão' };
    const early = run(extendDueDay, cast.hanh, { ...grant, dueOn: '2026-10-13' });
    expect((await problemOf(early)).fields['dueOn']).toContain('13/10/2026');
    await run(extendDueDay, cast.hanh, { ...grant, dueOn: '2026-10-16' });
    expect((await ofTu())?.asked[0]).toMatchObject({
      dueOn: '2026-10-16',
      extended: 'Ấp mất điện do mưa bão',
      daysLeft: 6,
    });
    world().now = new Date('2026-10-16T16:59:59Z');
    const id = await open('2026-09');
    await run(submitReport, cast.tu, { reportId: id });
    expect(await content(id)).toMatchObject({ dueOn: '2026-10-16', daysLate: 0 });
    // The other hamlet was granted nothing.
    const board = await world().read(cast.hanh, (ctx) => reportBoard(ctx));
    const cells = board.hamlets.map(({ cells: all }) => all.find((one) => one.period === '2026-09'));
    expect(cells.map((cell) => [cell?.dueOn, cell?.isMissing, cell?.daysLate])).toEqual([
      ['2026-10-16', false, 0],
      ['2026-10-13', true, null],
      ['2026-10-13', true, null],
    ]);
  });
});

test('cô Hạnh sees whom to call and has the words for the Zalo group (R45, R92)', async () => {
  const { cast, run, read } = world();
  const id = await open('2026-10');
  await run(submitReport, cast.tu, { reportId: id });
  world().now = new Date('2026-11-13T02:00:00Z');
  const owing = await read(cast.hanh, (ctx) => owingHamlets(ctx, '2026-10'));
  expect(
    owing.map(({ name, days, reminder, heads }) => [name, days, reminder, heads.map((head) => head.name)]),
  ).toEqual([
    ['Ấp Mẫu 2', 3, 3, ['Phạm Thị Sáu']],
    ['Ấp Mẫu 3', 3, 3, []],
  ]);
  const text = reminderText('2026-10', owing);
  expect(text).toContain('NHẮC BÁO CÁO THÁNG 10/2026');
  expect(text).toContain('- Ấp Mẫu 2: trễ 3 ngày');
  expect(text).not.toContain('Ấp Mẫu 1');
  expect(text).not.toContain('Sáu');

  // Sent in time and returned: that is not late.
  await run(returnReport, cast.hanh, { reportId: id, note: 'Xin ghi rõ khó khăn.' });
  const after = await read(cast.hanh, (ctx) => owingHamlets(ctx, '2026-10'));
  expect(after.at(-1)).toMatchObject({ name: 'Ấp Mẫu 1', state: 'returned', days: null, reminder: null });
  expect(reminderText('2026-10', after)).toContain('Xã đã trả lại, chờ sửa: Ấp Mẫu 1.');
});
