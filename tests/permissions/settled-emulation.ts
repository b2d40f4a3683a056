import { answerCall, callUnit } from '#features/emulation/commands/call-units.server.ts';
import { proposeCommendation } from '#features/emulation/commands/commend.server.ts';
import { moveMovement } from '#features/emulation/commands/move-movement.server.ts';
import { recordActivity } from '#features/emulation/commands/record-activity.server.ts';
import { draftMovement } from '#features/emulation/commands/write-movement.server.ts';
import { wholeCommune } from '#features/emulation/model/movement.ts';
import type { Id } from '#shared/ids.ts';
import type { World } from '#tests/world.ts';

/** Movements of the matrix, all written by anh Đoàn. */
export interface SettledEmulation {
  createdBy: Id;
  draftId: Id;
  id: Id;
  /** The outing of each place, by the hamlet's id. */
  activities: Record<string, Id>;
  /** A called unit, for which somebody answers. */
  callId: Id;
  named: Id[];
  closedId: Id;
  /** Of the closed one: a unit that told what it did, and another that is proposed. */
  reportedId: Id;
  commendationId: Id;
}

export async function settleEmulation(world: World): Promise<SettledEmulation> {
  const { cast, hamlets, run } = world;
  const { doan } = cast;
  const write = async (name: string, endsOn: string) =>
    (
      await run(draftMovement, doan, {
        name,
        purpose: 'Giúp bà con',
        organiser: 'Đoàn xã',
        startsOn: '2026-11-01',
        endsOn,
        places: [wholeCommune],
        goals: [
          { measure: 'homes_met', reach: 'each', goal: 5 },
          { measure: 'priority_homes_met', reach: 'each', goal: 5 },
        ],
      })
    ).id;
  const launch = async (name: string, endsOn: string) => {
    const id = await write(name, endsOn);
    await run(moveMovement, doan, { movementId: id, to: 'launched' });
    return id;
  };
  const id = await launch('Đang thi đua', '2026-12-31');
  const activities: Record<string, Id> = {};
  for (const [hamletId, head] of [
    [hamlets.mau1, cast.tu],
    [hamlets.mau2, cast.sau],
  ] as const)
    activities[hamletId] = (
      await run(recordActivity, head, {
        movementId: id,
        hamletId,
        heldOn: '2026-11-20',
        place: 'Văn phòng ấp',
        work: 'Ra quân',
        memberIds: [head.memberId],
      })
    ).id;
  const { id: callId } = await run(callUnit, doan, {
    movementId: id,
    unitName: 'Trung tâm hành chính công',
    accountId: cast.quay.accountId,
  });
  const closedId = await launch('Đã xong', '2026-11-20');
  const reported: Id[] = [];
  for (const unitName of ['Trường Mẫu 1', 'Trường Mẫu 2']) {
    const call = await run(callUnit, doan, { movementId: closedId, unitName });
    const told = { to: 'reported', people: 12, answer: 'Đã ra quân', source: 'Điện thoại' };
    await run(answerCall, doan, { callId: call.id, ...told });
    reported.push(call.id);
  }
  await run(moveMovement, doan, { movementId: closedId, to: 'closed' });
  const { id: commendationId } = await run(proposeCommendation, doan, {
    movementId: closedId,
    subject: `unit:${reported[1] ?? ''}`,
    reason: 'Đông người nhất',
  });
  return {
    createdBy: doan.accountId,
    draftId: await write('Đang soạn', '2026-12-31'),
    id,
    activities,
    callId,
    named: [cast.quay.accountId],
    closedId,
    reportedId: reported[0] ?? '',
    commendationId,
  };
}
