import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { chooseTrainees } from '#features/training/commands/choose-trainees.server.ts';
import { keepTopic } from '#features/training/commands/keep-topic.server.ts';
import { markAttendance } from '#features/training/commands/mark-attendance.server.ts';
import { planClass } from '#features/training/commands/plan-class.server.ts';
import { recordConfirmation } from '#features/training/commands/record-confirmation.server.ts';
import { recordResults } from '#features/training/commands/record-results.server.ts';
import { setClassState } from '#features/training/commands/set-class-state.server.ts';
import { nationalCourses } from '#features/training/model/topic.ts';
import { traineeChoices } from '#features/training/queries/trainees.server.ts';
import { addDays, dayOf, startOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletActor, officeActor, type DemoPlace } from './demo-actors.ts';

const topics = [
  {
    name: 'Cài đặt và dùng VNeID',
    summary: 'Cài, kích hoạt, mở giấy tờ; hướng dẫn lại được cho bà con.',
    platforms: ['vneid'],
    validMonths: 12,
  },
  {
    name: 'Dịch vụ công trực tuyến',
    summary: 'Nộp và theo dõi hồ sơ trên Cổng dịch vụ công.',
    platforms: ['dvc', 'smart_an_giang'],
    validMonths: 12,
  },
  {
    name: 'Phòng tránh lừa đảo trên mạng',
    summary: 'Nhận ra cuộc gọi, tin nhắn lừa đảo; biết báo ở đâu.',
    platforms: ['an_toan_mang'],
    validMonths: 6,
  },
  {
    name: 'Thanh toán điện tử, mua bán trên mạng',
    summary: 'Quét mã QR, chuyển tiền, mở gian hàng.',
    platforms: ['thanh_toan', 'buudien', 'mua_sam'],
    validMonths: null,
  },
];
const courseLink = nationalCourses;

/** Topics, three classes that were held, one that waits to be confirmed, one to come and a proposal: through the commands themselves. */
export async function writeDemoTraining(database: Database, place: DemoPlace): Promise<void> {
  const { communeId, hamlets, now } = place;
  const [first, second] = hamlets;
  const [tu, lan] = first?.members ?? [];
  if (!first || !second || !tu || !lan) return;
  const officer = officeActor(place, 'hanh');
  const head = hamletActor(communeId, first, 0);
  const today = dayOf(now);
  const run = <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    actor: Actor,
    day: Day,
    input: unknown,
  ) => {
    const evening = new Date(startOf(day).getTime() + 18 * 60 * 60 * 1000);
    return runCommand(database, command, { actor, now: evening < now ? evening : now }, input);
  };

  const begun = addDays(today, -240);
  const ids: Id[] = [];
  for (const [index, topic] of topics.entries())
    ids.push((await run(keepTopic, officer, begun, { ...topic, courseLink, position: (index + 1) * 10 })).id);
  const [vneid = '', services = '', safety = '', payment = ''] = ids;

  const teach = async (
    day: Day,
    topicIds: Id[],
    people: readonly { id: Id }[],
    more: object = {},
  ): Promise<Id> => {
    const before = day < today ? addDays(day, -7) : addDays(today, -2);
    const { id } = await run(planClass, officer, before, {
      topicIds,
      form: 'in_person',
      place: 'Hội trường Ủy ban nhân dân xã',
      trainer: 'Đặng Thị Hạnh',
      organiser: 'Phòng Văn hóa – Xã hội',
      heldOn: day,
      startsAt: '07:30',
      endsAt: '10:30',
      ...more,
    });
    await run(chooseTrainees, officer, before, { classId: id, memberIds: people.map((one) => one.id) });
    return id;
  };
  /** Every fifth was absent, every seventh did not pass. */
  const hold = async (classId: Id, day: Day, people: readonly { id: Id }[]) => {
    const marks = people.map((one, index) => ({ memberId: one.id, attended: index % 5 !== 3 }));
    await run(markAttendance, officer, day, { classId, marks });
    const results = marks
      .filter((mark) => mark.attended)
      .map(({ memberId }, index) => ({ memberId, score: index % 7 === 5 ? 4 : 6 + (index % 4) }));
    await run(recordResults, officer, day, { classId, results });
    await run(setClassState, officer, day, { classId, to: 'held' });
  };

  // The teams have more people than those with an account.
  const everybody = await runQuery(database, { actor: officer, now }, (ctx) => traineeChoices(ctx, null));
  const teamOf = (hamletId: Id) =>
    everybody.filter((one) => one.hamletId === hamletId).map(({ memberId }) => ({ id: memberId }));
  const leading = hamlets.flatMap((hamlet) => hamlet.members.slice(0, 2));
  const early = addDays(today, -210);
  await hold(await teach(early, [vneid, safety], leading), early, leading);
  const later = addDays(today, -62);
  await hold(await teach(later, [services], leading), later, leading);
  const own = teamOf(first.id).slice(0, 4);
  const lately = addDays(today, -20);
  const inHamlet = { hamletId: first.id, place: `Văn phòng ${first.name}`, trainer: 'Hồ Văn Dũng' };
  await hold(await teach(lately, [vneid], own, inHamlet), lately, own);
  await teach(addDays(today, -1), [payment], teamOf(second.id).slice(0, 4), {
    hamletId: second.id,
    place: `Văn phòng ${second.name}`,
  });
  await teach(addDays(today, 9), [safety, payment], leading, { rollMemberId: lan.id });
  await run(planClass, head, addDays(today, -1), {
    hamletId: first.id,
    topicIds: [services],
    form: 'in_person',
    place: `Văn phòng ${first.name}`,
    trainer: 'Nguyễn Thị Lan',
    heldOn: addDays(today, 16),
    startsAt: '14:00',
  });
  await run(recordConfirmation, head, addDays(today, -30), {
    memberId: lan.id,
    course: 'Kỹ năng số cơ bản cho người dân',
    confirmedOn: addDays(today, -34),
  });
}
