import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeContext } from '#platform/commands/command.server.ts';
import { productActor } from '#platform/commands/actor.ts';
import { addDays, daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { commune, useWorld } from '#tests/world.ts';
import { returnReport } from './commands/decide-report.server.ts';
import { extendDueDay, keepDayOff } from './commands/keep-calendar.server.ts';
import { changePlan, createPlan } from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { makeReminders } from './commands/make-reminders.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { seeReminder } from './commands/see-reminder.server.ts';
import { reopenReport, submitReport } from './commands/submit-report.server.ts';
import { owingHamlets } from './queries/owing-hamlets.server.ts';
import { ownReminders } from './queries/reminders.server.ts';
import { layGroundFor, problemOf } from './report-world.test-support.ts';
import { reminderNotice } from './words.ts';

const world = useWorld();
beforeEach(async () => {
  await layGroundFor(world());
  // The plan begins in October: no month before it is owed.
  await world().database.transaction({ commune }, (tx) =>
    tx.updateTable('plans').set({ starts_on: '2026-10-01' }).where('commune_id', '=', commune).execute(),
  );
});

/** The day's work, a little after midnight. */
async function morning(day: Day): Promise<void> {
  world().now = new Date(`${addDays(day, -1)}T17:01:00Z`);
  await world().database.transaction({ commune }, (tx) =>
    makeReminders(writeContext(tx, { actor: productActor(commune), now: world().now })),
  );
}

const made = () =>
  world().database.transaction({ commune }, (tx) =>
    tx
      .selectFrom('report_reminders')
      .selectAll()
      .where('commune_id', '=', commune)
      .orderBy('made_at')
      .execute(),
  );
const madeFor = async (who: 'tu' | 'sau') =>
  (await made())
    .filter((row) => row.account_id === world().cast[who].accountId)
    .map((row) => [row.period, row.due_on, row.day]);
const own = (who: 'tu' | 'sau' | 'lan' | 'hanh') => world().read(world().cast[who], ownReminders);

async function sendOctober(): Promise<Id> {
  const { cast, hamlets, run } = world();
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  await run(submitReport, cast.tu, { reportId: id });
  return id;
}

describe('chú Tư owes the report of October, due on 10 November', () => {
  test('he is reminded five days before, once, and puts it away; cô Hạnh sees both', async () => {
    const { cast, read, run } = world();
    await morning('2026-11-04');
    expect(await made()).toEqual([]);
    await morning('2026-11-05');
    await morning('2026-11-05');
    // Head and leader in one person: told once. Bà Sáu's hamlet owes too; the third has nobody.
    expect((await made()).map((row) => [row.day, row.due_on])).toEqual([
      [-5, '2026-11-10'],
      [-5, '2026-11-10'],
    ]);
    const [reminder] = await own('tu');
    expect(reminder).toMatchObject({ hamlet: 'Ấp Mẫu 1', period: '2026-10', daysLeft: 5, isReturned: false });
    // The day after the words go with the day, not with the reminder.
    world().now = new Date('2026-11-06T02:00:00Z');
    const [later] = await own('tu');
    expect(later && reminderNotice(later.period, later).title).toBe(
      'Còn 4 ngày để gửi báo cáo tháng 10/2026',
    );
    expect(await own('lan')).toEqual([]);
    expect(await own('hanh')).toEqual([]);
    const reminderId = reminder?.id;
    for (const who of ['sau', 'lan', 'hanh', 'la'] as const)
      expect((await problemOf(run(seeReminder, cast[who], { reminderId }))).code).toBe('not_found');

    const tellsOf = async () =>
      (await read(cast.hanh, (ctx) => owingHamlets(ctx, '2026-10'))).map((one) => [one.name, one.reminded]);
    expect(await tellsOf()).toEqual([
      ['Ấp Mẫu 1', [{ name: 'Lê Văn Tư', on: '2026-11-05', seenOn: null }]],
      ['Ấp Mẫu 2', [{ name: 'Phạm Thị Sáu', on: '2026-11-05', seenOn: null }]],
      ['Ấp Mẫu 3', []],
    ]);
    await run(seeReminder, cast.tu, { reminderId });
    await run(seeReminder, cast.tu, { reminderId });
    expect(await own('tu')).toEqual([]);
    expect((await tellsOf())[0]).toEqual([
      'Ấp Mẫu 1',
      [{ name: 'Lê Văn Tư', on: '2026-11-05', seenOn: '2026-11-06' }],
    ]);
    const events = await read(cast.hanh, (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select(['name', 'data'])
        .where('subject', '=', 'report_reminder')
        .where('hamlet_id', '=', world().hamlets.mau1)
        .orderBy('id')
        .execute(),
    );
    expect(events.map(({ name }) => name)).toEqual(['report.reminded', 'report.reminder_seen']);
    expect(events[0]?.data).toEqual({
      period: '2026-10',
      dueOn: '2026-11-10',
      day: -5,
      to: cast.tu.accountId,
      reportId: null,
    });
  });

  test('of what a server missed that was off, only the newest is made; putting it away puts the older ones away', async () => {
    await morning('2026-11-05');
    await morning('2026-11-12');
    expect((await madeFor('tu')).map(([, , day]) => day)).toEqual([-5, 1]);
    const [reminder, ...others] = await own('tu');
    expect(others).toEqual([]);
    expect(reminder && reminderNotice('2026-10', reminder).title).toBe(
      'Đã trễ 2 ngày: chưa gửi báo cáo tháng 10/2026',
    );
    await world().run(seeReminder, world().cast.tu, { reminderId: reminder?.id });
    expect((await made()).filter((row) => row.account_id === world().cast.tu.accountId)).not.toContainEqual(
      expect.objectContaining({ seen_at: null }),
    );
    expect(await own('sau')).toHaveLength(1);
  });

  test('he has sent: nothing more, and what he had not read is gone; returned, he owes again', async () => {
    const { cast, run } = world();
    await morning('2026-11-05');
    const reportId = await sendOctober();
    expect(await own('tu')).toEqual([]);
    await morning('2026-11-08');
    expect((await madeFor('tu')).map(([, , day]) => day)).toEqual([-5]);
    expect((await madeFor('sau')).map(([, , day]) => day)).toEqual([-5, -2]);
    await run(returnReport, cast.hanh, { reportId, note: 'Xin ghi rõ khó khăn.' });
    await morning('2026-11-12');
    expect((await madeFor('tu')).map(([, , day]) => day)).toEqual([-5, 1]);
    const [returned] = await own('tu');
    expect(returned && reminderNotice('2026-10', returned)).toEqual({
      title: 'Xã đã trả lại báo cáo tháng 10/2026 để sửa',
      text: 'Xem xã góp ý điều gì, sửa rồi gửi lại.',
    });
    await run(reopenReport, cast.tu, { reportId });
    expect(await own('tu')).toHaveLength(1);
    await run(submitReport, cast.tu, { reportId });
    expect(await own('tu')).toEqual([]);
    await morning('2026-11-13');
    expect((await madeFor('tu')).map(([, , day]) => day)).toEqual([-5, 1]);
  });

  test('a day that was put off, for him or for a holiday, has reminders of its own', async () => {
    const { cast, hamlets, run, read } = world();
    await morning('2026-11-08');
    const grant = { period: '2026-10', reason: 'Ấp mất điện do mưa bão' };
    await run(extendDueDay, cast.hanh, { ...grant, hamletId: hamlets.mau1, dueOn: '2026-11-17' });
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12']) await morning(day);
    expect(await madeFor('tu')).toEqual([
      ['2026-10', '2026-11-10', -2],
      ['2026-10', '2026-11-17', -5],
    ]);
    expect((await madeFor('sau')).map(([, , day]) => day)).toEqual([-2, 0, 1]);

    const plan = await read(cast.hanh, (ctx) => findPlan(ctx));
    await run(changePlan, cast.hanh, {
      ...planNhonMy2026,
      startsOn: '2026-10-01',
      reportPutOff: true,
      planId: plan?.id,
    });
    await run(keepDayOff, cast.hanh, { day: '2026-12-10', kind: 'off', name: 'Nghỉ bù' });
    for (const day of ['2026-12-05', '2026-12-06', '2026-12-09', '2026-12-11']) await morning(day);
    // 10 December is off: the due day is the 11th.
    expect((await madeFor('sau')).filter(([period]) => period === '2026-11')).toEqual([
      ['2026-11', '2026-12-11', -5],
      ['2026-11', '2026-12-11', -2],
      ['2026-11', '2026-12-11', 0],
    ]);
  });

  test('December is owed in January too, when the next year’s plan has begun', async () => {
    const { cast } = world();
    await world().run(createPlan, cast.hanh, {
      ...planNhonMy2026,
      year: 2027,
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
    });
    await morning('2027-01-05');
    // November's was due on 10 December: of that one the last reminder can be made up for no more.
    expect(await madeFor('sau')).toEqual([['2026-12', '2027-01-10', -5]]);
  });
});

test('whatever happens on whichever days, nobody is reminded twice of one day, or after sending, and the newest is known', async () => {
  const start = '2026-11-03';
  const step = fc.record({
    isOn: fc.boolean(),
    does: fc.oneof(
      { weight: 8, arbitrary: fc.constant('nothing' as const) },
      { weight: 1, arbitrary: fc.constant('send' as const) },
      { weight: 1, arbitrary: fc.constant('return' as const) },
      { weight: 1, arbitrary: fc.constant('extend' as const) },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      const { cast, hamlets, run } = world();
      await world().database.transaction({ commune }, async (tx) => {
        for (const table of ['report_reminders', 'reports', 'report_extensions'] as const)
          await tx.deleteFrom(table).where('commune_id', '=', commune).execute();
      });
      let due: Day = '2026-11-10';
      let state: 'owes' | 'sent' | 'returned' = 'owes';
      let reportId: Id | null = null;
      for (const [index, { isOn, does }] of steps.entries()) {
        const today = addDays(start, index);
        const before = await madeFor('tu');
        if (isOn) {
          await morning(today);
          await morning(today);
        }
        const after = await madeFor('tu');
        const fresh = after.slice(before.length);
        const newest = [-5, -2, 0, 1, 3].filter((day) => day <= daysBetween(due, today)).at(-1);
        const isDue = isOn && state !== 'sent' && newest !== undefined;
        const wasTold = before.some(([, dueOn, day]) => dueOn === due && day === newest);
        expect(fresh).toEqual(isDue && !wasTold ? [['2026-10', due, newest]] : []);
        expect(new Set(after.map(String)).size).toBe(after.length);

        world().now = new Date(`${today}T02:00:00Z`);
        if (does === 'send' && state !== 'sent') {
          reportId ??= await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
          if (state === 'returned') await run(reopenReport, cast.tu, { reportId });
          await run(submitReport, cast.tu, { reportId });
          state = 'sent';
        } else if (does === 'return' && state === 'sent') {
          await run(returnReport, cast.hanh, { reportId, note: 'Xin xem lại.' });
          state = 'returned';
        } else if (does === 'extend') {
          due = addDays(due, 3);
          const grant = { period: '2026-10', hamletId: hamlets.mau1, dueOn: due, reason: 'mưa bão' };
          await run(extendDueDay, cast.hanh, grant);
        }
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);
