import { assessGroup } from '#features/groups/commands/assess-group.server.ts';
import { correctGroup } from '#features/groups/commands/correct-group.server.ts';
import { addGroupMember, endGroupMember } from '#features/groups/commands/keep-members.server.ts';
import { recordPointVisit } from '#features/groups/commands/record-point-visit.server.ts';
import { registerGroup } from '#features/groups/commands/register-group.server.ts';
import { setGroupState } from '#features/groups/commands/set-group-state.server.ts';
import { correctOutreach } from '#features/outreach/commands/correct-outreach.server.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { withdrawOutreach } from '#features/outreach/commands/withdraw-outreach.server.ts';
import { assignHelper } from '#features/visits/commands/assign-helper.server.ts';
import { correctVisit } from '#features/visits/commands/correct-visit.server.ts';
import { endHelper } from '#features/visits/commands/end-helper.server.ts';
import { recordDigitalStatus } from '#features/visits/commands/record-digital-status.server.ts';
import { recordSkillCheck } from '#features/visits/commands/record-skill-check.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { withdrawVisit } from '#features/visits/commands/withdraw-visit.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, verdict, type Ground, type Path } from './path.ts';
import { may, mayInCommune } from './predicate.ts';
import { homeOf, seesRegister } from './register-commands.ts';
import type { Operation } from './rights-table.ts';
import type { Spot } from './spot.ts';

const atHome =
  (operation: Operation, more: object = {}): Path['expected'] =>
  (actor, { spot }) =>
    verdict(seesRegister(actor, spot), may(actor, operation, { hamletId: spot.hamletId, ...more }));

/** A visit is seen where visits are; at the counter, by who wrote it and still may. */
export const seesVisit = (actor: Actor, spot: Spot, visit: { recordedBy: string }): boolean =>
  spot.here &&
  (may(actor, 'visits.read', { hamletId: spot.hamletId }) ||
    (visit.recordedBy === actor.accountId &&
      actor.grants.some((one) => one.role === 'public_service_center')));

const onVisit =
  (
    visitOf: (spot: Spot) => { recordedBy: string; memberId?: string | null },
    form: string | null,
  ): Path['expected'] =>
  (actor, { spot }) => {
    const visit = visitOf(spot);
    const thing = { hamletId: spot.hamletId, ...visit };
    return verdict(
      seesVisit(actor, spot, visit),
      may(actor, 'visits.correct', thing) &&
        (form === null || may(actor, 'visits.record', { ...thing, form })),
    );
  };

const onSession =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      spot.here && may(actor, 'visits.read', { hamletId: spot.hamletId }),
      may(actor, operation, { hamletId: spot.hamletId, recordedBy: spot.session.recordedBy }),
    );

const onGroup =
  (...operations: Operation[]): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      spot.here && may(actor, 'groups.read', { hamletId: spot.hamletId }),
      operations.some((operation) =>
        may(actor, operation, {
          hamletId: spot.hamletId,
          registeredBy: spot.group.registeredBy,
          groupState: 'registered',
        }),
      ),
    );

const meeting = { form: 'hamlet_meeting', reach: 'estimated', estimatedPeople: 30 };
const group = { name: 'Nhóm Mới', place: 'Văn phòng ấp', placeKind: 'hamlet_office' };
const counterVisit = (spot: Spot) => spot.counterVisit;
const visitOf = (spot: Spot) => spot.visit;

export const workCommands = [
  command(recordVisit, (on) => ({ householdId: homeOf(on).id, met: 'nobody' }), atHome('visits.record')),
  command(
    recordVisit,
    (on) => ({ householdId: homeOf(on).id, met: 'someone', form: 'counter' }),
    atHome('visits.record', { form: 'counter' }),
  ),
  command(
    recordPointVisit,
    (on) => ({
      householdId: homeOf(on).id,
      met: 'someone',
      form: 'support_point',
      groupId: on.spot.group.openId,
    }),
    atHome('visits.record', { form: 'support_point' }),
  ),
  command(
    correctVisit,
    ({ spot }) => ({ visitId: spot.visit.id, met: 'nobody', reason: 'nhầm' }),
    onVisit(visitOf, 'home_visit'),
  ),
  command(
    correctVisit,
    ({ spot }) => ({ visitId: spot.counterVisit.id, met: 'nobody', form: 'counter' }),
    onVisit(counterVisit, 'counter'),
  ),
  command(withdrawVisit, ({ spot }) => ({ visitId: spot.visit.id }), onVisit(visitOf, null)),
  command(withdrawVisit, ({ spot }) => ({ visitId: spot.counterVisit.id }), onVisit(counterVisit, null)),
  command(
    recordDigitalStatus,
    (on) => ({ residentId: homeOf(on).people[1], source: 'declared', bank_account: 'yes' }),
    atHome('register.update'),
  ),
  command(
    recordSkillCheck,
    (on) => ({ residentId: homeOf(on).people[1], vneid_account: true }),
    atHome('visits.check_skills'),
  ),
  command(
    assignHelper,
    ({ spot }) => ({ householdId: spot.other.id, memberId: spot.memberId, reason: 'ở một mình' }),
    atHome('visits.assign_helper'),
  ),
  command(endHelper, ({ spot }) => ({ assignmentId: spot.helperId }), atHome('visits.assign_helper')),

  command(
    recordOutreach,
    ({ spot }) => ({ ...meeting, hamletId: spot.hamletId }),
    onSession('outreach.record'),
  ),
  command(
    recordOutreach,
    () => ({ ...meeting, form: 'loudspeaker' }),
    (actor) =>
      verdict(mayInCommune(actor, 'outreach.read_commune_wide'), mayInCommune(actor, 'outreach.record')),
  ),
  {
    // A household of elsewhere in a list of one's own hamlet: refused like one that does not exist (A3).
    ...command(
      recordOutreach,
      ({ spot, second }: Ground) => ({
        form: 'hamlet_meeting',
        reach: 'listed',
        hamletId: spot.hamletId,
        householdIds: [second.other.id],
      }),
      onSession('outreach.record'),
    ),
    mayConflict: true,
  },
  command(
    correctOutreach,
    ({ spot }) => ({ ...meeting, sessionId: spot.session.id }),
    onSession('outreach.correct'),
  ),
  command(withdrawOutreach, ({ spot }) => ({ sessionId: spot.session.id }), onSession('outreach.correct')),
  command(
    withdrawOutreach,
    ({ settled }) => ({ sessionId: settled.wideSession }),
    (actor) =>
      verdict(
        mayInCommune(actor, 'outreach.read_commune_wide'),
        // Recorded by the officer of the cast.
        mayInCommune(actor, 'outreach.correct'),
      ),
  ),

  command(registerGroup, ({ spot }) => ({ ...group, hamletId: spot.hamletId }), onGroup('groups.register')),
  command(
    addGroupMember,
    ({ spot }) => ({ groupId: spot.group.id, fullName: 'Nguyễn Văn Trực' }),
    onGroup('groups.correct'),
  ),
  command(
    endGroupMember,
    ({ spot }) => ({ groupId: spot.group.id, memberId: spot.group.memberId }),
    onGroup('groups.correct'),
  ),
  command(
    assessGroup,
    ({ spot }) => ({ groupId: spot.group.openId, grade: 'good' }),
    onGroup('groups.assess'),
  ),
  command(correctGroup, ({ spot }) => ({ ...group, groupId: spot.group.id }), onGroup('groups.correct')),
  command(setGroupState, ({ spot }) => ({ groupId: spot.group.id, to: 'checked' }), onGroup('groups.move')),
  command(
    setGroupState,
    ({ spot }) => ({ groupId: spot.group.id, to: 'closed' }),
    onGroup('groups.move', 'groups.close'),
  ),
];
