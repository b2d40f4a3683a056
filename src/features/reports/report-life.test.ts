import { beforeEach, describe, expect, test } from 'vitest';
import { registerGroup } from '#features/groups/commands/register-group.server.ts';
import { setGroupState } from '#features/groups/commands/set-group-state.server.ts';
import { addMember } from '#features/org/commands/teams.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import type { Home } from '#tests/visit-world.ts';
import { inCommune } from '#tests/visit-world.ts';
import { commune, useWorld } from '#tests/world.ts';
import { acceptReport, lockReport, returnReport } from './commands/decide-report.server.ts';
import { openReport, renewReport } from './commands/open-report.server.ts';
import { reopenReport, submitReport } from './commands/submit-report.server.ts';
import { writeNarrative } from './commands/write-narrative.server.ts';
import { communeSum } from './queries/commune-sum.server.ts';
import { differsSinceSubmission } from './queries/differences.server.ts';
import { rowsChanged } from './queries/rows-changed.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { reportBoard } from './queries/report-board.server.ts';
import { contentOf } from './queries/report-content.server.ts';
import { reportFigures } from './queries/report-figures.server.ts';
import { spanOf } from './model/span.ts';
import { templateFor } from './queries/templates.server.ts';
import { layGroundFor, problemOf, rowOf, settleHomes, visit } from './report-world.test-support.ts';

const world = useWorld();
let homes: Home[];

beforeEach(async () => {
  await layGroundFor(world());
  homes = await settleHomes(world(), 'mau1', 4);
  world().now = new Date('2026-11-08T02:00:00Z');
});

const read = async (id: Id) => {
  const { cast, read: ask } = world();
  return ask(cast.tu, async (ctx) => {
    const report = await getReport(ctx, id);
    return { report, content: await contentOf(ctx, report) };
  });
};

const october = () =>
  world().run(openReport, world().cast.tu, { hamletId: world().hamlets.mau1, period: '2026-10' });

function home(index: number): Home {
  const found = homes[index];
  if (!found) throw new Error('no such home');
  return found;
}

async function settleSession(session: {
  hamlet: Id | null;
  form: string;
  on: string;
  names?: Home[];
}): Promise<void> {
  const at = new Date(`${session.on}T05:00:00Z`);
  const id = newId(at);
  await inCommune(world(), async (tx) => {
    await tx
      .insertInto('outreach_sessions')
      .values({
        commune_id: commune,
        id,
        hamlet_id: session.hamlet,
        form: session.form,
        held_on: session.on,
        place: null,
        topics: [],
        reach_kind: session.names ? 'listed' : 'estimated',
        estimated_people: session.names ? null : 120,
        note: null,
        recorded_at: at,
        recorded_by: world().cast.tu.accountId,
        replaces: null,
        void: false,
      })
      .execute();
    for (const named of session.names ?? [])
      await tx
        .insertInto('outreach_households')
        .values({ commune_id: commune, session_id: id, household_id: named.id })
        .execute();
  });
}

async function twoVisitsInOctober(): Promise<void> {
  const [first, second] = [home(0), home(1)];
  await visit(world(), world().cast.lan, first, '2026-09-20');
  await visit(world(), world().cast.lan, first, '2026-10-03', {
    guidances: [{ residentId: first.people[0], platform: 'vneid', outcome: 'activated' }],
  });
  await visit(world(), world().cast.lan, second, '2026-10-12');
}

describe('chú Tư sends the report of October', () => {
  test('the figures write themselves, in lượt and hộ apart; he changes one text and sends', async () => {
    await twoVisitsInOctober();
    const { cast, run } = world();
    const id = await october();
    expect(await october()).toBe(id);
    const draft = await read(id);
    expect(rowOf(draft.content, 'B1')).toMatchObject({ period: null, cumulative: 4, change: 0 });
    expect(rowOf(draft.content, 'B2')).toMatchObject({ period: 2, cumulative: 2, population: 4, change: 1 });
    expect(rowOf(draft.content, 'B4')).toMatchObject({ unit: 'lượt', period: 2, cumulative: 3, change: 1 });
    expect(rowOf(draft.content, 'B4.home_visit')).toMatchObject({ period: 2, cumulative: 3 });
    // Forms that nobody used are no rows of zeros.
    expect(draft.content.figures.some((row) => row.code === 'B4.loudspeaker')).toBe(false);
    expect(rowOf(draft.content, 'C5')).toMatchObject({ unit: 'người', period: 1, cumulative: 1 });
    expect(rowOf(draft.content, 'A2')).toMatchObject({ cumulative: 2, change: 0 });
    expect(rowOf(draft.content, 'A3')).toMatchObject({ period: 2, cumulative: 3 });
    // What nobody counts yet is not zero.
    expect(rowOf(draft.content, 'F4')).toMatchObject({ period: null, cumulative: null, change: null });
    const text = (code: string) => draft.content.sections.find((one) => one.code === code)?.text;
    expect(text('outreach')).toContain('02/04 hộ được tuyên truyền về chuyển đổi số, đạt 50,0 %');
    expect(text('obstacles')).toBe('Trong tháng chưa ghi nhận khó khăn, vướng mắc.');

    await run(writeNarrative, cast.tu, { reportId: id, section: 'obstacles', text: 'Sóng yếu ở cuối ấp.' });
    await run(submitReport, cast.tu, { reportId: id });
    const sent = await read(id);
    expect(sent.report).toMatchObject({
      state: 'submitted',
      submittedBy: cast.tu.accountId,
      dueOn: '2026-11-10',
    });
    expect(sent.content).toMatchObject({ signer: 'Lê Văn Tư', daysLate: 0, sentOn: '2026-11-08' });
    expect(sent.content.sections.find((one) => one.code === 'obstacles')).toMatchObject({
      text: 'Sóng yếu ở cuối ấp.',
      written: true,
    });
    expect(sent.content.definitions).toMatchObject({ T2: 1, T5: 1 });
  });

  test('meetings and loudspeakers count once each, in lượt; a list names its hộ, a loudspeaker nobody', async () => {
    const { cast, read: ask, hamlets } = world();
    await settleSession({ hamlet: hamlets.mau1, form: 'loudspeaker', on: '2026-10-06' });
    await settleSession({ hamlet: null, form: 'loudspeaker', on: '2026-10-07' });
    await settleSession({
      hamlet: hamlets.mau1,
      form: 'hamlet_meeting',
      on: '2026-10-20',
      names: [home(0), home(1)],
    });
    const content = (await read(await october())).content;
    expect(rowOf(content, 'B4').period).toBe(2);
    expect(rowOf(content, 'B4.loudspeaker')).toMatchObject({ period: 1, unit: 'lượt' });
    expect(rowOf(content, 'B4.hamlet_meeting').period).toBe(1);
    expect(rowOf(content, 'B2')).toMatchObject({ period: 2, cumulative: 2, unit: 'hộ' });
    // A loudspeaker of the whole commune is no hamlet's.
    const whole = await ask(cast.hanh, async (ctx) =>
      reportFigures(ctx, (await templateFor(ctx, 'hamlet', '2026-10-31')).definition, {
        hamletId: null,
        span: spanOf('2026-10', 'calendar'),
        cutoffAt: ctx.now,
      }),
    );
    expect(rowOf(whole, 'B4.loudspeaker').period).toBe(2);
    expect(rowOf(whole, 'A4').goal).toEqual({ kind: 'count', atLeast: 5 });
    expect(rowOf(content, 'A4').goal).toBeNull();
  });

  test('members are counted by where they are from: the Youth Union, schools (R60, R67)', async () => {
    const { cast, run, teams } = world();
    const from = async () => {
      const { content } = await read(await october());
      return ['A2', 'A2.doan', 'A2.gv'].map((code) => rowOf(content, code).cumulative);
    };
    const before = await from();
    world().now = new Date('2026-10-20T02:00:00Z');
    const newcomer = {
      teamId: teams.mau1,
      sex: null,
      phone: null,
      position: 'member',
      startedOn: '2026-10-20',
    };
    await run(addMember, cast.tu, { ...newcomer, fullName: 'Võ Thị Hai', organisation: 'youth_union' });
    await run(addMember, cast.tu, { ...newcomer, fullName: 'Lý Văn Ba', organisation: 'school' });
    await run(addMember, cast.tu, { ...newcomer, fullName: 'Đỗ Thị Bốn', organisation: 'resident' });
    world().now = new Date('2026-11-08T02:00:00Z');
    const more = [3, 1, 1];
    expect(await from()).toEqual(before.map((count, index) => (count ?? 0) + (more[index] ?? 0)));
  });

  test('of groups it says how many work, and how many were registered and do not (R16, R72)', async () => {
    const { cast, run, hamlets } = world();
    const register = async (name: string) =>
      run(registerGroup, cast.tu, {
        hamletId: hamlets.mau1,
        name,
        place: 'Văn phòng ấp',
        placeKind: 'hamlet_office',
      });
    const said = async () =>
      (await read(await october())).content.sections.find(({ code }) => code === 'groups')?.text;
    expect(await said()).toBe('Ấp Mẫu 1 chưa có mô hình “Tổ tự quản công nghệ” đang hoạt động.');
    world().now = new Date('2026-10-05T02:00:00Z');
    const { id: groupId } = await register('Điểm số Văn phòng ấp');
    await register('Điểm số nhà văn hóa');
    for (const to of ['checked', 'recognised', 'active']) {
      world().now = new Date(world().now.getTime() + 86_400_000);
      await run(setGroupState, cast.hanh, { groupId, to });
    }
    world().now = new Date('2026-11-08T02:00:00Z');
    expect(await said()).toBe(
      'Ấp Mẫu 1 có 01 mô hình “Tổ tự quản công nghệ” đang hoạt động; 01 mô hình đã đăng ký, chưa hoạt động hoặc tạm dừng.',
    );
  });

  test('P14, P17: later work, and corrections of October, change nothing in what was sent; the difference is told', async () => {
    await twoVisitsInOctober();
    const { cast, run, read: ask } = world();
    const id = await october();
    await run(submitReport, cast.tu, { reportId: id });
    const before = JSON.stringify((await read(id)).content);

    await run(acceptReport, cast.hanh, { reportId: id });
    // Written down on the 20th of November: one visit of October, one of November.
    const third = home(2);
    await visit(world(), cast.lan, third, '2026-10-30', {}, new Date('2026-11-20T03:00:00Z'));
    await visit(world(), cast.lan, third, '2026-11-19', {}, new Date('2026-11-20T03:10:00Z'));
    world().now = new Date('2026-12-01T02:00:00Z');

    expect(JSON.stringify((await read(id)).content)).toBe(before);
    const changes = await ask(cast.hanh, async (ctx) =>
      differsSinceSubmission(ctx, await getReport(ctx, id)),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ code: 'B2', value: 'cumulative', sent: 2, now: 3 }),
    );
    expect(changes).toContainEqual(expect.objectContaining({ code: 'B4', value: 'period', sent: 2, now: 3 }));

    // Who came: one hộ of the year's, one lượt of October; nobody left.
    const came = (figure: 'households_informed' | 'contacts', value: 'period' | 'cumulative') =>
      ask(cast.hanh, async (ctx) => {
        const report = await getReport(ctx, id);
        const { hamletId, span } = report;
        const cutoffAt = report.cutoffAt ?? ctx.now;
        return rowsChanged(ctx, figure, { hamletId, span, cutoffAt, value, form: null });
      });
    expect(await came('households_informed', 'cumulative')).toMatchObject({
      total: 1,
      rows: [{ change: 'added', kind: 'household', householdId: third.id }],
    });
    expect(await came('contacts', 'period')).toMatchObject({
      total: 1,
      rows: [{ change: 'added', kind: 'visit', on: '2026-10-30' }],
    });

    // A new version takes the old one's place only when it is accepted; the old snapshot stays as it was.
    const second = await run(renewReport, cast.tu, { reportId: id });
    await run(submitReport, cast.tu, { reportId: second });
    expect((await read(id)).report.state).toBe('accepted');
    await run(acceptReport, cast.hanh, { reportId: second });
    expect((await read(id)).report.state).toBe('superseded');
    expect(JSON.stringify((await read(id)).content)).toBe(before);
    expect(rowOf((await read(second)).content, 'B2').cumulative).toBe(3);
    // The first sending was in time: the new version is not late.
    expect((await read(second)).content.daysLate).toBe(0);
  });

  test('in time until 23:59:59 of the 10th, one day late at 00:00:00', async () => {
    const { cast, run } = world();
    world().now = new Date('2026-11-10T16:59:59Z');
    const id = await october();
    await run(submitReport, cast.tu, { reportId: id });
    expect((await read(id)).content.daysLate).toBe(0);
    const second = await run(openReport, cast.sau, { hamletId: world().hamlets.mau2, period: '2026-10' });
    world().now = new Date('2026-11-10T17:00:00Z');
    await run(submitReport, cast.sau, { reportId: second });
    const board = await world().read(cast.hanh, (ctx) => reportBoard(ctx));
    const cell = (hamlet: Id) =>
      board.hamlets.find((one) => one.id === hamlet)?.cells.find((one) => one.period === '2026-10');
    expect(cell(world().hamlets.mau1)).toMatchObject({ state: 'submitted', daysLate: 0, isMissing: false });
    expect(cell(world().hamlets.mau2)).toMatchObject({ state: 'submitted', daysLate: 1, isMissing: false });
    expect(cell(world().hamlets.mau3)).toMatchObject({ state: null, isMissing: true });
  });

  test('a month is sent from its last day on, and opened once it has begun', async () => {
    const { cast, run, hamlets } = world();
    world().now = new Date('2026-10-30T16:59:59Z');
    const id = await october();
    expect((await problemOf(run(submitReport, cast.tu, { reportId: id }))).code).toBe('state.conflict');
    world().now = new Date('2026-10-30T17:00:00Z');
    await run(submitReport, cast.tu, { reportId: id });
    const next = run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-11' });
    expect((await problemOf(next)).fields['period']).toMatch(/chưa tới/);
  });
});

describe('cô Hạnh reads it', () => {
  test('returned with a comment, mended, sent again: live in between, not late for that', async () => {
    const { cast, run } = world();
    await twoVisitsInOctober();
    const id = await october();
    await run(submitReport, cast.tu, { reportId: id });
    expect((await problemOf(run(returnReport, cast.hanh, { reportId: id, note: ' ' }))).code).toBe(
      'input.invalid',
    );
    await run(returnReport, cast.hanh, { reportId: id, note: 'Xin ghi rõ khó khăn.' });
    const returned = await read(id);
    expect(returned.report).toMatchObject({ state: 'returned', decisionNote: 'Xin ghi rõ khó khăn.' });
    // What was sent is still what is read, until it is taken up again.
    await visit(world(), cast.lan, home(3), '2026-10-31', {}, new Date('2026-11-08T02:30:00Z'));
    world().now = new Date('2026-11-15T02:00:00Z');
    expect(rowOf((await read(id)).content, 'B2').cumulative).toBe(2);
    await run(reopenReport, cast.tu, { reportId: id });
    expect(rowOf((await read(id)).content, 'B2').cumulative).toBe(3);
    await run(submitReport, cast.tu, { reportId: id });
    expect((await read(id)).content.daysLate).toBe(0);
    await run(acceptReport, cast.hanh, { reportId: id });
    await run(lockReport, cast.hanh, { reportId: id });
    expect((await problemOf(run(returnReport, cast.hanh, { reportId: id, note: 'Nữa' }))).code).toBe(
      'state.conflict',
    );
  });

  test('nothing is written into a report that was sent, and every step is in the log', async () => {
    const { cast, run } = world();
    const id = await october();
    await run(submitReport, cast.tu, { reportId: id });
    const late = run(writeNarrative, cast.tu, { reportId: id, section: 'tasks', text: 'Muộn' });
    expect((await problemOf(late)).code).toBe('state.conflict');
    await run(acceptReport, cast.hanh, { reportId: id });
    const events = await inCommune(world(), (tx) =>
      tx.selectFrom('events').select('name').where('subject_id', '=', id).execute(),
    );
    expect(events.map((event) => event.name).sort()).toEqual([
      'report.accepted',
      'report.opened',
      'report.submitted',
    ]);
  });

  test('who sent it does not decide, even with both offices', async () => {
    const { cast, run, hamlets } = world();
    const both = {
      ...cast.hanh,
      grants: [...cast.hanh.grants, { role: 'hamlet_head', hamletId: hamlets.mau1 }],
    };
    const id = await run(openReport, both, { hamletId: hamlets.mau1, period: '2026-10' });
    await run(submitReport, both, { reportId: id });
    expect((await problemOf(run(acceptReport, both, { reportId: id }))).code).toBe('not_allowed');
    await run(acceptReport, cast.hanh === both ? cast.tam : { ...cast.hanh, accountId: cast.tam.accountId }, {
      reportId: id,
    });
  });

  test('the sum of the commune takes what was sent and names who is missing', async () => {
    const { cast, run, hamlets } = world();
    await twoVisitsInOctober();
    const id = await october();
    await run(submitReport, cast.tu, { reportId: id });
    const sum = await world().read(cast.hanh, (ctx) => communeSum(ctx, '2026-10'));
    expect(sum.rows.map((row) => [row.name, row.report?.figures.get('B2')?.cumulative ?? null])).toEqual([
      ['Ấp Mẫu 1', 2],
      ['Ấp Mẫu 2', null],
      ['Ấp Mẫu 3', null],
    ]);
    expect(sum.rows.find((row) => row.hamletId === hamlets.mau2)?.report).toBeNull();
    await run(returnReport, cast.hanh, { reportId: id, note: 'Xem lại.' });
    const after = await world().read(cast.hanh, (ctx) => communeSum(ctx, '2026-10'));
    expect(after.rows.every((row) => row.report === null)).toBe(true);
  });
});

describe('texts', () => {
  test('a written text replaces its own section only, and comes back to the draft when it is taken away', async () => {
    const { cast, run } = world();
    await twoVisitsInOctober();
    const id = await october();
    const drafted = (await read(id)).content.sections;
    await run(writeNarrative, cast.tu, {
      reportId: id,
      section: 'general',
      text: 'Ấp bình yên.\n- Thêm một hộ',
    });
    // New work moves the drafts, never what a person wrote.
    await visit(world(), cast.lan, home(3), '2026-10-31', {}, new Date('2026-11-08T01:00:00Z'));
    const written = (await read(id)).content.sections;
    expect(written[0]).toMatchObject({ text: 'Ấp bình yên.\n- Thêm một hộ', written: true });
    expect(written.filter((section) => section.written)).toHaveLength(1);
    expect(written.find((one) => one.code === 'outreach')?.text).toContain('03/04 hộ');
    await run(writeNarrative, cast.tu, { reportId: id, section: 'general', text: '' });
    const restored = (await read(id)).content.sections[0];
    expect(restored?.written).toBe(false);
    expect(restored?.text).toContain(drafted[0]?.text.slice(0, 20));
    const unknown = run(writeNarrative, cast.tu, { reportId: id, section: 'nothing', text: 'x' });
    expect((await problemOf(unknown)).code).toBe('input.invalid');
  });
});
