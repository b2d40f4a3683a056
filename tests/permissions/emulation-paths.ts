import { answerCall, callUnit, withdrawCall } from '#features/emulation/commands/call-units.server.ts';
import {
  decideCommendation,
  proposeCommendation,
  withdrawCommendation,
} from '#features/emulation/commands/commend.server.ts';
import { moveMovement } from '#features/emulation/commands/move-movement.server.ts';
import {
  cancelActivity,
  correctActivity,
  recordActivity,
} from '#features/emulation/commands/record-activity.server.ts';
import { changeMovement, draftMovement } from '#features/emulation/commands/write-movement.server.ts';
import { getActivity, listActivities } from '#features/emulation/queries/activities.server.ts';
import { accountsForCalls, getCall, listCalls } from '#features/emulation/queries/calls.server.ts';
import { getCommendation, listCommendations } from '#features/emulation/queries/commendations.server.ts';
import { getMovement, listMovements } from '#features/emulation/queries/movements.server.ts';
import { countedRows, movementResults } from '#features/emulation/queries/ranking.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, query, verdict, type Ground, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune } from './predicate.ts';

/** Movements are the commune's: read by all of the room once launched, kept by who wrote them and the office. */
const reads = (actor: Actor) => mayAnywhere(actor, 'emulation.read');
const keeps = (actor: Actor, { settled }: Ground) =>
  may(actor, 'emulation.keep', { hamletId: null, recordedBy: settled.emulation.createdBy });
const seesProposals = (actor: Actor, ground: Ground) =>
  keeps(actor, ground) || mayInCommune(actor, 'emulation.see_proposals');
const seen: Path['expected'] = (actor) => verdict(reads(actor), true);
const kept: Path['expected'] = (actor, ground) => verdict(reads(actor), keeps(actor, ground));

/** Outings lie in a hamlet. */
const activityOf = ({ spot, settled }: Ground) =>
  settled.emulation.activities[spot.hamletId] ?? spot.hamletId;
const records = (actor: Actor, ground: Ground) =>
  keeps(actor, ground) || may(actor, 'emulation.record', { hamletId: ground.spot.hamletId });
const recorded: Path['expected'] = (actor, ground) =>
  verdict(reads(actor) && ground.spot.here, records(actor, ground));

const written = {
  name: 'Phong trào khác',
  purpose: 'Giúp bà con',
  organiser: 'Đoàn xã',
  startsOn: '2026-12-01',
  endsOn: '2026-12-31',
  places: ['ca-xa'],
  goals: [{ measure: 'homes_met', reach: 'all', goal: 10 }],
};
const outing = {
  heldOn: '2026-11-21',
  place: 'Chợ',
  work: 'Phát tờ rơi',
  groups: [{ unitName: 'Trường Mẫu', pupils: 9 }],
};

export const emulationCommands = [
  command(
    draftMovement,
    () => written,
    (actor) => verdict(reads(actor), mayInCommune(actor, 'emulation.start')),
  ),
  command(
    changeMovement,
    ({ settled }) => ({ ...written, movementId: settled.emulation.draftId }),
    (actor, ground) => verdict(keeps(actor, ground), true),
  ),
  command(
    moveMovement,
    ({ settled }) => ({ movementId: settled.emulation.id, to: 'cancelled', note: 'Hoãn' }),
    kept,
  ),
  command(
    recordActivity,
    ({ spot, settled }) => ({ ...outing, movementId: settled.emulation.id, hamletId: spot.hamletId }),
    recorded,
  ),
  command(
    correctActivity,
    (ground) => ({
      ...outing,
      activityId: activityOf(ground),
      hamletId: ground.spot.hamletId,
      reason: 'Ghi nhầm',
    }),
    recorded,
  ),
  command(cancelActivity, (ground) => ({ activityId: activityOf(ground), reason: 'Không đi' }), recorded),
  command(callUnit, ({ settled }) => ({ movementId: settled.emulation.id, unitName: 'Trạm Y tế' }), kept),
  command(
    answerCall,
    ({ settled }) => ({ callId: settled.emulation.callId, to: 'accepted', source: 'Điện thoại' }),
    (actor, ground) =>
      verdict(
        reads(actor),
        keeps(actor, ground) ||
          may(actor, 'emulation.answer', { hamletId: null, named: ground.settled.emulation.named }),
      ),
  ),
  command(withdrawCall, ({ settled }) => ({ callId: settled.emulation.callId }), kept),
  command(
    proposeCommendation,
    ({ settled }) => ({
      movementId: settled.emulation.closedId,
      subject: `unit:${settled.emulation.reportedId}`,
      reason: 'Làm tốt',
    }),
    kept,
  ),
  command(
    decideCommendation,
    ({ settled }) => ({ commendationId: settled.emulation.commendationId, to: 'confirmed' }),
    (actor, ground) =>
      verdict(
        seesProposals(actor, ground),
        may(actor, 'emulation.decide', {
          hamletId: null,
          recordedBy: ground.settled.emulation.createdBy,
        }),
      ),
  ),
  command(
    withdrawCommendation,
    ({ settled }) => ({ commendationId: settled.emulation.commendationId }),
    (actor, ground) => verdict(seesProposals(actor, ground), keeps(actor, ground)),
  ),
];

export const emulationQueries = [
  query('listMovements', (ctx) => listMovements(ctx), seen),
  query('getMovement', (ctx, { settled }) => getMovement(ctx, settled.emulation.id), seen),
  query(
    'getMovement',
    (ctx, { settled }) => getMovement(ctx, settled.emulation.draftId),
    (actor, ground) => verdict(keeps(actor, ground), true),
  ),
  query(
    'movementResults',
    async (ctx, { settled }) => movementResults(ctx, await getMovement(ctx, settled.emulation.id)),
    seen,
  ),
  ...(['homes_met', 'priority_homes_met'] as const).map((measure) =>
    query(
      'countedRows',
      async (ctx, { spot, settled }) =>
        countedRows(ctx, await getMovement(ctx, settled.emulation.id), {
          measure,
          hamletId: spot.hamletId,
          memberId: null,
        }),
      (actor, { spot }) =>
        verdict(
          may(actor, 'visits.read', { hamletId: spot.hamletId }) &&
            (measure === 'homes_met' || may(actor, 'register.restricted', { hamletId: spot.hamletId })),
          true,
        ),
    ),
  ),
  query(
    'listActivities',
    async (ctx, { settled }) => listActivities(ctx, await getMovement(ctx, settled.emulation.id)),
    seen,
  ),
  query(
    'getActivity',
    (ctx, ground) => getActivity(ctx, activityOf(ground)),
    (actor, { spot }) => verdict(reads(actor) && spot.here, true),
  ),
  query(
    'listCalls',
    async (ctx, { settled }) => listCalls(ctx, await getMovement(ctx, settled.emulation.id)),
    seen,
  ),
  query('getCall', (ctx, { settled }) => getCall(ctx, settled.emulation.callId), seen),
  query(
    'accountsForCalls',
    async (ctx, { settled }) => accountsForCalls(ctx, await getMovement(ctx, settled.emulation.id)),
    (actor, ground) => verdict(keeps(actor, ground), true),
  ),
  query(
    'listCommendations',
    async (ctx, { settled }) => listCommendations(ctx, await getMovement(ctx, settled.emulation.closedId)),
    seen,
  ),
  query(
    'getCommendation',
    (ctx, { settled }) => getCommendation(ctx, settled.emulation.commendationId),
    (actor, ground) => verdict(seesProposals(actor, ground), true),
  ),
];
