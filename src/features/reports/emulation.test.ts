import { beforeEach, expect, test } from 'vitest';
import { answerCall, callUnit } from '#features/emulation/commands/call-units.server.ts';
import { decideCommendation, proposeCommendation } from '#features/emulation/commands/commend.server.ts';
import { moveMovement } from '#features/emulation/commands/move-movement.server.ts';
import { cancelActivity, recordActivity } from '#features/emulation/commands/record-activity.server.ts';
import { draftMovement } from '#features/emulation/commands/write-movement.server.ts';
import { getMovement } from '#features/emulation/queries/movements.server.ts';
import { movementResults } from '#features/emulation/queries/ranking.server.ts';
import type { Id } from '#shared/ids.ts';
import { useWorld, type World } from '#tests/world.ts';
import { openCommuneReport } from './commands/draft-commune-report.server.ts';
import { checkSample, drawSample } from './commands/keep-sample.server.ts';
import { openReport } from './commands/open-report.server.ts';
import { submitReport } from './commands/submit-report.server.ts';
import { communeContentOf } from './queries/commune-report-content.server.ts';
import { getCommuneReport } from './queries/find-commune-report.server.ts';
import { getReport } from './queries/find-report.server.ts';
import { composeContent } from './queries/report-content.server.ts';
import { reportSample } from './queries/report-sample.server.ts';
import { layGroundFor, settleHomes, visit } from './report-world.test-support.ts';

/** R62, R61, R68, issue 5 lines 8 and 14: the month's report tells of movements, outings, who took part (lượt), and who answered. */
const world = useWorld();
const cutoff = new Date('2026-11-08T02:00:00Z');
const at = (day: string) => (world().now = new Date(`${day}T02:00:00Z`));
let movementId: Id;

async function movement(name: string, startsOn: string, endsOn: string, places: string[]): Promise<Id> {
  const { cast, run } = world();
  const { id } = await run(draftMovement, cast.doan, {
    name,
    purpose: 'Giúp bà con',
    organiser: 'Đoàn xã',
    startsOn,
    endsOn,
    places,
    goals: [{ measure: 'homes_met', reach: 'each', goal: 5 }],
  });
  await run(moveMovement, cast.doan, { movementId: id, to: 'launched' });
  return id;
}
const outing = (heldOn: string, hamletId: Id | null, memberIds: (Id | null)[], groups: object[]) => ({
  movementId,
  hamletId,
  heldOn,
  place: 'Nhà văn hóa ấp',
  work: 'Cài VNeID',
  memberIds,
  groups,
});

beforeEach(async () => {
  await layGroundFor(world());
  const { cast, hamlets, run } = world();
  at('2026-10-01');
  movementId = await movement('Tháng thanh niên số', '2026-10-01', '2026-11-20', ['ca-xa']);
  // Of another hamlet; and one that begins in November.
  await movement('Ấp Mẫu 2 thi đua', '2026-10-05', '2026-10-25', [hamlets.mau2]);
  await movement('Tháng mười một', '2026-11-01', '2026-11-30', ['ca-xa']);
  const school = await run(callUnit, cast.doan, { movementId, unitName: 'Trường THCS Mẫu' });
  await run(callUnit, cast.doan, { movementId, unitName: 'Trạm Y tế xã' });
  at('2026-10-11');
  await run(answerCall, cast.doan, { callId: school.id, to: 'accepted', source: 'Điện thoại 11/10' });
  const pupils = { unitName: 'Trường THCS Mẫu', teachers: 2, pupils: 15, others: 0 };
  at('2026-10-12');
  await run(recordActivity, cast.tu, outing('2026-10-12', hamlets.mau1, [cast.lan.memberId], [pupils]));
  at('2026-10-20');
  await run(
    recordActivity,
    cast.tu,
    outing('2026-10-20', hamlets.mau1, [cast.lan.memberId, cast.tu.memberId], []),
  );
  await run(recordActivity, cast.doan, outing('2026-10-19', null, [], [{ ...pupils, pupils: 0, others: 8 }]));
  const wrong = await run(
    recordActivity,
    cast.tu,
    outing('2026-10-18', hamlets.mau1, [cast.tu.memberId], []),
  );
  await run(cancelActivity, cast.tu, { activityId: wrong.id, reason: 'Không đi' });
  at('2026-11-05');
  await run(recordActivity, cast.tu, outing('2026-11-05', hamlets.mau1, [cast.tu.memberId], []));
  world().now = cutoff;
});

async function outreachOf({ cast, hamlets, run, read }: World): Promise<string | undefined> {
  const id = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  const { sections } = await read(cast.tu, async (ctx) =>
    composeContent(ctx, await getReport(ctx, id), { cutoffAt: cutoff, sent: false }),
  );
  return sections.find((one) => one.code === 'outreach')?.text;
}

test('the hamlet’s report tells of its movements and outings, lượt by who they were; the same cut-off says the same for ever', async () => {
  const told = await outreachOf(world());
  expect(told).toContain(
    'Trong tháng có 01 phong trào thi đua (Tháng thanh niên số); tổ chức 02 buổi ra quân với 20 lượt người tham gia (03 thành viên Tổ, 02 giáo viên, 15 học sinh).',
  );
  const { cast, hamlets, run } = world();
  at('2026-11-10');
  await run(recordActivity, cast.tu, outing('2026-10-30', hamlets.mau1, [cast.tu.memberId], []));
  await run(moveMovement, cast.doan, { movementId, to: 'cancelled', note: 'Bão' });
  expect(await outreachOf(world())).toBe(told);
});

test('the commune’s report tells of all of them, with the units that answered', async () => {
  const { cast, run, read } = world();
  const id = await run(openCommuneReport, cast.hanh, { period: '2026-10' });
  const { sections } = await read(cast.hanh, async (ctx) =>
    communeContentOf(ctx, await getCommuneReport(ctx, id)),
  );
  expect(sections.find((one) => one.code === 'outreach')?.text).toContain(
    'Trong tháng có 02 phong trào thi đua (Tháng thanh niên số; Ấp Mẫu 2 thi đua); tổ chức 03 buổi ra quân với 30 lượt người tham gia (03 thành viên Tổ, 04 giáo viên, 15 học sinh, 08 người khác); 01/02 trường, đơn vị được kêu gọi đã trả lời.',
  );
});

test('the commune’s report tells who was commended in the month, and nobody who was only proposed (R62)', async () => {
  const { cast, run, read } = world();
  at('2026-10-05');
  const fair = await movement('Hội chợ số', '2026-10-05', '2026-10-10', ['ca-xa']);
  const propose = async (unitName: string) => {
    const { id: callId } = await run(callUnit, cast.doan, { movementId: fair, unitName });
    const answer = { to: 'reported', people: '12', answer: 'Hướng dẫn tại chợ', source: 'Điện thoại' };
    await run(answerCall, cast.doan, { callId, ...answer });
    return callId;
  };
  const calls = [await propose('Trường Tiểu học Mẫu'), await propose('Hội Nông dân xã')];
  at('2026-10-11');
  await run(moveMovement, cast.doan, { movementId: fair, to: 'closed' });
  const commendations: Id[] = [];
  for (const callId of calls) {
    const subject = { subject: `unit:${callId}`, measure: 'homes_met', reason: 'Đông người tham gia' };
    commendations.push((await run(proposeCommendation, cast.doan, { movementId: fair, ...subject })).id);
  }
  world().now = cutoff;
  const reportId = await run(openCommuneReport, cast.hanh, { period: '2026-10' });
  const told = async () =>
    (
      await read(cast.hanh, async (ctx) => communeContentOf(ctx, await getCommuneReport(ctx, reportId)))
    ).sections.find((one) => one.code === 'outreach')?.text;
  expect(await told()).not.toContain('khen thưởng');
  const confirm = (commendationId: Id | undefined, day: string) => {
    at(day);
    return run(decideCommendation, cast.minh, { commendationId, to: 'confirmed' });
  };
  await confirm(commendations[0], '2026-10-30');
  // Of the month after.
  await confirm(commendations[1], '2026-11-02');
  world().now = cutoff;
  expect(await told()).toContain('; lãnh đạo xã đồng ý khen thưởng 01 tập thể.');
});

test('what cô Hạnh finds otherwise at the door of a drawn visit no longer counts in the movement', async () => {
  const { cast, hamlets, run, read } = world();
  const homes = await settleHomes(world(), 'mau1', 2);
  at('2026-10-20');
  const reportId = await run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-10' });
  for (const home of homes) await visit(world(), cast.lan, home, '2026-10-14');
  world().now = cutoff;
  const counted = async () =>
    (
      await read(cast.hanh, async (ctx) => movementResults(ctx, await getMovement(ctx, movementId)))
    )[0]?.hamlets.find(({ id }) => id === hamlets.mau1);
  expect(await counted()).toMatchObject({ counted: 2, apart: 0 });
  await run(submitReport, cast.tu, { reportId });
  await run(drawSample, cast.hanh, { reportId, count: 2 });
  const [one, other] = await read(cast.hanh, (ctx) => reportSample(ctx, reportId));
  await run(checkSample, cast.hanh, { sampleId: one?.id, result: 'differs' });
  await run(checkSample, cast.hanh, { sampleId: other?.id, result: 'confirmed' });
  expect(await counted()).toMatchObject({ counted: 1, apart: 1 });
  // Another word stands in the place of the first.
  at('2026-11-09');
  await run(checkSample, cast.hanh, { sampleId: one?.id, result: 'confirmed' });
  expect(await counted()).toMatchObject({ counted: 2, apart: 0 });
});
