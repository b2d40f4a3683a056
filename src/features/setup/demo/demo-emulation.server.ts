import type { Actor } from '#platform/commands/actor.ts';
import { runCommand, runQuery, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { answerCall, callUnit } from '#features/emulation/commands/call-units.server.ts';
import { decideCommendation, proposeCommendation } from '#features/emulation/commands/commend.server.ts';
import { moveMovement } from '#features/emulation/commands/move-movement.server.ts';
import { recordActivity } from '#features/emulation/commands/record-activity.server.ts';
import { draftMovement } from '#features/emulation/commands/write-movement.server.ts';
import { wholeCommune } from '#features/emulation/model/movement.ts';
import { getMovement } from '#features/emulation/queries/movements.server.ts';
import { movementResults } from '#features/emulation/queries/ranking.server.ts';
import { addDays, dayOf, startOf } from '#shared/calendar.ts';
import { hamletActor, officeActor, type DemoPlace } from './demo-actors.ts';

const school = 'Trường THCS Nhơn Mỹ';

/** Movements of the Youth Union: one that was closed, with its commendations, one that runs, with a unit that is silent, and a draft. */
export async function writeDemoEmulation(database: Database, place: DemoPlace): Promise<void> {
  const today = dayOf(place.now);
  const [doan, minh] = [officeActor(place, 'doan'), officeActor(place, 'minh')];
  const [first, second] = place.hamlets;
  if (!first || !second) return;
  /** Days from today: -3 is three days ago. */
  const day = (from: number) => addDays(today, from);
  const at = (from: number) => new Date(startOf(day(from)).getTime() + 9 * 3_600_000);
  const run = <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    actor: Actor,
    from: number,
    input: unknown,
  ) => runCommand(database, command, { actor, now: at(from) }, input);
  const launch = async (from: number, input: object): Promise<string> => {
    const { id } = await run(draftMovement, doan, from, {
      organiser: 'Đoàn TNCS Hồ Chí Minh xã',
      places: [wholeCommune],
      ...input,
    });
    await run(moveMovement, doan, from, { movementId: id, to: 'launched' });
    return id;
  };
  const outing = (movementId: string, from: number, nth: 0 | 1, more: object) => {
    const hamlet = nth === 0 ? first : second;
    return run(recordActivity, hamletActor(place.communeId, hamlet, 0), from, {
      movementId,
      hamletId: hamlet.id,
      heldOn: day(from),
      place: 'Văn phòng ấp',
      memberIds: hamlet.members.slice(0, 3).map((one) => one.id),
      ...more,
    });
  };

  const over = await launch(-70, {
    name: 'Đoàn viên tiên phong dùng nền tảng số',
    purpose: 'Mỗi đoàn viên giúp bà con trong ấp cài và dùng được một nền tảng số.',
    startsOn: day(-70),
    endsOn: day(-40),
    goals: [
      { measure: 'homes_guided', reach: 'each', goal: 10 },
      { measure: 'people_vneid', reach: 'all', goal: 120 },
    ],
  });
  const { id: oldCall } = await run(callUnit, doan, -69, { movementId: over, unitName: school });
  await outing(over, -60, 0, {
    work: 'Giúp bà con cài VNeID tại Văn phòng ấp',
    groups: [{ unitName: school, teachers: 2, pupils: 18, others: 0 }],
  });
  await outing(over, -52, 1, {
    work: 'Phát tờ rơi phòng lừa đảo ở chợ',
    groups: [{ unitName: 'Chi đoàn ấp', teachers: 0, pupils: 0, others: 12 }],
  });
  await run(answerCall, doan, -45, {
    callId: oldCall,
    to: 'reported',
    people: 20,
    hamletIds: [first.id],
    answer: 'Hai buổi tuyên truyền dưới cờ, một buổi ra quân cùng ấp.',
    source: 'Công văn của trường',
  });
  await run(moveMovement, doan, -39, { movementId: over, to: 'closed' });
  const [guided] = await runQuery(database, { actor: doan, now: at(-38) }, async (ctx) =>
    movementResults(ctx, await getMovement(ctx, over)),
  );
  const best = [
    guided?.hamlets.map((one) => ({ ...one, subject: `hamlet:${one.id}` })),
    guided?.members.map((one) => ({ ...one, subject: `member:${one.id}` })),
  ].flatMap((lines) => lines?.find((one) => one.rank === 1) ?? []);
  for (const [nth, { subject }] of best.entries()) {
    const { id: commendationId } = await run(proposeCommendation, doan, -38, {
      movementId: over,
      subject,
      measure: guided?.measure,
      reason: 'Dẫn đầu phong trào theo số thật.',
    });
    // The leader has said yes to the first; the other waits.
    if (nth === 0) await run(decideCommendation, minh, -36, { commendationId, to: 'confirmed' });
  }

  const running = await launch(-18, {
    name: '60 ngày giúp bà con dùng VNeID',
    purpose: 'Bà con tự mở được VNeID và nộp được một hồ sơ qua mạng.',
    startsOn: day(-18),
    endsOn: day(41),
    goals: [
      { measure: 'people_vneid', reach: 'each', goal: 15 },
      { measure: 'priority_homes_met', reach: 'each', goal: 12 },
      { measure: 'homes_met', reach: 'all', goal: 300 },
    ],
  });
  const { id: accepted } = await run(callUnit, doan, -17, { movementId: running, unitName: school });
  await run(callUnit, doan, -17, { movementId: running, unitName: 'Trạm Y tế xã' });
  await run(callUnit, doan, -17, {
    movementId: running,
    unitName: 'Trung tâm Phục vụ hành chính công',
    accountId: place.officerIds.get('quay'),
  });
  await run(answerCall, doan, -15, {
    callId: accepted,
    to: 'accepted',
    people: 25,
    hamletIds: [first.id, second.id],
    source: 'Điện thoại thầy hiệu trưởng',
  });
  await outing(running, -9, 0, {
    work: 'Cùng học sinh hướng dẫn bà con mở VNeID',
    groups: [{ unitName: school, teachers: 1, pupils: 15, others: 0 }],
  });
  await outing(running, -4, 1, { work: 'Đến từng nhà người cao tuổi', groups: [] });
  await run(draftMovement, doan, -1, {
    name: 'Học sinh giúp ông bà dùng điện thoại',
    purpose: 'Dịp nghỉ Tết, mỗi học sinh chỉ ông bà gọi hình và xem sổ sức khỏe.',
    organiser: 'Đoàn TNCS Hồ Chí Minh xã',
    places: [wholeCommune],
    startsOn: day(50),
    endsOn: day(75),
    goals: [{ measure: 'people_guided', reach: 'each', goal: 20 }],
  });
}
