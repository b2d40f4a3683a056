import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import type { Organisation } from '#features/org/model.ts';
import { listMembers, listTeams } from '#features/org/queries.server.ts';
import { writeContent } from '#features/outreach/commands/write-content.server.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { declarePioneers } from '#features/units/commands/declare-pioneers.server.ts';
import { nameStaff } from '#features/units/commands/keep-staff.server.ts';
import { keepUnit } from '#features/units/commands/keep-unit.server.ts';
import { addDays, addMonths, dayOf, firstDayOf, monthOf, startOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { officeActor, type DemoPlace } from './demo-actors.ts';

interface DemoUnit {
  name: string;
  kind: string;
  /** Who acts for it; nobody: the office types in what it sends. */
  login?: string;
  contactName?: string;
  contactPhone?: string;
  /** Whose members of the teams are its staff. */
  staff?: Organisation;
  /** Staff, and how many go ahead, of the month before the last one that ended and of that one; none: not declared. */
  counts: readonly ((number | null)[] | null)[];
}

const economy = 'Phòng Kinh tế';
const youth = 'Đoàn TNCS Hồ Chí Minh xã';

/** One of each kind; one that declares late, one that cannot say everything, one that is not asked. */
const demoUnits: readonly DemoUnit[] = [
  {
    name: economy,
    kind: 'office',
    login: 'loan',
    counts: [
      [9, 9, 7, 8],
      [9, 9, 8, 9],
    ],
  },
  {
    name: 'Phòng Văn hóa – Xã hội',
    kind: 'office',
    counts: [
      [11, 11, 10, 10],
      [11, 11, 11, 10],
    ],
  },
  {
    name: youth,
    kind: 'mass_organization',
    login: 'doan',
    staff: 'youth_union',
    counts: [[4, 4, 3, 4], null],
  },
  {
    name: 'Hội Liên hiệp Phụ nữ xã',
    kind: 'mass_organization',
    contactName: 'Phan Thị Mẫu',
    contactPhone: '0900000011',
    staff: 'women_union',
    counts: [null, null],
  },
  {
    name: 'Trường THCS Mẫu',
    kind: 'school',
    contactName: 'Trần Văn Mẫu',
    contactPhone: '0900000012',
    staff: 'school',
    counts: [
      [38, 36, 21, null],
      [38, 37, 24, null],
    ],
  },
  {
    name: 'Trạm Y tế xã',
    kind: 'health_station',
    contactName: 'Lê Thị Mẫu',
    contactPhone: '0900000013',
    counts: [],
  },
];

/** Units of the demo commune with their staff in the teams, work, figures of two months and a text, through the commands themselves. */
export async function writeDemoUnits(database: Database, place: DemoPlace): Promise<void> {
  const { now } = place;
  const today = dayOf(now);
  const officer = officeActor(place, 'hanh');
  const at = (day: Day, hour: number) => new Date(startOf(day).getTime() + hour * 60 * 60 * 1000);
  const run = <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    actor: Actor,
    moment: Date,
    input: unknown,
  ) => runCommand(database, command, { actor, now: moment < now ? moment : now }, input);
  const asked = monthOf(addDays(firstDayOf(monthOf(today)), -1));
  const before = addMonths(asked, -1);
  const begun = at(firstDayOf(before), 8);
  const byOrganisation = await membersByOrganisation(database, place);
  const ids = new Map<string, Id>();
  for (const { login, staff, counts, ...unit } of demoUnits) {
    const unitId = await run(keepUnit, officer, begun, {
      ...unit,
      pioneers: counts.length > 0 ? 'yes' : 'no',
      accountIds: login === undefined ? [] : [officeActor(place, login).accountId],
    });
    ids.set(unit.name, unitId);
    const memberIds = staff === undefined ? [] : (byOrganisation.get(staff) ?? []).slice(0, 8);
    if (memberIds.length > 0)
      await run(nameStaff, officer, at(addDays(today, -30), 9), { unitId, memberIds });
    for (const [index, month] of [before, asked].entries()) {
      const [count, vneid, services, ePayment] = counts[index] ?? [];
      if (count === undefined) continue;
      const actor = login === undefined ? officer : officeActor(place, login);
      const source = login === undefined ? 'Tin nhắn của đơn vị' : null;
      const input = { unitId, month, staff: count, vneid, services, ePayment, source };
      await run(declarePioneers, actor, at(addDays(firstDayOf(addMonths(month, 1)), 3), 10), input);
    }
  }

  const give = async (actor: Actor, name: string, daysAgo: number, input: Record<string, unknown>) =>
    (
      await run(giveTasks, actor, at(addDays(today, -daysAgo), 8), {
        ...input,
        assignees: [`unit:${ids.get(name) ?? ''}`],
      })
    ).taskIds[0] ?? '';
  const help = await give(officeActor(place, 'dung'), youth, 6, {
    title: 'Cử đoàn viên trực điểm hỗ trợ chiều thứ Bảy',
    dueOn: addDays(today, 4),
    planItem: 'Mục III.3',
    checklist: 'Lập lịch trực\nGửi lịch cho các ấp\nBáo kết quả sau buổi đầu',
  });
  await run(moveTask, officeActor(place, 'doan'), at(addDays(today, -5), 9), {
    taskId: help,
    to: 'accepted',
  });
  await give(officeActor(place, 'minh'), economy, 2, {
    title: 'Hướng dẫn thanh toán chi phí tập huấn của các Tổ',
    dueOn: addDays(today, 8),
    planItem: 'Mục III.2',
  });
  await run(writeContent, officer, at(addDays(today, -25), 15), {
    kind: 'how_to',
    title: 'Đoàn viên giúp bà con cài VNeID',
    unitId: ids.get(youth),
    platform: 'vneid',
    leaflet:
      'Chiều thứ Bảy, đoàn viên giúp cài VNeID tại điểm hỗ trợ.\nMang theo căn cước và điện thoại của mình.\nĐoàn viên chỉ từng bước, bà con tự bấm.',
    talk: 'Mang căn cước, điện thoại của mình đến điểm hỗ trợ.\nĐoàn viên chỉ từng bước, bà con tự bấm.\nKhông đưa mật khẩu, mã OTP cho ai.',
  });
}

async function membersByOrganisation(database: Database, place: DemoPlace): Promise<Map<Organisation, Id[]>> {
  const found = new Map<Organisation, Id[]>();
  await runQuery(database, { actor: officeActor(place, 'hanh'), now: place.now }, async (ctx) => {
    for (const team of await listTeams(ctx))
      for (const { id, organisation } of await listMembers(ctx, team.id))
        found.set(organisation, [...(found.get(organisation) ?? []), id]);
  });
  return found;
}
