import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { problemOf } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { correctGroup } from './commands/correct-group.server.ts';
import { registerGroup } from './commands/register-group.server.ts';
import { setGroupState } from './commands/set-group-state.server.ts';
import { placeKinds } from './model.ts';
import { getGroup, listGroupEvents, listGroups } from './queries.server.ts';
import { officePreferred, placeKind } from './words.ts';

const world = useWorld();
/** Time goes on between two deeds. */
const anHourLater = () => {
  world().now = new Date(world().now.getTime() + 3_600_000);
};
const registration = () => ({
  hamletId: world().hamlets.mau1,
  name: 'Tổ tự quản công nghệ Ấp Mẫu 1',
  place: 'Văn phòng ấp',
  placeKind: 'hamlet_office',
  openingHours: 'Thứ Ba, thứ Năm 7 giờ 30 – 10 giờ 30',
});

test('chú Tư registers, cô Hạnh checks, recognises and opens; the story tells who and when', async () => {
  const { cast, run, read } = world();
  const { id } = await run(registerGroup, cast.tu, { ...registration(), registeredOn: '20/05/2026' });
  for (const [to, on] of [
    ['checked', '2026-06-02'],
    ['recognised', '2026-06-10'],
    ['active', '2026-06-15'],
  ]) {
    anHourLater();
    await run(setGroupState, cast.hanh, { groupId: id, to, on });
  }
  expect(await read(cast.lan, (ctx) => getGroup(ctx, id))).toMatchObject({
    state: 'active',
    stateOn: '2026-06-15',
    registeredOn: '2026-05-20',
    late: false,
    hamletName: 'Ấp Mẫu 1',
  });
  expect(await read(cast.hanh, (ctx) => listGroups(ctx, null))).toHaveLength(1);
  const story = await read(cast.tu, (ctx) => listGroupEvents(ctx, id));
  expect(story.map(({ actorName, from, to }) => [actorName, from, to])).toEqual([
    ['Lê Văn Tư', null, 'registered'],
    ['Đặng Thị Hạnh', 'registered', 'checked'],
    ['Đặng Thị Hạnh', 'checked', 'recognised'],
    ['Đặng Thị Hạnh', 'recognised', 'active'],
  ]);
});

test('after May it is taken and shown as late', async () => {
  const { cast, run, read, hamlets } = world();
  await run(registerGroup, cast.tu, registration());
  expect(await read(cast.tu, (ctx) => listGroups(ctx, hamlets.mau1))).toMatchObject([{ late: true }]);
});

test('says what people can do there and with what; the hamlet’s office is offered first (R17, R18)', async () => {
  const { cast, run, read } = world();
  const there = { services: 'Dịch vụ công, VNeID, thanh toán', equipment: '1 máy tính, 1 máy in' };
  const { id } = await run(registerGroup, cast.tu, { ...registration(), ...there });
  expect(await read(cast.lan, (ctx) => getGroup(ctx, id))).toMatchObject({
    ...there,
    placeKind: 'hamlet_office',
  });
  expect(placeKinds[0]).toBe('hamlet_office');
  expect(officePreferred).toContain(placeKind.hamlet_office);
});

test('no step is skipped, none goes back, a step sent twice is taken once', async () => {
  const { cast, run, read } = world();
  const { id } = await run(registerGroup, cast.tu, { ...registration(), registeredOn: '2026-11-01' });
  const step = (to: string, more: object = {}) => run(setGroupState, cast.hanh, { groupId: id, to, ...more });
  for (const to of ['recognised', 'active', 'suspended'])
    expect((await problemOf(step(to))).code).toBe('state.conflict');
  await step('checked', { on: '2026-11-10' });
  await step('checked', { on: '2026-11-10' });
  expect((await read(cast.hanh, (ctx) => listGroupEvents(ctx, id))).length).toBe(2);
  expect(Object.keys((await problemOf(step('recognised', { on: '2026-11-09' }))).fields)).toEqual(['on']);
  expect(Object.keys((await problemOf(step('recognised', { on: '2026-11-25' }))).fields)).toEqual(['on']);
  expect((await problemOf(step('registered'))).code).toBe('not_allowed');
  await step('closed');
  for (const to of ['checked', 'recognised', 'active', 'suspended'])
    expect((await problemOf(step(to))).code).toBe('state.conflict');
});

test('only the head registers, only the office approves; foreign hamlets and communes find nothing', async () => {
  const { cast, run, read, hamlets } = world();
  for (const actor of [cast.lan, cast.hanh, cast.dung])
    expect((await problemOf(run(registerGroup, actor, registration()))).code).toBe('not_allowed');
  for (const actor of [cast.binh, cast.sau, cast.la, cast.phuc])
    expect((await problemOf(run(registerGroup, actor, registration()))).code).toBe('not_found');
  const { id } = await run(registerGroup, cast.tu, registration());
  for (const actor of [cast.tu, cast.dung, cast.minh])
    expect((await problemOf(run(setGroupState, actor, { groupId: id, to: 'checked' }))).code).toBe(
      'not_allowed',
    );
  for (const actor of [cast.sau, cast.la, cast.phuc]) {
    expect((await problemOf(run(setGroupState, actor, { groupId: id, to: 'checked' }))).code).toBe(
      'not_found',
    );
    expect((await problemOf(read(actor, (ctx) => getGroup(ctx, id)))).code).toBe('not_found');
    expect((await problemOf(read(actor, (ctx) => listGroups(ctx, hamlets.mau1)))).code).toBe('not_found');
  }
  await run(setGroupState, cast.tu, { groupId: id, to: 'closed' });
});

test('the same registration twice is one; the same name twice in a hamlet is refused; corrections tell what changed', async () => {
  const { cast, run, read } = world();
  const input = { ...registration(), id: newId(world().now) };
  const first = await run(registerGroup, cast.tu, input);
  expect(await run(registerGroup, cast.tu, input)).toEqual(first);
  expect((await problemOf(run(registerGroup, cast.tu, registration()))).code).toBe('duplicate');
  const { hamletId: _, ...rest } = registration();
  anHourLater();
  await run(correctGroup, cast.tu, { ...rest, groupId: first.id });
  await run(correctGroup, cast.tu, { ...rest, groupId: first.id, openingHours: 'Sáng thứ Bảy' });
  expect((await read(cast.tu, (ctx) => listGroupEvents(ctx, first.id))).map((event) => event.name)).toEqual([
    'group.registered',
    'group.corrected',
  ]);
  expect(await read(cast.tu, (ctx) => getGroup(ctx, first.id))).toMatchObject({
    openingHours: 'Sáng thứ Bảy',
  });
});
