import { beforeEach, expect, test } from 'vitest';
import type { Id } from '#shared/ids.ts';
import { problemOf, settleCatalogue, settleHome } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { answerCall, callUnit, withdrawCall } from './commands/call-units.server.ts';
import { decideCommendation, proposeCommendation, withdrawCommendation } from './commands/commend.server.ts';
import { moveMovement } from './commands/move-movement.server.ts';
import { cancelActivity, correctActivity, recordActivity } from './commands/record-activity.server.ts';
import { changeMovement, draftMovement } from './commands/write-movement.server.ts';
import { launched, movement, tell, written } from './emulation-world.test-support.ts';
import { getActivity, listActivities } from './queries/activities.server.ts';
import { listCalls } from './queries/calls.server.ts';
import { listCommendations } from './queries/commendations.server.ts';
import { getMovement, listMovements } from './queries/movements.server.ts';
import { emulationWaiting } from './waiting.server.ts';

/** R60–R62, R68, W13: how a movement is written, launched, joined, closed, and who is commended (issue 5, line 8). */
const world = useWorld();
beforeEach(() => settleCatalogue(world()));
const tilesOf = async (who: keyof ReturnType<typeof world>['cast']) =>
  (await world().read(world().cast[who], emulationWaiting))
    .filter((one) => one.count > 0)
    .map(({ key, count }) => [key, count]);

test('anh Đoàn writes it alone, launches it for all, and closes it on its last day; goals stand from the launch on', async () => {
  const { cast, run, read } = world();
  world().now = new Date('2026-11-15T01:00:00Z');
  const { id } = await run(draftMovement, cast.doan, written(world()));
  expect(await run(draftMovement, cast.doan, { ...written(world()), id })).toEqual({ id });
  expect((await problemOf(movement(world(), id, cast.lan))).code).toBe('not_found');
  expect(await read(cast.lan, listMovements)).toEqual([]);
  await run(changeMovement, cast.doan, {
    ...written(world(), { name: 'Đoàn viên tiên phong', places: ['ca-xa'] }),
    movementId: id,
  });
  expect(await movement(world(), id)).toMatchObject({
    name: 'Đoàn viên tiên phong',
    hamlets: [],
    state: 'draft',
  });
  expect((await movement(world(), id)).goals).toEqual([
    { measure: 'people_vneid', reach: 'all', goal: 20 },
    { measure: 'homes_met', reach: 'each', goal: 10 },
  ]);
  const move = (to: string, note?: string) => run(moveMovement, cast.doan, { movementId: id, to, note });
  await move('launched');
  expect((await movement(world(), id, cast.lan)).state).toBe('launched');
  expect(
    (await problemOf(run(changeMovement, cast.doan, { ...written(world()), movementId: id }))).code,
  ).toBe('state.conflict');
  expect((await problemOf(move('closed'))).code).toBe('state.conflict');
  expect(Object.keys((await problemOf(move('cancelled'))).fields)).toEqual(['note']);
  world().now = new Date('2026-11-21T01:00:00Z');
  expect(await tilesOf('doan')).toEqual([['emulation ended', 1]]);
  expect(await tilesOf('tu')).toEqual([]);
  await move('closed');
  expect((await problemOf(move('cancelled', 'Nhầm'))).code).toBe('state.conflict');
  expect(await tilesOf('doan')).toEqual([]);
});

test('a movement needs a goal from the product’s own figures, a place, and days in their order', async () => {
  const { cast, run } = world();
  const empty = written(world(), { goals: [{ measure: 'homes_met', goal: '' }], places: [] });
  expect(Object.keys((await problemOf(run(draftMovement, cast.hanh, empty))).fields).sort()).toEqual([
    'goals',
    'places',
  ]);
  const turned = written(world(), { endsOn: '14/11/2026' });
  expect(Object.keys((await problemOf(run(draftMovement, cast.hanh, turned))).fields)).toEqual(['endsOn']);
  const invented = written(world(), { goals: [{ measure: 'likes', goal: '5' }] });
  expect((await problemOf(run(draftMovement, cast.hanh, invented))).code).toBe('input.invalid');
  for (const who of ['lan', 'tu', 'dung', 'minh', 'loan'] as const)
    expect((await problemOf(run(draftMovement, cast[who], written(world())))).code).toBe('not_allowed');
  expect((await problemOf(run(draftMovement, cast.phuc, written(world())))).code).toBe('not_found');
});

const outing = (movementId: Id, more: object = {}) => ({
  movementId,
  hamletId: world().hamlets.mau1,
  heldOn: '18/11/2026',
  place: 'Nhà văn hóa ấp',
  work: 'Giúp bà con cài VNeID',
  memberIds: [world().cast.lan.memberId],
  groups: [
    { unitName: 'Trường THCS Mẫu', teachers: '2', pupils: '15', others: '' },
    { unitName: '', teachers: '', pupils: '', others: '' },
  ],
  ...more,
});

test('chú Tư writes the outing down with members by name and the school in numbers, mends it, and takes it back', async () => {
  const { cast, hamlets, run, read } = world();
  const movementId = await launched(world());
  const { id } = await run(recordActivity, cast.tu, outing(movementId));
  const all = async () =>
    read(cast.lan, async (ctx) => listActivities(ctx, await getMovement(ctx, movementId)));
  expect(await all()).toMatchObject([
    {
      members: [{ name: 'Nguyễn Thị Lan' }],
      groups: [{ unitName: 'Trường THCS Mẫu', teachers: 2, pupils: 15, others: 0 }],
    },
  ]);
  expect(
    (await problemOf(run(recordActivity, cast.tu, outing(movementId, { hamletId: hamlets.mau2 })))).code,
  ).toBe('not_allowed');
  expect((await problemOf(run(recordActivity, cast.lan, outing(movementId)))).code).toBe('not_allowed');
  const wrong: [object, string[]][] = [
    [{ heldOn: '14/11/2026' }, ['heldOn']],
    [{ heldOn: '21/11/2026' }, ['heldOn']],
    [{ hamletId: hamlets.mau3 }, ['hamletId']],
    [{ memberIds: [], groups: [] }, ['memberIds']],
    [{ groups: [{ unitName: 'Trường THCS Mẫu', teachers: '' }] }, ['groups.0.others']],
  ];
  for (const [more, fields] of wrong)
    expect(
      Object.keys((await problemOf(run(recordActivity, cast.hanh, outing(movementId, more)))).fields),
    ).toEqual(fields);
  const { movementId: _of, ...told } = outing(movementId, { heldOn: '19/11/2026' });
  const mended = await run(correctActivity, cast.tu, { ...told, activityId: id, reason: 'Ghi nhầm ngày' });
  expect(await all()).toMatchObject([{ id: mended.id, heldOn: '2026-11-19' }]);
  expect((await problemOf(read(cast.tu, (ctx) => getActivity(ctx, id)))).code).toBe('not_found');
  await run(cancelActivity, cast.doan, { activityId: mended.id, reason: 'Trời mưa, không đi' });
  expect(await all()).toEqual([]);
});

test('a school that was called answers itself; for others it is written down with its source; who is silent waits on the first page', async () => {
  const { cast, hamlets, run, read } = world();
  const movementId = await launched(world(), { endsOn: '30/11/2026' });
  // Of cô Hạnh's movement, to which anh Đoàn is called as a unit.
  const wide = await run(draftMovement, cast.hanh, written(world(), { endsOn: '30/11/2026' }));
  await run(moveMovement, cast.hanh, { movementId: wide.id, to: 'launched' });
  const school = await run(callUnit, cast.doan, { movementId, unitName: 'Trường THCS Mẫu' });
  expect(
    Object.keys(
      (await problemOf(run(callUnit, cast.doan, { movementId, unitName: 'trường thcs mẫu' }))).fields,
    ),
  ).toEqual(['unitName']);
  const office = await run(callUnit, cast.hanh, {
    movementId: wide.id,
    unitName: 'Đoàn xã',
    accountId: cast.doan.accountId,
  });
  expect(await tilesOf('doan')).toEqual([
    ['emulation unanswered', 1],
    ['emulation asked', 1],
  ]);
  const answer = { callId: office.id, to: 'accepted', people: '12', hamletIds: [hamlets.mau1] };
  expect((await problemOf(run(answerCall, cast.loan, answer))).code).toBe('not_allowed');
  await run(answerCall, cast.doan, answer);
  const typed = { callId: school.id, to: 'reported', people: '17', answer: 'Phát 200 tờ rơi' };
  expect(Object.keys((await problemOf(run(answerCall, cast.doan, typed))).fields)).toEqual(['source']);
  expect(Object.keys((await problemOf(run(answerCall, cast.doan, { ...typed, people: '' }))).fields)).toEqual(
    ['people'],
  );
  await run(answerCall, cast.doan, { ...typed, source: 'Điện thoại ngày 20/11' });
  expect((await problemOf(run(withdrawCall, cast.doan, { callId: school.id }))).code).toBe('state.conflict');
  expect(await tilesOf('doan')).toEqual([]);
  expect(await read(cast.lan, async (ctx) => listCalls(ctx, await getMovement(ctx, wide.id)))).toMatchObject([
    { unitName: 'Đoàn xã', state: 'accepted', people: 12, hamlets: [{ name: 'Ấp Mẫu 1' }], source: null },
  ]);
});

test('after the closing the ranking is commended from, and ông Minh says yes or no; nobody confirms the own proposal', async () => {
  const { cast, hamlets, run, read } = world();
  const movementId = await launched(world());
  const home = await settleHome(world());
  await tell(world(), [
    { by: cast.lan, hamletId: hamlets.mau1, householdId: home.id, at: new Date('2026-11-16T02:00:00Z') },
  ]);
  const reason = 'Giúp nhiều hộ nhất';
  const lan = { movementId, subject: `member:${cast.lan.memberId}`, measure: 'homes_met', reason };
  expect((await problemOf(run(proposeCommendation, cast.doan, lan))).code).toBe('state.conflict');
  await run(moveMovement, cast.doan, { movementId, to: 'closed' });
  const { id } = await run(proposeCommendation, cast.doan, lan);
  expect(Object.keys((await problemOf(run(proposeCommendation, cast.doan, lan))).fields)).toEqual([
    'subject',
  ]);
  // Bà Sáu's team counted nothing, so that there is nothing to commend it for.
  const sau = { ...lan, subject: `member:${cast.sau.memberId}` };
  expect(Object.keys((await problemOf(run(proposeCommendation, cast.doan, sau))).fields)).toEqual([
    'subject',
  ]);
  const other = await run(proposeCommendation, cast.doan, { ...lan, subject: `hamlet:${hamlets.mau1}` });
  await run(withdrawCommendation, cast.doan, { commendationId: other.id });
  const list = (who: typeof cast.lan) =>
    read(who, async (ctx) => listCommendations(ctx, await getMovement(ctx, movementId)));
  expect(await list(cast.lan)).toEqual([]);
  expect(await tilesOf('minh')).toEqual([['emulation commend', 1]]);
  for (const who of [cast.doan, cast.tam])
    expect(
      (await problemOf(run(decideCommendation, who, { commendationId: id, to: 'confirmed' }))).code,
    ).toBe('not_allowed');
  expect(
    Object.keys(
      (await problemOf(run(decideCommendation, cast.minh, { commendationId: id, to: 'declined' }))).fields,
    ),
  ).toEqual(['note']);
  await run(decideCommendation, cast.minh, { commendationId: id, to: 'confirmed' });
  expect(
    (
      await problemOf(
        run(decideCommendation, cast.minh, { commendationId: id, to: 'declined', note: 'Thôi' }),
      )
    ).code,
  ).toBe('state.conflict');
  expect(await list(cast.lan)).toMatchObject([
    { name: 'Nguyễn Thị Lan', figure: 1, rank: 1, state: 'confirmed', hamletName: 'Ấp Mẫu 1' },
  ]);
  expect(await list(cast.binh)).toEqual([]);
});
