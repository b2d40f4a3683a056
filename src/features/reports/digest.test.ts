import { expect, test } from 'vitest';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { useWorld } from '#tests/world.ts';
import { digestText } from './model/digest.ts';
import { runningDigest } from './queries/running-digest.server.ts';
import { layGroundFor, problemOf, settleHomes, visit } from './report-world.test-support.ts';

const world = useWorld();

test('chú Tư copies what his team did in seven days for the Zalo group, with thanks (R45)', async () => {
  await layGroundFor(world());
  const homes = await settleHomes(world(), 'mau1', 4);
  const { cast, hamlets, read } = world();
  const [first, second] = homes;
  if (!first || !second) throw new Error('no homes');
  const on = (day: string) => new Date(`${day}T03:00:00Z`);
  await visit(world(), cast.lan, first, '2026-11-16', {}, on('2026-11-16'));
  await visit(
    world(),
    cast.lan,
    second,
    '2026-11-20',
    { guidances: [{ residentId: second.people[0], platform: 'vneid', outcome: 'activated' }] },
    on('2026-11-20'),
  );
  await visit(world(), cast.tu, second, '2026-11-22', {}, on('2026-11-22'));
  world().now = new Date('2026-11-22T12:00:00Z');
  const digest = await read(cast.tu, (ctx) => runningDigest(ctx, hamlets.mau1, 'week'));
  expect(digest).toMatchObject({
    from: '2026-11-16',
    to: '2026-11-22',
    contacts: 3,
    contactsBefore: 0,
    households: 2,
    thanks: [
      { name: 'Nguyễn Thị Lan', outings: 2 },
      { name: 'Lê Văn Tư', outings: 1 },
    ],
  });
  const text = digestText(digest);
  expect(text).toContain('ẤP MẪU 1');
  expect(text).toContain('Từ 16/11/2026 đến 22/11/2026');
  expect(text).toContain('- 3 lượt tuyên truyền, đến với 2 hộ (7 ngày trước đó: 0 lượt).');
  expect(text).toContain('- 1 người được hướng dẫn cài đặt, kích hoạt VNeID.');
  expect(text).toContain('- 2/4 hộ được tuyên truyền (50,0 %), còn 2 hộ.');
  expect(text).toContain('Cảm ơn Nguyễn Thị Lan (2 lượt) và Lê Văn Tư (1 lượt).');

  const today = await read(cast.hanh, (ctx) => runningDigest(ctx, null, 'day'));
  expect(today).toMatchObject({
    from: '2026-11-22',
    contacts: 1,
    thanks: [{ name: 'Ấp Mẫu 1', outings: 1 }],
  });
  for (const who of [cast.lan, cast.sau, cast.phuc])
    expect((await problemOf(read(who, (ctx) => runningDigest(ctx, hamlets.mau1, 'week')))).code).toBe(
      'not_found',
    );
});

test('tells what came of work, of who asked for help, and of difficulties; of none of them nothing (R43, R45, R47, R69)', async () => {
  await layGroundFor(world());
  await settleHomes(world(), 'mau1', 1);
  const { cast, hamlets, teams, run, read } = world();
  const at = (day: string) => (world().now = new Date(`${day}T03:00:00Z`));
  const text = async (who: 'tu' | 'sau', hamlet: 'mau1' | 'mau2') =>
    digestText(await read(cast[who], (ctx) => runningDigest(ctx, hamlets[hamlet], 'week')));
  at('2026-11-16');
  const give = (title: string, dueOn: string) =>
    run(giveTasks, cast.hanh, { title, assignees: [`team:${teams.mau1}`], dueOn });
  await give('Dán tờ rơi ở chợ', '2026-11-20');
  const {
    taskIds: [done],
  } = await give('Rà hộ chưa có VNeID', '2026-12-01');
  for (const to of ['accepted', 'done']) await run(moveTask, cast.tu, { taskId: done, to });
  await run(moveTask, cast.hanh, { taskId: done, to: 'verified' });
  at('2026-11-21');
  await run(askSupport, cast.tu, {
    hamletId: hamlets.mau1,
    channel: 'phone',
    personName: 'Cô Một',
    phone: '0912345678',
    topic: 'Cài ứng dụng',
    place: 'home',
    urgency: 'soon',
  });
  await run(raiseObstacle, cast.lan, {
    kind: 'obstacle',
    pillar: 'society',
    severity: 'moderate',
    title: 'Sóng yếu ở cuối ấp',
    hamletId: hamlets.mau1,
  });
  at('2026-11-22');
  const told = await text('tu', 'mau1');
  expect(told).toContain('- Xong 1 việc được giao, còn 1 việc đang làm, 1 việc quá hạn.');
  expect(told).toContain('- Nhận 1 yêu cầu hỗ trợ.');
  expect(told).toContain('- Nêu 1 khó khăn, kiến nghị.');
  // Nothing of it belongs to the other hamlet.
  expect(await text('sau', 'mau2')).not.toMatch(/việc|yêu cầu|khó khăn/);
});
