import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { problemOf } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import { correctObstacle } from './commands/correct-obstacle.server.ts';
import { directObstacle } from './commands/direct-obstacle.server.ts';
import { keepClock } from './commands/keep-clock.server.ts';
import { moveObstacle } from './commands/move-obstacle.server.ts';
import { raiseObstacle } from './commands/raise-obstacle.server.ts';
import { getObstacle, listObstacles, listObstacleSteps } from './queries/obstacles.server.ts';
import { obstacleStates } from './model.ts';

const world = useWorld();
const days = (count: number) => {
  world().now = new Date(world().now.getTime() + count * 86_400_000);
};
const weak = () => ({
  hamletId: world().hamlets.mau1,
  kind: 'obstacle',
  pillar: 'society',
  title: 'Sóng yếu ở cuối ấp',
  description: 'Bà con dọc kênh không mở được VNeID.',
  households: '12',
  severity: 'moderate',
});

test('chị Lan raises, chú Tư cannot do it, ông Minh decides, cô Hạnh answers, chị Lan confirms: all of it is told', async () => {
  const { cast, run, read } = world();
  const { id } = await run(raiseObstacle, cast.lan, weak());
  const move = (actor: typeof cast.lan, to: string, more: object = {}) =>
    run(moveObstacle, actor, { obstacleId: id, to, ...more });
  await move(cast.tu, 'triaged', { level: 'hamlet' });
  await move(cast.tu, 'in_progress');
  await move(cast.tu, 'escalated', { note: 'Ấp không có trạm phát.' });
  expect(await read(cast.lan, (ctx) => getObstacle(ctx, id))).toMatchObject({
    level: 'commune',
    state: 'escalated',
  });
  await move(cast.hanh, 'triaged');
  await move(cast.hanh, 'escalated', { note: 'Phải có doanh nghiệp viễn thông.' });
  expect((await problemOf(move(cast.hanh, 'triaged'))).code).toBe('not_allowed');
  await run(directObstacle, cast.minh, {
    obstacleId: id,
    directive: 'Xã làm việc với doanh nghiệp viễn thông.',
    level: 'commune',
    dueOn: '2026-12-01',
  });
  await move(cast.hanh, 'in_progress');
  await move(cast.hanh, 'resolved', { note: 'Đã lắp trạm phát sóng, xin bà con thử lại.' });
  await move(cast.lan, 'confirmed');
  expect(await read(cast.lan, (ctx) => getObstacle(ctx, id))).toMatchObject({
    state: 'confirmed',
    level: 'commune',
    households: 12,
    answer: 'Đã lắp trạm phát sóng, xin bà con thử lại.',
    directive: 'Xã làm việc với doanh nghiệp viễn thông.',
  });
  const story = await read(cast.lan, (ctx) => listObstacleSteps(ctx, id));
  expect(story.map(({ step, level, actorName }) => [step, level, actorName])).toEqual([
    ['raised', 'hamlet', 'Nguyễn Thị Lan'],
    ['triaged', 'hamlet', 'Lê Văn Tư'],
    ['in_progress', 'hamlet', 'Lê Văn Tư'],
    ['escalated', 'commune', 'Lê Văn Tư'],
    ['triaged', 'commune', 'Đặng Thị Hạnh'],
    ['escalated', 'province', 'Đặng Thị Hạnh'],
    ['directed', 'commune', 'Lý Quang Minh'],
    ['in_progress', 'commune', 'Đặng Thị Hạnh'],
    ['resolved', 'commune', 'Đặng Thị Hạnh'],
    ['confirmed', 'commune', 'Nguyễn Thị Lan'],
  ]);
});

test('nothing is resolved without an answer, nothing goes up without a reason, only who raised it says that it is done', async () => {
  const { cast, run, read } = world();
  const { id } = await run(raiseObstacle, cast.lan, weak());
  const move = (actor: typeof cast.lan, to: string, more: object = {}) =>
    run(moveObstacle, actor, { obstacleId: id, to, ...more });
  expect(Object.keys((await problemOf(move(cast.hanh, 'triaged'))).fields)).toEqual(['level']);
  expect(Object.keys((await problemOf(move(cast.hanh, 'triaged', { level: 'province' }))).fields)).toEqual([
    'level',
  ]);
  await move(cast.hanh, 'triaged', { level: 'commune' });
  await move(cast.hanh, 'in_progress');
  for (const note of ['', '   ', undefined])
    for (const to of ['resolved', 'escalated'])
      expect(Object.keys((await problemOf(move(cast.hanh, to, { note }))).fields)).toEqual(['note']);
  await move(cast.hanh, 'resolved', { note: 'Đã hướng dẫn dùng Wi-Fi của Văn phòng ấp.' });
  days(400);
  // A year later it still waits, and is in every list of what is not closed.
  expect(await read(cast.hanh, (ctx) => listObstacles(ctx, { open: true }))).toMatchObject([
    { id, state: 'resolved', overdue: 0 },
  ]);
  for (const actor of [cast.hanh, cast.tu, cast.minh])
    for (const to of ['confirmed', 'escalated'])
      expect((await problemOf(move(actor, to, { note: 'Xong' }))).code).toBe('not_allowed');
  await move(cast.lan, 'escalated', { note: 'Vẫn chưa có sóng.' });
  const again = await read(cast.lan, (ctx) => getObstacle(ctx, id));
  // Who is asked now has all the days of the clock; the answer that was not enough stays in the story.
  expect(again).toMatchObject({ state: 'escalated', level: 'province', overdue: 0 });
  expect((await read(cast.lan, (ctx) => listObstacleSteps(ctx, id))).map((one) => one.note)).toContain(
    'Đã hướng dẫn dùng Wi-Fi của Văn phòng ấp.',
  );
});

test('the clock is a setting: what was raised keeps its days, what comes after has the new ones', async () => {
  const { cast, run, read } = world();
  const first = await run(raiseObstacle, cast.lan, weak());
  expect((await read(cast.lan, (ctx) => getObstacle(ctx, first.id))).dueOn).toBe('2026-12-01');
  for (const actor of [cast.lan, cast.tu, cast.minh, cast.quan])
    expect((await problemOf(run(keepClock, actor, { severe: 1, moderate: 2, minor: 3 }))).code).toBe(
      'not_allowed',
    );
  expect(
    Object.keys((await problemOf(run(keepClock, cast.hanh, { severe: 0, moderate: 2, minor: 400 }))).fields),
  ).toEqual(['severe', 'minor']);
  await run(keepClock, cast.hanh, { severe: 1, moderate: 2, minor: 3 });
  const second = await run(raiseObstacle, cast.lan, weak());
  expect((await read(cast.lan, (ctx) => getObstacle(ctx, second.id))).dueOn).toBe('2026-11-26');
  expect((await read(cast.lan, (ctx) => getObstacle(ctx, first.id))).dueOn).toBe('2026-12-01');
  days(3);
  expect((await read(cast.lan, (ctx) => getObstacle(ctx, second.id))).overdue).toBe(1);
  await run(moveObstacle, cast.tu, {
    obstacleId: second.id,
    to: 'triaged',
    level: 'hamlet',
    severity: 'minor',
  });
  expect((await read(cast.lan, (ctx) => getObstacle(ctx, second.id))).dueOn).toBe('2026-11-27');
});

test('sent twice is raised once; words are put right until somebody has taken it up; secrets are refused', async () => {
  const { cast, run, read } = world();
  const input = { ...weak(), id: newId(world().now) };
  expect(await run(raiseObstacle, cast.lan, input)).toEqual(await run(raiseObstacle, cast.lan, input));
  expect((await problemOf(run(raiseObstacle, cast.tu, input))).code).toBe('duplicate');
  const { hamletId: _, ...rest } = weak();
  const correct = (actor: typeof cast.lan, more: object) =>
    run(correctObstacle, actor, { ...rest, obstacleId: input.id, ...more });
  await correct(cast.lan, {});
  await correct(cast.lan, { households: '', severity: 'severe' });
  expect((await problemOf(correct(cast.tu, {}))).code).toBe('not_allowed');
  expect(await read(cast.tu, (ctx) => getObstacle(ctx, input.id))).toMatchObject({
    households: null,
    dueOn: '2026-11-27',
  });
  for (const field of ['title', 'description'])
    expect(
      Object.keys((await problemOf(correct(cast.lan, { [field]: 'Mã OTP của ông Ba là 482913' }))).fields),
    ).toEqual([field]);
  await run(moveObstacle, cast.tu, { obstacleId: input.id, to: 'triaged', level: 'hamlet' });
  expect((await problemOf(correct(cast.lan, {}))).code).toBe('not_allowed');
  expect((await read(cast.lan, (ctx) => listObstacleSteps(ctx, input.id))).map((one) => one.step)).toEqual([
    'raised',
    'corrected',
    'triaged',
  ]);
});

test('hamlets see their own, the province what was put to it, others their own words only', async () => {
  const { cast, run, read, hamlets } = world();
  const { id } = await run(raiseObstacle, cast.lan, weak());
  const own = await run(raiseObstacle, cast.thu, { ...weak(), hamletId: null, title: 'Máy in hỏng' });
  const titles = async (actor: typeof cast.lan) =>
    (await read(actor, (ctx) => listObstacles(ctx))).map((one) => one.title).sort();
  expect(await titles(cast.tu)).toEqual(['Sóng yếu ở cuối ấp']);
  expect(await titles(cast.thu)).toEqual(['Máy in hỏng']);
  for (const actor of [cast.hanh, cast.tam, cast.dung, cast.minh])
    expect(await titles(actor)).toEqual(['Máy in hỏng', 'Sóng yếu ở cuối ấp']);
  for (const actor of [cast.sau, cast.binh, cast.phuc, cast.la, cast.quan]) {
    expect(await titles(actor)).toEqual([]);
    expect((await problemOf(read(actor, (ctx) => getObstacle(ctx, id)))).code).toBe('not_found');
    expect((await problemOf(run(moveObstacle, actor, { obstacleId: id, to: 'confirmed' }))).code).toBe(
      'not_found',
    );
  }
  await run(moveObstacle, cast.hanh, { obstacleId: own.id, to: 'triaged' });
  await run(moveObstacle, cast.hanh, { obstacleId: own.id, to: 'escalated', note: 'Cần tỉnh cấp máy.' });
  expect(await titles(cast.phuc)).toEqual([]);
  await run(directObstacle, cast.minh, {
    obstacleId: own.id,
    directive: 'Kiến nghị tỉnh.',
    level: 'province',
  });
  expect(await titles(cast.phuc)).toEqual(['Máy in hỏng']);
  expect((await problemOf(run(raiseObstacle, cast.binh, { ...weak(), hamletId: hamlets.mau1 }))).code).toBe(
    'not_found',
  );
});

test('from every state only the steps of the drawing are taken, whoever asks', async () => {
  const { cast, run, read } = world();
  const way: [string, typeof cast.lan, object][] = [
    ['triaged', cast.hanh, { level: 'commune' }],
    ['in_progress', cast.hanh, {}],
    ['resolved', cast.hanh, { note: 'Đã xong.' }],
    ['confirmed', cast.lan, {}],
  ];
  const drawn: Record<string, readonly string[]> = {
    raised: ['triaged'],
    triaged: ['in_progress', 'escalated'],
    in_progress: ['resolved', 'escalated'],
    resolved: ['confirmed', 'escalated'],
    confirmed: [],
  };
  const { id } = await run(raiseObstacle, cast.lan, weak());
  for (const [next, actor, more] of [...way, null].map((one) => one ?? (['', cast.lan, {}] as const))) {
    const { state } = await read(cast.hanh, (ctx) => getObstacle(ctx, id));
    for (const to of obstacleStates) {
      if (to === state || drawn[state]?.includes(to)) continue;
      for (const asker of [cast.lan, cast.tu, cast.hanh, cast.minh])
        expect(['state.conflict', 'not_allowed']).toContain(
          (await problemOf(run(moveObstacle, asker, { obstacleId: id, to, note: 'Lời', level: 'commune' })))
            .code,
        );
    }
    expect((await read(cast.hanh, (ctx) => getObstacle(ctx, id))).state).toBe(state);
    if (next !== '') await run(moveObstacle, actor, { obstacleId: id, to: next, ...more });
  }
  expect(
    (await problemOf(run(directObstacle, cast.minh, { obstacleId: id, directive: 'Làm lại.' }))).code,
  ).toBe('not_allowed');
});
