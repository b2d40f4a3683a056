import { beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { registerGroup } from '#features/groups/commands/register-group.server.ts';
import { setGroupState } from '#features/groups/commands/set-group-state.server.ts';
import { pointLog } from '#features/groups/queries/point-log.server.ts';
import { listVisitsOf } from '#features/visits/queries/list-visits-of.server.ts';
import { problemOf, settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { assignSupport, endSupport, scheduleSupport } from './commands/arrange-support.server.ts';
import { askSupport } from './commands/ask-support.server.ts';
import { keepSupportClock } from './commands/keep-clock.server.ts';
import { finishSupport, rateSupport } from './commands/finish-support.server.ts';
import { getSupport, listSupport, listSupportSteps } from './queries/support.server.ts';

const world = useWorld();
let home: Home;
beforeEach(async () => {
  await settleCatalogue(world());
  home = await settleHome(world());
});

const request = (more: object = {}) => ({
  hamletId: world().hamlets.mau1,
  channel: 'neighbour',
  householdId: home.id,
  residentId: home.people[0],
  personName: 'Nguyễn Văn Ba',
  platform: 'so_suc_khoe',
  place: 'home',
  urgency: 'soon',
  ...more,
});
const visit = (more: object = {}) => ({
  id: newId(world().now),
  householdId: home.id,
  met: 'someone',
  metResidents: [home.people[0]],
  guidances: [{ residentId: home.people[0], platform: 'so_suc_khoe', outcome: 'installed' }],
  ...more,
});
const visitsOf = () => world().read(world().cast.lan, (ctx) => listVisitsOf(ctx, home.id));

async function given() {
  const { cast, run } = world();
  const { id } = await run(askSupport, cast.lan, request());
  await run(assignSupport, cast.tu, { requestId: id, memberId: cast.lan.memberId });
  return id;
}

test('chị Lan asks for a neighbour, chú Tư gives it to her, she agrees on a day and helps: the guidance is a visit', async () => {
  const { cast, run, read } = world();
  const id = await given();
  await run(scheduleSupport, cast.lan, {
    requestId: id,
    scheduledOn: '26/11/2026',
    scheduledAt: '8 giờ sáng',
  });
  world().now = new Date('2026-11-26T01:30:00Z');
  await run(finishSupport, cast.lan, { requestId: id, visit: visit(), satisfaction: 'good' });
  const one = await read(cast.tu, (ctx) => getSupport(ctx, id));
  expect(one).toMatchObject({ state: 'done', waited: 2, overdue: 0, satisfaction: 'good' });
  const visits = await visitsOf();
  expect(visits).toHaveLength(1);
  expect(visits[0]?.id).toBe(one.visitId);
  const story = await read(cast.tu, (ctx) => listSupportSteps(ctx, id));
  expect(story.map(({ step, actorName }) => [step, actorName])).toEqual([
    ['new', 'Nguyễn Thị Lan'],
    ['assigned', 'Lê Văn Tư'],
    ['scheduled', 'Nguyễn Thị Lan'],
    ['done', 'Nguyễn Thị Lan'],
  ]);
});

test('result and request are one: a visit that is refused leaves the request open, and sent twice is written once', async () => {
  const { cast, run, read } = world();
  const id = await given();
  const finish = (more: object) => run(finishSupport, cast.lan, { requestId: id, ...more });
  expect(Object.keys((await problemOf(finish({ note: 'Đã giúp' }))).fields)).toEqual(['visit']);
  const other = await settleHome(world());
  expect(
    Object.keys(
      (await problemOf(finish({ visit: { id: newId(world().now), householdId: other.id, met: 'someone' } })))
        .fields,
    ),
  ).toEqual(['visit']);
  const wrong = visit({
    guidances: [{ residentId: home.people[0], platform: 'khong_co', outcome: 'installed' }],
  });
  expect((await problemOf(finish({ visit: wrong }))).code).toBe('input.invalid');
  expect((await read(cast.lan, (ctx) => getSupport(ctx, id))).state).toBe('assigned');
  expect(await visitsOf()).toEqual([]);
  const told = visit();
  // She helped on the way, without an appointment: it is taken to have been of that day.
  await finish({ visit: told });
  await finish({ visit: told });
  expect(await visitsOf()).toHaveLength(1);
  const story = await read(cast.lan, (ctx) => listSupportSteps(ctx, id));
  expect(story.map((one) => one.step)).toEqual(['new', 'assigned', 'scheduled', 'done']);
});

test('somebody who is not in the register has a telephone; what was done for them stands in words', async () => {
  const { cast, run, read } = world();
  const unknown = request({
    householdId: null,
    residentId: null,
    personName: 'Cô Út',
    platform: null,
    topic: 'Nộp hồ sơ',
  });
  expect(Object.keys((await problemOf(run(askSupport, cast.quay, unknown))).fields)).toEqual(['phone']);
  const { id } = await run(askSupport, cast.quay, {
    ...unknown,
    phone: '0912 345 678',
    channel: 'counter',
    urgency: 'urgent',
  });
  expect(await read(cast.hanh, (ctx) => getSupport(ctx, id))).toMatchObject({
    phone: '0912345678',
    dueOn: '2026-11-25',
  });
  await run(assignSupport, cast.quay, { requestId: id, memberId: cast.lan.memberId });
  expect(Object.keys((await problemOf(run(finishSupport, cast.lan, { requestId: id }))).fields)).toEqual([
    'note',
  ]);
  await run(finishSupport, cast.lan, { requestId: id, note: 'Đã nộp hồ sơ cùng cô.' });
  await run(rateSupport, cast.quay, { requestId: id, satisfaction: 'fair' });
  await run(rateSupport, cast.quay, { requestId: id, satisfaction: 'good' });
  expect(await read(cast.lan, (ctx) => getSupport(ctx, id))).toMatchObject({
    state: 'done',
    satisfaction: 'good',
  });
});

test('a support point is one of the hamlet that is recognised; who goes is a member there', async () => {
  const { cast, run } = world();
  const point = { name: 'Điểm Ấp Mẫu 1', place: 'Văn phòng ấp', placeKind: 'hamlet_office' };
  const { id: groupId } = await run(registerGroup, cast.tu, { ...point, hamletId: world().hamlets.mau1 });
  const atPoint = request({ place: 'support_point', groupId });
  for (const wrong of [atPoint, request({ place: 'support_point' }), request({ groupId })])
    expect(Object.keys((await problemOf(run(askSupport, cast.lan, wrong))).fields)).toEqual(['groupId']);
  for (const to of ['checked', 'recognised']) await run(setGroupState, cast.hanh, { groupId, to });
  const { id } = await run(askSupport, cast.lan, atPoint);
  expect(
    Object.keys(
      (await problemOf(run(assignSupport, cast.tu, { requestId: id, memberId: cast.binh.memberId }))).fields,
    ),
  ).toEqual(['memberId']);
  await run(assignSupport, cast.tu, { requestId: id, memberId: cast.lan.memberId });
  expect(
    Object.keys(
      (await problemOf(run(scheduleSupport, cast.lan, { requestId: id, scheduledOn: '2026-11-23' }))).fields,
    ),
  ).toEqual(['scheduledOn']);
});

test('help given at one of several points of a hamlet is counted at that point (W12)', async () => {
  const { cast, run, read, hamlets } = world();
  const points = [];
  for (const name of ['Điểm Văn phòng ấp', 'Điểm ở chợ']) {
    const point = { name, place: name, placeKind: 'other', hamletId: hamlets.mau1 };
    const { id: groupId } = await run(registerGroup, cast.tu, point);
    for (const to of ['checked', 'recognised']) await run(setGroupState, cast.hanh, { groupId, to });
    points.push(groupId);
  }
  const { id } = await run(
    askSupport,
    cast.lan,
    request({ place: 'support_point', groupId: points[1] ?? null }),
  );
  await run(assignSupport, cast.tu, { requestId: id, memberId: cast.lan.memberId });
  await run(finishSupport, cast.lan, { requestId: id, visit: visit({ form: 'support_point' }) });
  const counts = [];
  for (const groupId of points) {
    const log = await read(cast.tu, (ctx) => pointLog(ctx, groupId));
    counts.push([log?.month.visits, log?.month.unknown]);
  }
  expect(counts).toEqual([
    [0, 0],
    [1, 0],
  ]);
});

test('an end is an end, and only the steps of the drawing are taken', async () => {
  const { cast, run, read } = world();
  const { id } = await run(askSupport, cast.lan, request());
  const end = (to: string) => run(endSupport, cast.tu, { requestId: id, to });
  expect((await problemOf(end('no_show'))).code).toBe('state.conflict');
  expect(
    (await problemOf(run(scheduleSupport, cast.tu, { requestId: id, scheduledOn: '2026-11-30' }))).code,
  ).toBe('state.conflict');
  expect((await problemOf(run(finishSupport, cast.tu, { requestId: id, visit: visit() }))).code).toBe(
    'state.conflict',
  );
  expect(await visitsOf()).toEqual([]);
  await run(endSupport, cast.lan, { requestId: id, to: 'cancelled', note: 'Con cháu đã giúp.' });
  await end('cancelled');
  for (const attempt of [
    end('no_show'),
    run(assignSupport, cast.tu, { requestId: id, memberId: cast.lan.memberId }),
    run(finishSupport, cast.tu, { requestId: id, note: 'Đã cài xong.' }),
    run(rateSupport, cast.tu, { requestId: id, satisfaction: 'good' }),
  ])
    expect((await problemOf(attempt)).code).toBe('state.conflict');
  expect((await read(cast.tu, (ctx) => listSupportSteps(ctx, id))).map((one) => one.step)).toEqual([
    'new',
    'cancelled',
  ]);
});

test('who asked, who goes, who leads the hamlet and the offices see it; neighbours of another hamlet find nothing', async () => {
  const { cast, run, read } = world();
  const { id } = await run(askSupport, cast.tu, request());
  const sees = async (actor: typeof cast.lan) =>
    (await read(actor, (ctx) => listSupport(ctx))).map((one) => one.id);
  for (const actor of [cast.tu, cast.hanh, cast.tam, cast.dung, cast.minh, cast.quay])
    expect(await sees(actor)).toEqual([id]);
  for (const actor of [cast.lan, cast.sau, cast.binh, cast.phuc, cast.la, cast.doan, cast.quan, cast.loan]) {
    expect(await sees(actor)).toEqual([]);
    expect((await problemOf(read(actor, (ctx) => getSupport(ctx, id)))).code).toBe('not_found');
  }
  await run(assignSupport, cast.hanh, { requestId: id, memberId: cast.lan.memberId });
  expect(await sees(cast.lan)).toEqual([id]);
  for (const actor of [cast.binh, cast.loan, cast.phuc])
    expect((await problemOf(run(askSupport, actor, request()))).code).toBe('not_found');
});

test('the office sets the days by urgency from today on; who asked before keeps the days of then', async () => {
  const { cast, run, read } = world();
  const due = async (id: string) => (await read(cast.hanh, (ctx) => getSupport(ctx, id))).dueOn;
  const before = await run(askSupport, cast.lan, request({ urgency: 'ordinary' }));
  await run(keepSupportClock, cast.hanh, { urgent: '2', soon: '5', ordinary: '10' });
  const after = await run(askSupport, cast.lan, request({ urgency: 'ordinary' }));
  // Asked on 24 November: a week, then ten days.
  expect([await due(before.id), await due(after.id)]).toEqual(['2026-12-01', '2026-12-04']);
  expect((await problemOf(run(keepSupportClock, cast.minh, { urgent: 1, soon: 1, ordinary: 1 }))).code).toBe(
    'not_allowed',
  );
});
