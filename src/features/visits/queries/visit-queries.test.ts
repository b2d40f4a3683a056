import { beforeEach, expect, test } from 'vitest';
import { newId, type Id } from '#shared/ids.ts';
import { endMember } from '#features/org/commands/teams.server.ts';
import { inCommune, problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { assignHelper } from '../commands/assign-helper.server.ts';
import { correctVisit } from '../commands/correct-visit.server.ts';
import { endHelper } from '../commands/end-helper.server.ts';
import { recordDigitalStatus } from '../commands/record-digital-status.server.ts';
import { recordSkillCheck } from '../commands/record-skill-check.server.ts';
import { recordVisit } from '../commands/record-visit.server.ts';
import { withdrawVisit } from '../commands/withdraw-visit.server.ts';
import { skillItems } from '../model/skill-check.ts';
import { findHelper, helperLoad, listHelpedBy } from './helpers.server.ts';
import { listDigitalStatus } from './list-digital-status.server.ts';
import { listNextSteps } from './list-next-steps.server.ts';
import { getVisit, listVisitsOf } from './list-visits-of.server.ts';
import { listVisits, type VisitKey, type VisitPage } from './list-visits.server.ts';
import { memberDay } from './member-day.server.ts';

const world = useWorld();
let home: Home;
let ba: Id;
beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
  ba = home.people[0] ?? '';
});

const later = (iso: string) => {
  world().now = new Date(iso);
};

test('a correction replaces the visit and keeps it as history; what the old one told no longer counts', async () => {
  const { cast, run, read, hamlets } = world();
  const first = await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'someone',
    guidances: [{ residentId: ba, platform: 'vneid', outcome: 'activated' }],
    note: 'Ghi nhầm người',
  });
  later('2026-11-25T02:00:00Z');
  const second = await run(correctVisit, cast.tu, {
    visitId: first.id,
    met: 'someone',
    guidances: [{ residentId: ba, platform: 'so_suc_khoe', outcome: 'installed' }],
    reason: 'Chọn nhầm ứng dụng',
  });
  const visits = await read(cast.lan, (ctx) => listVisitsOf(ctx, home.id));
  expect(visits).toHaveLength(1);
  const [visit] = visits;
  expect(visit).toMatchObject({
    id: second.id,
    // The day stays that of the visit, the visit stays chị Lan's; who wrote the correction is told.
    on: '2026-11-24',
    member: { fullName: 'Nguyễn Thị Lan' },
    recordedBy: { fullName: 'Lê Văn Tư' },
    guidances: [
      { platform: 'so_suc_khoe', outcome: 'installed', resident: { id: ba, fullName: 'Nguyễn Văn Ba' } },
    ],
    history: [{ id: first.id, note: 'Ghi nhầm người', recordedBy: { fullName: 'Nguyễn Thị Lan' } }],
  });
  expect(await read(cast.lan, (ctx) => getVisit(ctx, first.id))).toEqual(visit);
  const [status] = await read(cast.lan, (ctx) => listDigitalStatus(ctx, home.id));
  expect(status?.status.vneid).toBeNull();
  expect(status?.status.health_app).toEqual({ value: 'yes', on: '2026-11-24', source: 'shown' });
  const page = await read(cast.tu, (ctx) =>
    listVisits(ctx, { hamletId: hamlets.mau1, from: '2026-11-01', to: '2026-11-30' }),
  );
  expect(page.visits.map((one) => one.id)).toEqual([second.id]);
});

test('one version has one successor; the second who corrects is told, the same correction sent twice is one', async () => {
  const { cast, run } = world();
  const first = await run(recordVisit, cast.lan, { householdId: home.id, met: 'nobody' });
  const correction = { id: newId(world().now), visitId: first.id, met: 'someone' };
  await run(correctVisit, cast.lan, correction);
  expect(await run(correctVisit, cast.lan, correction)).toEqual({ id: correction.id });
  const problem = await problemOf(run(correctVisit, cast.tu, { visitId: first.id, met: 'nobody' }));
  expect(problem.code).toBe('state.conflict');
  const rows = await inCommune(world(), (tx) => tx.selectFrom('visits').select('id').execute());
  expect(rows).toHaveLength(2);
});

test('a withdrawn visit counts nowhere, stays on the page, and comes back by a correction', async () => {
  const { cast, run, read, hamlets } = world();
  const first = await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'someone',
    records: [{ residentId: ba, source: 'shown', bank_account: 'yes' }],
  });
  const gone = await run(withdrawVisit, cast.lan, { visitId: first.id, reason: 'Nhầm hộ' });
  const month = { hamletId: hamlets.mau1, from: '2026-11-01', to: '2026-11-30' };
  expect((await read(cast.tu, (ctx) => listVisits(ctx, month))).visits).toEqual([]);
  expect((await read(cast.tu, (ctx) => listDigitalStatus(ctx, home.id)))[0]?.status.bank_account).toBeNull();
  expect(await read(cast.tu, (ctx) => listVisitsOf(ctx, home.id))).toMatchObject([
    { id: gone.id, isVoid: true, history: [{ id: first.id, isVoid: false }] },
  ]);
  expect((await problemOf(run(withdrawVisit, cast.lan, { visitId: gone.id }))).code).toBe('state.conflict');
  await run(correctVisit, cast.lan, { visitId: gone.id, met: 'someone' });
  expect((await read(cast.tu, (ctx) => listVisits(ctx, month))).visits).toHaveLength(1);
});

test('another hamlet and another commune find nothing: read, correct, withdraw', async () => {
  const { cast, run, read } = world();
  const { id } = await run(recordVisit, cast.lan, { householdId: home.id, met: 'nobody' });
  for (const actor of [cast.binh, cast.sau, cast.la, cast.phuc, cast.quan, cast.nga]) {
    for (const work of [
      () => read(actor, (ctx) => listVisitsOf(ctx, home.id)),
      () => read(actor, (ctx) => getVisit(ctx, id)),
      () => read(actor, (ctx) => listDigitalStatus(ctx, home.id)),
      () =>
        read(actor, (ctx) =>
          listVisits(ctx, { hamletId: world().hamlets.mau1, from: '2026-01-01', to: '2026-12-31' }),
        ),
      () => read(actor, (ctx) => listNextSteps(ctx, world().hamlets.mau1, '2026-12-31')),
      () => read(actor, (ctx) => helperLoad(ctx, world().hamlets.mau1)),
      () => run(correctVisit, actor, { visitId: id, met: 'someone' }),
      () => run(withdrawVisit, actor, { visitId: id }),
      () => run(recordDigitalStatus, actor, { residentId: ba, source: 'declared', vneid: 'installed' }),
      () => run(recordSkillCheck, actor, { residentId: ba }),
    ])
      expect((await problemOf(work())).code).toBe('not_found');
  }
});

test('a member sees but does not correct what a colleague recorded', async () => {
  const { cast, run } = world();
  const { id } = await run(recordVisit, cast.tu, { householdId: home.id, met: 'nobody' });
  expect((await problemOf(run(correctVisit, cast.lan, { visitId: id, met: 'someone' }))).code).toBe(
    'not_allowed',
  );
});

test('a status corrected without a visit: the newest day wins, "chưa rõ" takes back', async () => {
  const { cast, run, read } = world();
  const status = async () => (await read(cast.lan, (ctx) => listDigitalStatus(ctx, home.id)))[0]?.status;
  await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'someone',
    records: [{ residentId: ba, source: 'declared', e_payment: 'regular', vneid: 'installed' }],
  });
  // An older observation that arrives later changes nothing.
  await run(recordDigitalStatus, cast.lan, {
    residentId: ba,
    source: 'assumed',
    vneid: 'none',
    observedOn: '01/11/2026',
  });
  expect((await status())?.vneid).toEqual({ value: 'installed', on: '2026-11-24', source: 'declared' });
  later('2026-11-26T02:00:00Z');
  await run(recordDigitalStatus, cast.lan, { residentId: ba, source: 'declared', e_payment: 'unknown' });
  expect((await status())?.e_payment).toBeNull();
  expect((await status())?.vneid?.value).toBe('installed');
});

test('skills: seven passed items, one failed, and taken back', async () => {
  const { cast, run, read } = world();
  const verdict = async () =>
    (await read(cast.lan, (ctx) => listDigitalStatus(ctx, home.id)))[0]?.skills?.verdict;
  expect(await verdict()).toBeUndefined();
  const all = Object.fromEntries(skillItems.map((item) => [item, 'yes']));
  await run(recordSkillCheck, cast.lan, { residentId: ba, ...all });
  expect(await verdict()).toBe('skilled');
  later('2026-11-25T02:00:00Z');
  await run(recordSkillCheck, cast.lan, { residentId: ba, ...all, online_shopping: 'no' });
  expect(await verdict()).toBe('not_skilled');
  later('2026-11-26T02:00:00Z');
  await run(recordSkillCheck, cast.lan, { residentId: ba });
  expect(await verdict()).toBe('unknown');
});

test('a helper: one at a time, only of the hamlet or the commune, counted in the load', async () => {
  const { cast, run, read, hamlets } = world();
  const wanted = { householdId: home.id, memberId: cast.lan.memberId, reason: 'Hai cụ già ở một mình' };
  expect((await problemOf(run(assignHelper, cast.lan, wanted))).code).toBe('not_allowed');
  const stranger = run(assignHelper, cast.tu, { ...wanted, memberId: cast.binh.memberId });
  expect((await problemOf(stranger)).fields).toHaveProperty('memberId');
  const { id } = await run(assignHelper, cast.tu, { ...wanted, id: newId(world().now), everyDays: '7' });
  expect(await run(assignHelper, cast.tu, { ...wanted, id })).toEqual({ id });
  const second = run(assignHelper, cast.tu, { ...wanted, memberId: cast.tu.memberId });
  expect((await problemOf(second)).message).toContain('Nguyễn Thị Lan');
  expect(await read(cast.lan, (ctx) => findHelper(ctx, home.id))).toMatchObject({
    memberName: 'Nguyễn Thị Lan',
    lastVisitOn: null,
    nextCallOn: '2026-12-01',
  });
  const load = await read(cast.tu, (ctx) => helperLoad(ctx, hamlets.mau1));
  expect(load.map(({ fullName, households }) => [fullName, households])).toEqual([
    ['Hồ Văn Dũng', 0],
    ['Lê Văn Tư', 0],
    ['Nguyễn Thị Lan', 1],
  ]);
  later('2026-11-27T02:00:00Z');
  await run(recordVisit, cast.lan, { householdId: home.id, met: 'someone' });
  expect(await read(cast.lan, (ctx) => listHelpedBy(ctx, cast.lan.memberId ?? ''))).toMatchObject([
    { householdId: home.id, lastVisitOn: '2026-11-27', nextCallOn: '2026-12-04' },
  ]);
  await run(endHelper, cast.tu, { assignmentId: id, reason: 'Con đã về ở cùng' });
  expect(await run(endHelper, cast.tu, { assignmentId: id, reason: 'Con đã về ở cùng' })).toEqual({ id });
  expect(await read(cast.lan, (ctx) => findHelper(ctx, home.id))).toBeUndefined();
  await run(assignHelper, cast.tu, { ...wanted, memberId: cast.dung.memberId });
});

test('a member whose term ends: her visits remain, her households are free for another helper (P20)', async () => {
  const { cast, run, read, hamlets } = world();
  await run(recordVisit, cast.lan, { householdId: home.id, met: 'someone', minutes: 20 });
  await run(assignHelper, cast.tu, {
    householdId: home.id,
    memberId: cast.lan.memberId,
    reason: 'Chưa ai biết dùng',
  });
  await run(endMember, cast.tu, {
    memberId: cast.lan.memberId,
    endedOn: '2026-11-24',
    reason: 'Chuyển nơi ở',
  });
  const page = await read(cast.tu, (ctx) =>
    listVisits(ctx, { hamletId: hamlets.mau1, from: '2026-11-01', to: '2026-11-30' }),
  );
  expect(page.visits).toMatchObject([{ memberName: 'Nguyễn Thị Lan' }]);
  expect(await read(cast.tu, (ctx) => memberDay(ctx, cast.lan.memberId ?? '', '2026-11-24'))).toMatchObject({
    visits: 1,
  });
  expect(await read(cast.tu, (ctx) => findHelper(ctx, home.id))).toBeUndefined();
  const told = await inCommune(world(), (tx) =>
    tx.selectFrom('events').select('data').where('name', '=', 'helper.ended').execute(),
  );
  expect(told).toMatchObject([{ data: { householdIds: [home.id] } }]);
  await run(assignHelper, cast.tu, {
    householdId: home.id,
    memberId: cast.tu.memberId,
    reason: 'Thay chị Lan',
  });
});

test('next steps: what the last visit agreed on, until somebody came again', async () => {
  const { cast, run, read, hamlets } = world();
  const due = () => read(cast.lan, (ctx) => listNextSteps(ctx, hamlets.mau1, '2026-11-30'));
  await run(recordVisit, cast.lan, {
    householdId: home.id,
    met: 'someone',
    nextStep: 'Cài VNeID',
    nextOn: '2026-11-28',
  });
  expect(await due()).toMatchObject([{ householdId: home.id, nextStep: 'Cài VNeID', nextOn: '2026-11-28' }]);
  later('2026-11-28T02:00:00Z');
  await run(recordVisit, cast.lan, { householdId: home.id, met: 'nobody' });
  expect(await due()).toHaveLength(1);
  later('2026-11-28T03:00:00Z');
  await run(recordVisit, cast.lan, { householdId: home.id, met: 'someone' });
  expect(await due()).toEqual([]);
});

test('pages by key show every visit once, newest first', async () => {
  const { cast, run, read, hamlets } = world();
  for (let day = 1; day <= 7; day += 1) {
    const visitedOn = `2026-11-0${((day * 3) % 7) + 1}`;
    await run(recordVisit, cast.lan, { householdId: home.id, met: 'nobody', visitedOn });
  }
  const days: string[] = [];
  let after: VisitKey | null = null;
  do {
    const from: VisitKey | null = after;
    const page: VisitPage = await read(cast.tu, (ctx) =>
      listVisits(ctx, {
        hamletId: hamlets.mau1,
        from: '2026-11-01',
        to: '2026-11-30',
        after: from,
        limit: 3,
      }),
    );
    days.push(...page.visits.map((visit) => visit.on));
    after = page.next;
  } while (after);
  expect(days).toEqual([7, 6, 5, 4, 3, 2, 1].map((day) => `2026-11-0${day}`));
});

test("a member's day keeps lượt, hộ and người apart (R98)", async () => {
  const { cast, run, read } = world();
  const guided = [
    { residentId: ba, platform: 'vneid', outcome: 'installed' },
    { residentId: ba, platform: 'dvc', outcome: 'practised' },
    { residentId: home.people[1], platform: 'dvc', outcome: 'declined' },
  ];
  await run(recordVisit, cast.lan, { householdId: home.id, met: 'someone', guidances: guided, minutes: 30 });
  await run(recordVisit, cast.lan, { householdId: home.id, met: 'nobody' });
  expect(await read(cast.lan, (ctx) => memberDay(ctx, cast.lan.memberId ?? '', '2026-11-24'))).toEqual({
    visits: 2,
    nobodyMet: 1,
    households: 1,
    guided: 1,
    minutes: 30,
  });
  const foreign = read(cast.binh, (ctx) => memberDay(ctx, cast.lan.memberId ?? '', '2026-11-24'));
  expect((await problemOf(foreign)).code).toBe('not_found');
});
