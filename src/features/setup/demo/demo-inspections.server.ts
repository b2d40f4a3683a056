import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { closeFinding } from '#features/inspection/commands/close-finding.server.ts';
import { holdInspection } from '#features/inspection/commands/hold-inspection.server.ts';
import { cancelInspection, closeInspection } from '#features/inspection/commands/move-inspection.server.ts';
import { planInspections } from '#features/inspection/commands/plan-inspections.server.ts';
import {
  addFinding,
  answerFinding,
  giveFindingTask,
} from '#features/inspection/commands/write-finding.server.ts';
import { currentChecklist } from '#features/inspection/queries/checklist.server.ts';
import { listTeams } from '#features/org/queries.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { hamletActor, officeActor, type DemoPlace } from './demo-actors.ts';
import type { DemoHamlet } from './org-rows.server.ts';

/**
 * Inspections of the demo commune, through the commands themselves: two that were held (one with findings at every step of their
 * way), one that ended, one for today, one that was called off, one without notice, one that is forgotten.
 */
export async function writeDemoInspections(database: Database, place: DemoPlace): Promise<void> {
  const { communeId, hamlets, now } = place;
  const today = dayOf(now);
  const office = (login: string): Actor => officeActor(place, login);
  const head = (hamlet: DemoHamlet): Actor => hamletActor(communeId, hamlet, 0);
  const at = (ago: number, hour: number) =>
    new Date(startOf(addDays(today, -ago)).getTime() + hour * 3_600_000);
  const run = <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    actor: Actor,
    moment: Date,
    input: unknown,
  ) => runCommand(database, command, { actor, now: moment }, input);
  const [first, second, third, fourth, fifth] = hamlets.filter((hamlet) => hamlet.members.length > 1);
  if (!first || !second) return;
  const hanh = office('hanh');
  const plan = async (hamlet: DemoHamlet, plannedAgo: number, dayAgo: number, more: object = {}) => {
    const checklist = await runQuery(database, { actor: hanh, now: at(plannedAgo, 8) }, currentChecklist);
    const { ids } = await run(planInspections, hanh, at(plannedAgo, 8), {
      plannedOn: addDays(today, -dayAgo),
      kind: 'regular',
      hamletIds: [hamlet.id],
      people: [hanh.accountId, office('dung').accountId],
      version: checklist.version,
      topics: checklist.questions.map(({ code }) => code),
      ...more,
    });
    return ids[0] ?? '';
  };
  const hold = (inspectionId: string, ago: number, answers: object[]) =>
    run(holdInspection, hanh, at(ago, 10), { inspectionId, heldOn: addDays(today, -ago), answers });
  const find = async (inspectionId: string, ago: number, input: object) =>
    (await run(addFinding, hanh, at(ago, 11), { inspectionId, ...input })).id;
  const due = (ago: number) => addDays(today, -ago);

  const main = await plan(first, 26, 19, { note: 'Mời chú Tư chuẩn bị sổ hộ, lịch trực Văn phòng ấp.' });
  await hold(main, 19, [
    { code: 'reports', result: 'met' },
    { code: 'register', result: 'not_met', remark: 'Tổ 3 còn thiếu mấy nhà trọ mới đến.' },
    { code: 'members', result: 'met' },
    { code: 'priority', result: 'met', remark: 'Xem 5 hộ người cao tuổi, hộ nào cũng có người đến.' },
    { code: 'groups', result: 'not_met', remark: 'Chiều thứ Năm đến không có ai trực.' },
    { code: 'outreach', result: 'not_met', remark: 'Loa cụm 2 hỏng, chưa dùng lại.' },
    { code: 'tasks', result: 'met' },
    { code: 'privacy', result: 'met' },
  ]);
  const roster = await find(main, 19, {
    code: 'groups',
    text: 'Văn phòng ấp không có người trực chiều thứ Năm',
    remedy: 'Lập lịch trực, dán ở cửa Văn phòng ấp',
    dueOn: due(9),
  });
  const homes = await find(main, 19, {
    code: 'register',
    text: 'Sổ hộ tổ 3 thiếu nhà trọ mới đến',
    remedy: 'Ghi đủ hộ mới ở tổ 3 vào sổ, đến gặp từng hộ',
    dueOn: due(-6),
  });
  await find(main, 19, {
    code: 'outreach',
    text: 'Loa cụm 2 hỏng chưa sửa',
    remedy: 'Báo thợ sửa loa, tạm dùng loa kéo',
    dueOn: due(4),
  });
  const chuTu = head(first);
  await run(answerFinding, chuTu, at(18, 9), {
    findingId: roster,
    text: 'Tổ đã họp, phân ba người trực ba buổi chiều. Xin xã kiểm tra lại.',
  });
  await run(answerFinding, chuTu, at(17, 9), {
    findingId: homes,
    text: 'Tổ 3 mới có dãy trọ, cuối tháng này ghi xong.',
  });
  await run(closeFinding, hanh, at(8, 9), {
    findingId: roster,
    word: 'Đã đến xem lại chiều thứ Năm, có người trực, lịch dán ở cửa.',
  });
  const teams = await runQuery(database, { actor: hanh, now }, (ctx) => listTeams(ctx));
  const team = teams.find(({ hamletId }) => hamletId === first.id);
  if (team) {
    const { taskId } = await run(giveFindingTask, hanh, at(16, 14), {
      findingId: homes,
      assignees: `team:${team.id}`,
    });
    for (const [index, to] of (['accepted', 'in_progress'] as const).entries())
      await run(moveTask, chuTu, at(15, 8 + index), { taskId, to });
  }

  const good = await plan(second, 16, 11);
  await hold(good, 11, [
    { code: 'reports', result: 'met' },
    { code: 'groups', result: 'met', remark: 'Có người trực, bà con đến hỏi nhiều.' },
    { code: 'budget', result: 'not_met', remark: 'Thiếu biên nhận tiền in tờ rơi.' },
  ]);
  await find(good, 11, {
    code: 'budget',
    text: 'Chưa có biên nhận tiền in tờ rơi',
    remedy: 'Nộp biên nhận về Phòng Kinh tế',
    dueOn: due(-5),
  });
  await plan(second, 2, -4, { kind: 'surprise' });
  await plan(first, 3, 0, {
    people: [hanh.accountId],
    topics: ['privacy', 'groups'],
    note: 'Xem lại lịch trực.',
  });
  if (third) {
    const ended = await plan(third, 30, 24);
    await hold(ended, 24, [
      { code: 'reports', result: 'met' },
      { code: 'members', result: 'met' },
      { code: 'outreach', result: 'met', remark: 'Có nhóm Zalo từng tổ, tin nào cũng gửi.' },
    ]);
    await run(closeInspection, office('tamvhxh'), at(22, 15), {
      inspectionId: ended,
      conclusion: 'Ấp làm tốt, đề nghị chia sẻ cách làm nhóm Zalo từng tổ với các ấp khác.',
    });
  }
  if (fourth) {
    const off = await plan(fourth, 12, 6);
    await run(cancelInspection, hanh, at(7, 16), {
      inspectionId: off,
      reason: 'Ấp ngập, dời sang tháng sau.',
    });
  }
  if (fifth) await plan(fifth, 9, 2);
}
