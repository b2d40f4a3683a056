import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#platform/commands/actor.ts';
import { changeTask } from '#features/tasks/commands/change-task.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld } from '#tests/world.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { composeContent } from './queries/report-content.server.ts';
import { layGroundFor, settleHomes } from './report-world.test-support.ts';

/** Issue 5, lines 1 and 14; R69, W8: the month’s report tells what became of the work that was given. */
const world = useWorld();
const cutoff = new Date('2026-11-08T02:00:00Z');
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));
let teams: Record<'mau1' | 'mau2', Id>;

async function give(
  day: string,
  title: string,
  dueOn: string,
  hamlet: 'mau1' | 'mau2' = 'mau1',
): Promise<Id> {
  at(day);
  const { taskIds } = await world().run(giveTasks, world().cast.hanh, {
    title,
    assignees: [`team:${teams[hamlet]}`],
    dueOn,
  });
  return taskIds[0] ?? '';
}
async function finish(day: string, taskId: Id, by: Actor = world().cast.tu): Promise<void> {
  at(day);
  for (const to of ['accepted', 'done']) await world().run(moveTask, by, { taskId, to });
  await world().run(moveTask, world().cast.hanh, { taskId, to: 'verified' });
}
let leaflets: Id;

beforeEach(async () => {
  await layGroundFor(world());
  await settleHomes(world(), 'mau1', 1);
  teams = world().teams;
  // September: one, which stays open. October: two done, one late, one cancelled; in Ấp Mẫu 2 one. November: one, of no word in October.
  await give('2026-09-20', 'Rà hộ không có điện thoại', '2026-12-20');
  await finish('2026-10-06', await give('2026-10-01', 'Dán tờ rơi ở chợ', '2026-10-10'));
  await finish('2026-10-08', await give('2026-10-02', 'Họp Tổ', '2026-10-10'));
  leaflets = await give('2026-10-03', 'Phát tờ rơi ở trường', '2026-10-20');
  const cancelled = await give('2026-10-04', 'Phát nhầm', '2026-10-20');
  await world().run(moveTask, world().cast.hanh, { taskId: cancelled, to: 'cancelled', note: 'Giao nhầm' });
  await give('2026-10-05', 'Mượn loa', '2026-11-30', 'mau2');
  await give('2026-11-02', 'Việc tháng sau', '2026-11-30');
  world().now = cutoff;
});

const ofHamlet =
  'Trong tháng giao 04 việc; đã hoàn thành 02 việc; đến cuối kỳ còn 02 việc đang làm, trong đó 01 quá hạn.';

async function general(): Promise<string | undefined> {
  const { cast, hamlets, run, read } = world();
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const { sections } = await read(cast.tu, async (ctx) =>
    composeContent(ctx, await getReport(ctx, id), { cutoffAt: cutoff, sent: false }),
  );
  return sections.find((one) => one.code === 'general')?.text;
}

test('the hamlet’s report says how much was given, done, open and late; the same cut-off says the same for ever', async () => {
  const { cast, run } = world();
  const before = await general();
  expect(before).toContain(ofHamlet);
  at('2026-11-09');
  await run(changeTask, cast.hanh, {
    taskId: leaflets,
    dueOn: '2026-12-01',
    priority: 'normal',
    note: 'Trường nghỉ',
  });
  await finish('2026-11-10', leaflets);
  expect(await general()).toBe(before);
});

test('the commune’s report tells of the work of all hamlets', async () => {
  const { cast, run, read } = world();
  const id = await run(openCommuneReport, cast.hanh, { period: '2026-10' });
  const { sections } = await read(cast.hanh, async (ctx) =>
    communeContentOf(ctx, await getCommuneReport(ctx, id)),
  );
  expect(sections.find((one) => one.code === 'general')?.text).toContain(
    'Trong tháng giao 05 việc; đã hoàn thành 02 việc; đến cuối kỳ còn 03 việc đang làm, trong đó 01 quá hạn.',
  );
});
