import { expect, test } from 'vitest';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { getTask } from '#features/tasks/queries/find-task.server.ts';
import { listChecks } from '#features/tasks/queries/task-story.server.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { useWorld, type CastName } from '#tests/world.ts';
import { phoneBook } from './book.server.ts';

/** Work on a phone without a network (issue 5, line 1): what was given is in its book, what is done comes through the outbox. */
const world = useWorld();
const bookOf = (who: CastName) => world().read(world().cast[who], phoneBook);
const give = async (of: CastName, more: object = {}) => {
  const { taskIds } = await world().run(giveTasks, world().cast.tu, {
    title: 'Phát tờ rơi ở chợ',
    assignees: [`member:${world().cast[of].memberId}`],
    dueOn: '2026-11-30',
    checklist: 'Nhận tờ rơi\nPhát ở chợ',
    ...more,
  });
  return taskIds[0] ?? '';
};

test('chị Lan takes it up, ticks and finishes it on her phone; chú Tư sends it back, and the phone says why', async () => {
  const { cast, run, read } = world();
  const phone = await settlePhone(world(), 'lan');
  const taskId = await give('lan');
  expect((await bookOf('lan')).book.tasks).toMatchObject([
    {
      title: 'Phát tờ rơi ở chợ',
      giver: 'Lê Văn Tư',
      state: 'new',
      checks: [{ done: false }, { done: false }],
    },
  ]);
  for (const input of [{ to: 'accepted' }, { to: 'done', note: 'Đã phát 60 tờ' }]) {
    if (input.to === 'done')
      expect(await phone.tell('task.tick', { taskId, position: 2 })).toMatchObject({ status: 'ok' });
    expect(await phone.tell('task.move', { taskId, ...input })).toMatchObject({ status: 'ok' });
  }
  expect(await read(cast.tu, (ctx) => getTask(ctx, taskId))).toMatchObject({ state: 'done', checksDone: 1 });
  expect((await read(cast.tu, (ctx) => listChecks(ctx, taskId))).map(({ doneBy }) => doneBy)).toEqual([
    null,
    'Nguyễn Thị Lan',
  ]);
  await run(moveTask, cast.tu, { taskId, to: 'returned', note: 'Còn tổ 4' });
  expect((await bookOf('lan')).book.tasks).toMatchObject([{ state: 'returned', note: 'Còn tổ 4' }]);
});

test('a task that was called off meanwhile refuses what the phone tells, and says so', async () => {
  const { cast, run } = world();
  const phone = await settlePhone(world(), 'lan');
  const taskId = await give('lan');
  await run(moveTask, cast.tu, { taskId, to: 'cancelled', note: 'Xã đã phát' });
  expect(await phone.tell('task.move', { taskId, to: 'accepted' })).toMatchObject({
    status: 'rejected',
    code: 'state.conflict',
  });
});

test('a phone holds its owner’s tasks and no others, and the book stays the same until something changes', async () => {
  await give('lan');
  expect((await bookOf('lan')).book.tasks).toHaveLength(1);
  expect((await bookOf('tu')).book.tasks).toEqual([]);
  expect((await bookOf('binh')).book.tasks).toEqual([]);
  const { hash } = await bookOf('lan');
  world().now = new Date('2026-12-20T02:00:00Z');
  expect((await bookOf('lan')).hash).toBe(hash);
});
