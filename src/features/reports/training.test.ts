import { beforeEach, expect, test } from 'vitest';
import { chooseTrainees } from '#features/training/commands/choose-trainees.server.ts';
import { keepTopic } from '#features/training/commands/keep-topic.server.ts';
import { markAttendance } from '#features/training/commands/mark-attendance.server.ts';
import { planClass } from '#features/training/commands/plan-class.server.ts';
import { recordResults } from '#features/training/commands/record-results.server.ts';
import { setClassState } from '#features/training/commands/set-class-state.server.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld } from '#tests/world.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { composeContent } from './queries/report-content.server.ts';
import { rowsBehind } from './queries/rows-behind.server.ts';
import { layGroundFor, settleHomes } from './report-world.test-support.ts';
import { spanOf } from './model/span.ts';

/** R55, W11: classes held and members trained stand in the report; lớp, lượt and người are told apart. */
const world = useWorld();
const cutoff = new Date('2026-11-08T02:00:00Z');
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));
const member = (who: 'lan' | 'tu' | 'binh') => world().cast[who].memberId ?? '';
let topicId: Id;
let hamletClass: Id;

/** A class on a day with these people, all there but `absent`; `passed` of them passed. */
async function hold(
  day: string,
  hamletId: Id | null,
  people: Id[],
  passed: Id[],
  absent: Id[] = [],
): Promise<Id> {
  const { cast, run } = world();
  at(day);
  const { id } = await run(planClass, cast.hanh, {
    hamletId,
    topicIds: [topicId],
    form: 'in_person',
    place: 'Văn phòng ấp',
    trainer: 'Hồ Văn Dũng',
    heldOn: day,
    startsAt: '07:30',
  });
  await run(chooseTrainees, cast.hanh, { classId: id, memberIds: people });
  const marks = people.map((memberId) => ({ memberId, attended: !absent.includes(memberId) }));
  await run(markAttendance, cast.hanh, { classId: id, marks });
  if (passed.length > 0)
    await run(recordResults, cast.hanh, {
      classId: id,
      results: passed.map((memberId) => ({ memberId, result: 'passed' })),
    });
  await run(setClassState, cast.hanh, { classId: id, to: 'held' });
  return id;
}

beforeEach(async () => {
  await layGroundFor(world());
  await settleHomes(world(), 'mau1', 1);
  const { cast, run, hamlets } = world();
  topicId = (await run(keepTopic, cast.hanh, { name: 'VNeID' })).id;
  // September: chị Lan. October: of the hamlet both, one absent; of the commune chị Lan again and anh Bình.
  await hold('2026-09-10', hamlets.mau1, [member('lan')], []);
  hamletClass = await hold(
    '2026-10-06',
    hamlets.mau1,
    [member('lan'), member('tu')],
    [member('lan')],
    [member('tu')],
  );
  await hold('2026-10-20', null, [member('lan'), member('binh')], [member('binh')]);
  // Of the month after: no word about it in October.
  await hold('2026-11-03', hamlets.mau1, [member('tu')], []);
  world().now = cutoff;
});

async function october() {
  const { cast, run, read, hamlets } = world();
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const { figures, sections } = await read(cast.tu, async (ctx) =>
    composeContent(ctx, await getReport(ctx, id), { cutoffAt: cutoff, sent: false }),
  );
  return {
    figures: Object.fromEntries(
      figures
        .filter(({ code }) => code.startsWith('G'))
        .map((row) => [row.code, [row.period, row.cumulative, row.unit]]),
    ),
    text: sections.find(({ code }) => code === 'training')?.text,
  };
}

test('the hamlet’s report counts its own classes, and its members wherever they learnt; the same cut-off says the same', async () => {
  const { cast, run } = world();
  const before = await october();
  expect(before).toEqual({
    figures: {
      G1: [1, 2, 'lớp'],
      // Chị Lan twice in October, once in September.
      G2: [2, 3, 'lượt'],
      G3: [1, 1, 'lượt'],
      G4: [1, 1, 'người'],
    },
    text: 'Trong tháng đã mở 01 lớp tập huấn; 01 thành viên Tổ được tập huấn với 02 lượt người học. 01 lượt kiểm tra đạt.\nLũy kế từ đầu năm, 01/02 thành viên Tổ đã được tập huấn.',
  });
  at('2026-11-09');
  await run(markAttendance, cast.hanh, {
    classId: hamletClass,
    marks: [{ memberId: member('tu'), attended: true }],
  });
  expect(await october()).toEqual(before);
});

test('the rows behind a figure are as many as it says', async () => {
  const { cast, read, hamlets } = world();
  const asked = {
    hamletId: hamlets.mau1,
    span: spanOf('2026-10', 'calendar'),
    cutoffAt: cutoff,
    value: 'cumulative',
    form: null,
  } as const;
  const names = async (figure: 'classes_held' | 'class_attendances' | 'class_passes' | 'members_trained') =>
    (await read(cast.tu, (ctx) => rowsBehind(ctx, figure, asked, null))).rows.map(({ name }) => name);
  expect(await names('classes_held')).toEqual(['VNeID', 'VNeID']);
  expect(await names('class_attendances')).toEqual(['Nguyễn Thị Lan', 'Nguyễn Thị Lan', 'Nguyễn Thị Lan']);
  expect(await names('class_passes')).toEqual(['Nguyễn Thị Lan']);
  expect(await names('members_trained')).toEqual(['Nguyễn Thị Lan']);
});

test('the commune’s report tells the classes for everybody too', async () => {
  const { cast, run, read } = world();
  const id = await run(openCommuneReport, cast.hanh, { period: '2026-10' });
  const { sections } = await read(cast.hanh, async (ctx) =>
    communeContentOf(ctx, await getCommuneReport(ctx, id)),
  );
  expect(sections.find(({ code }) => code === 'training')?.text).toBe(
    'Trong tháng đã mở 02 lớp tập huấn, trong đó 01 lớp chung toàn xã; 02 thành viên Tổ được tập huấn với 03 lượt người học. 02 lượt kiểm tra đạt.',
  );
});
