import { beforeEach, expect, test } from 'vitest';
import { newId, type Id } from '#shared/ids.ts';
import { problemOf, settleCatalogue, settleHome } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { correctVisit } from '#features/visits/commands/correct-visit.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { assessGroup } from './commands/assess-group.server.ts';
import { addGroupMember, endGroupMember } from './commands/keep-members.server.ts';
import { recordPointVisit } from './commands/record-point-visit.server.ts';
import { registerGroup } from './commands/register-group.server.ts';
import { setGroupState } from './commands/set-group-state.server.ts';
import { groupsCare, listAssessments, listGroupMembers } from './queries/group-members.server.ts';
import { pointLog } from './queries/point-log.server.ts';
import { listGroupEvents } from './queries.server.ts';

/** W12, R18, R72: members, assessment and the log of the point. */
const world = useWorld();
let id: Id;

beforeEach(async () => {
  await settleCatalogue(world());
  const { cast, run, hamlets } = world();
  id = (
    await run(registerGroup, cast.tu, {
      hamletId: hamlets.mau1,
      name: 'Tổ tự quản công nghệ Ấp Mẫu 1',
      place: 'Văn phòng ấp',
      placeKind: 'hamlet_office',
      registeredOn: '2026-05-12',
    })
  ).id;
});
const anHourLater = () => (world().now = new Date(world().now.getTime() + 3_600_000));
const add = (fullName: string, more: object = {}) =>
  world().run(addGroupMember, world().cast.tu, { groupId: id, fullName, ...more });
const members = async () =>
  (await world().read(world().cast.lan, (ctx) => listGroupMembers(ctx, id))).map((one) => [
    one.fullName,
    one.role,
    one.duty,
  ]);
const open = async () => {
  for (const to of ['checked', 'recognised', 'active'])
    await world().run(setGroupState, world().cast.hanh, { groupId: id, to });
};

test('chú Tư names who is on duty; who is in charge stands first, then by given name', async () => {
  await add('Trần Thị Yến', { duty: 'chiều thứ Năm' });
  await add('Lê Văn An');
  await add('Nguyễn Thị Lan', { role: 'lead', duty: 'sáng thứ Ba' });
  expect(await members()).toEqual([
    ['Nguyễn Thị Lan', 'lead', 'sáng thứ Ba'],
    ['Lê Văn An', 'member', null],
    ['Trần Thị Yến', 'member', 'chiều thứ Năm'],
  ]);
});

test('a name is there once, one is in charge, a form sent twice writes once', async () => {
  const memberId = newId(world().now);
  await add('Nguyễn Thị Lan', { id: memberId, role: 'lead' });
  await add('Nguyễn Thị Lan', { id: memberId, role: 'lead' });
  expect(await members()).toHaveLength(1);
  expect((await problemOf(add('nguyễn thị lan'))).fields['fullName']).toContain('đã có');
  expect((await problemOf(add('Lê Văn An', { role: 'lead' }))).fields['role']).toContain('đã có');
});

test('who leaves is no longer listed, the story keeps them, and another may take charge', async () => {
  const { cast, run, read } = world();
  const lan = await add('Nguyễn Thị Lan', { role: 'lead' });
  anHourLater();
  await run(endGroupMember, cast.tu, { groupId: id, memberId: lan.id });
  await run(endGroupMember, cast.tu, { groupId: id, memberId: lan.id });
  anHourLater();
  await add('Lê Văn An', { role: 'lead' });
  expect(await members()).toEqual([['Lê Văn An', 'lead', null]]);
  expect((await read(cast.tu, (ctx) => listGroupEvents(ctx, id))).map(({ name }) => name)).toEqual([
    'group.registered',
    'group.member_added',
    'group.member_ended',
    'group.member_added',
  ]);
  const stranger = run(endGroupMember, cast.tu, { groupId: id, memberId: newId(world().now) });
  expect((await problemOf(stranger)).code).toBe('not_found');
});

test('cô Hạnh assesses a group that works; one that is not open yet is assessed by nobody', async () => {
  const { cast, run, read } = world();
  const assess = (grade: string, on: string) => run(assessGroup, cast.hanh, { groupId: id, grade, on });
  expect((await problemOf(assess('good', '2026-11-20'))).code).toBe('not_allowed');
  await open();
  expect((await problemOf(assess('good', '2026-12-20'))).fields['on']).toContain('chưa tới');
  anHourLater();
  await assess('weak', world().now.toISOString().slice(0, 10));
  anHourLater();
  await assess('good', world().now.toISOString().slice(0, 10));
  const found = await read(cast.tu, (ctx) => listAssessments(ctx, id));
  expect(found.map(({ grade, byName }) => [grade, byName])).toEqual([
    ['good', 'Đặng Thị Hạnh'],
    ['weak', 'Đặng Thị Hạnh'],
  ]);
  await add('Nguyễn Thị Lan', { role: 'lead' });
  expect((await read(cast.hanh, groupsCare)).get(id)).toMatchObject({
    lead: 'Nguyễn Thị Lan',
    members: 1,
    grade: 'good',
  });
});

test('the log of the point counts lượt, hộ and người apart, of this hamlet and this form only', async () => {
  const { cast, run, read } = world();
  await open();
  const first = await settleHome(world(), { people: 3 });
  const second = await settleHome(world(), { people: 1 });
  const away = await settleHome(world(), { hamlet: 'mau2' });
  const come = (
    actor: typeof cast.lan,
    home: typeof first,
    on: string,
    met: readonly (Id | undefined)[],
    form = 'support_point',
  ) =>
    run(recordVisit, actor, {
      householdId: home.id,
      visitedOn: on,
      met: 'someone',
      form,
      metResidents: met,
    });
  await come(cast.lan, first, '2026-11-03', [first.people[0], first.people[1]]);
  await come(cast.lan, first, '2026-11-10', [first.people[0]]);
  await come(cast.lan, second, '2026-10-10', [second.people[0]]);
  await come(cast.lan, second, '2026-11-11', [second.people[0]], 'home_visit');
  await come(cast.binh, away, '2026-11-12', [away.people[0]]);
  expect(await read(cast.tu, (ctx) => pointLog(ctx, id))).toEqual({
    month: { visits: 2, households: 1, people: 2, unknown: 0 },
    year: { visits: 3, households: 2, people: 3, unknown: 0 },
  });
});

test('of several points of a hamlet each has its own log; a visit of which nobody said where is shared out to none', async () => {
  const { cast, run, read, hamlets } = world();
  await open();
  const other = await run(registerGroup, cast.tu, {
    hamletId: hamlets.mau1,
    name: 'Điểm ở trường',
    place: 'Trường mẫu giáo',
    placeKind: 'school',
  });
  const home = await settleHome(world(), { people: 1 });
  const visit = { householdId: home.id, met: 'someone', form: 'support_point', metResidents: home.people };
  const logs = async () => {
    const log = async (groupId: Id) => (await read(cast.tu, (ctx) => pointLog(ctx, groupId)))?.month;
    const [here, there] = [await log(id), await log(other.id)];
    return [here?.visits, there?.visits, here?.unknown, there?.unknown];
  };
  // The school's point helps nobody yet: there is only one where the visit can have been.
  await run(recordVisit, cast.lan, visit);
  expect(await logs()).toEqual([1, 0, 0, 0]);
  for (const to of ['checked', 'recognised']) await run(setGroupState, cast.hanh, { groupId: other.id, to });
  const { id: unknown } = await run(recordVisit, cast.lan, visit);
  const { id: there } = await run(recordPointVisit, cast.lan, { ...visit, groupId: other.id });
  expect(await logs()).toEqual([1, 1, 1, 1]);
  // A correction stays where the visit was; a visit that was somewhere else is at no point.
  await run(correctVisit, cast.lan, { ...visit, visitId: there, reason: 'Sửa ghi chú', note: 'Cài lại' });
  expect(await logs()).toEqual([1, 1, 1, 1]);
  await run(correctVisit, cast.lan, { ...visit, visitId: unknown, form: 'home_visit', reason: 'Tại nhà' });
  expect(await logs()).toEqual([1, 1, 0, 0]);
});

test('a point is one of the hamlet where people are helped, and only of a visit that was at one', async () => {
  const { cast, run } = world();
  const home = await settleHome(world(), { people: 1 });
  const away = await settleHome(world(), { hamlet: 'mau2', people: 1 });
  const come = (actor: typeof cast.lan, at: typeof home, more: object = {}) =>
    problemOf(
      run(recordPointVisit, actor, {
        householdId: at.id,
        met: 'someone',
        form: 'support_point',
        groupId: id,
        ...more,
      }),
    );
  expect((await come(cast.lan, home)).fields['groupId']).toContain('không còn giúp');
  await open();
  expect((await come(cast.binh, away)).fields['groupId']).toContain('ấp khác');
  expect((await come(cast.lan, home, { form: 'home_visit' })).fields['groupId']).toContain('hình thức');
  expect((await come(cast.lan, home, { met: 'nobody', metResidents: home.people })).code).toBe(
    'input.invalid',
  );
  expect((await come(cast.lan, away)).code).toBe('not_found');
});
