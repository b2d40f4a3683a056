import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { greyPng } from '#platform/picture/png.server.ts';
import { listTeams } from '#features/org/queries.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { keepEvidence } from '#features/tasks/commands/keep-evidence.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { tickCheck } from '#features/tasks/commands/tick-check.server.ts';
import type { TaskState } from '#features/tasks/model/task-state.ts';
import { addDays, dayOf, startOf, type Day } from '#shared/calendar.ts';
import { hamletActor, officeActor, type DemoPlace } from './demo-actors.ts';
import type { DemoHamlet } from './org-rows.server.ts';

/** Work that was given in the last weeks: done, on its way, overdue, and a directive that nobody has taken up; through the commands themselves. */
export async function writeDemoTasks(database: Database, place: DemoPlace): Promise<void> {
  const { communeId, hamlets, now } = place;
  const office = (login: string): Actor => officeActor(place, login);
  const person = (hamlet: DemoHamlet, nth: number): Actor => hamletActor(communeId, hamlet, nth);
  const today = dayOf(now);
  const at = (day: Day, hour: number) => new Date(startOf(day).getTime() + hour * 60 * 60 * 1000);
  const run = <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    actor: Actor,
    moment: Date,
    input: unknown,
  ) => runCommand(database, command, { actor, now: moment }, input);
  const [first, second] = hamlets.filter((hamlet) => hamlet.members.length > 1);
  if (!first || !second) return;
  const head = person(first, 0);
  const member = person(first, 1);
  const give = async (actor: Actor, daysAgo: number, input: Record<string, unknown>) => {
    const day = addDays(today, -daysAgo);
    return (await run(giveTasks, actor, at(day, 8), input)).taskIds;
  };
  const steps = async (actor: Actor, taskId: string, daysAgo: number, ...path: TaskState[]) => {
    for (const [index, to] of path.entries())
      await run(moveTask, actor, at(addDays(today, -daysAgo), 9 + index), { taskId, to });
  };

  const [leaflets = ''] = await give(head, 12, {
    title: 'Phát tờ rơi phòng chống lừa đảo ở chợ',
    assignees: [`member:${member.memberId ?? ''}`],
    dueOn: addDays(today, -6),
    checklist: 'Nhận tờ rơi ở xã\nPhát ở chợ buổi sáng\nDán ở Văn phòng ấp',
  });
  for (const position of [1, 2, 3])
    await run(tickCheck, member, at(addDays(today, -8), 7 + position), { taskId: leaflets, position });
  await steps(member, leaflets, 8, 'accepted', 'done');
  await run(keepEvidence, member, at(addDays(today, -8), 11), {
    taskId: leaflets,
    name: 'Tờ rơi đã phát ở chợ.png',
    bytes: leafletPicture(),
  });
  await steps(head, leaflets, 7, 'verified');

  const [machines = ''] = await give(head, 5, {
    title: 'Kiểm tra máy tính, Wi-Fi ở Văn phòng ấp',
    assignees: [`member:${member.memberId ?? ''}`],
    dueOn: addDays(today, 2),
    repeats: 'monthly',
    checklist: 'Bật máy, vào được mạng\nThử quét mã QR\nBáo xã nếu hỏng',
  });
  await steps(member, machines, 4, 'accepted', 'in_progress');
  await run(tickCheck, member, at(addDays(today, -4), 15), { taskId: machines, position: 1 });

  await give(office('dung'), 15, {
    title: 'Lập danh sách người bán ở chợ chưa nhận chuyển khoản',
    assignees: [`member:${person(second, 1).memberId ?? ''}`],
    dueOn: addDays(today, -3),
    planItem: 'Mục II.2, kinh tế số',
  });

  const teams = await runQuery(database, { actor: office('hanh'), now }, (ctx) => listTeams(ctx));
  const teamOf = (hamlet: DemoHamlet) => teams.find((team) => team.hamletId === hamlet.id)?.id ?? '';
  await give(office('minh'), 1, {
    title: 'Rà soát hộ người cao tuổi chưa có VNeID, đến tận nhà hỗ trợ',
    assignees: [first, second].map((hamlet) => `team:${teamOf(hamlet)}`),
    dueOn: addDays(today, 12),
    priority: 'high',
  });
}

/** In place of a photograph: a sheet with lines of text on a grey table. */
function leafletPicture(): Uint8Array {
  const [width, height] = [320, 240];
  const shade = (x: number, y: number) => {
    if (x < 90 || x > 230 || y < 20 || y > 220) return 130;
    const isLine = x > 105 && x < (y > 190 ? 160 : 215) && y > 40 && y < 205 && y % 16 < 5;
    return isLine ? 60 : 245;
  };
  const pixels = Uint8Array.from({ length: width * height }, (_, at) =>
    shade(at % width, Math.floor(at / width)),
  );
  return greyPng(pixels, width, height, 96);
}
