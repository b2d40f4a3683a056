import fc from 'fast-check';
import { communeRoles, hamletRoles, roles } from '#features/accounts/model.ts';
import * as accounts from '#features/accounts/policy.ts';
import * as budget from '#features/budget/policy.ts';
import { estimateStates } from '#features/budget/model/estimate-state.ts';
import { settlementStates } from '#features/budget/model/settlement.ts';
import { spendStates } from '#features/budget/model/spend-state.ts';
import * as commerce from '#features/commerce/policy.ts';
import * as documents from '#features/documents/policy.ts';
import { documentStates } from '#features/documents/model/document-state.ts';
import { approvers } from '#features/documents/model/settings.ts';
import * as emulation from '#features/emulation/policy.ts';
import { measures } from '#features/emulation/model/movement.ts';
import * as groups from '#features/groups/policy.ts';
import { groupStates } from '#features/groups/model.ts';
import { inspectionKinds, inspectionStates } from '#features/inspection/model/inspection-state.ts';
import * as leaving from '#features/leaving/policy.ts';
import * as merging from '#features/merging/policy.ts';
import * as obstacles from '#features/obstacles/policy.ts';
import { obstacleLevels, obstacleStates } from '#features/obstacles/model.ts';
import * as indicators from '#features/indicators/policy.ts';
import * as org from '#features/org/policy.ts';
import * as outreach from '#features/outreach/policy.ts';
import * as plans from '#features/plans/policy.ts';
import * as registry from '#features/registry/policy.ts';
import * as sync from '#features/sync/policy.ts';
import * as reports from '#features/reports/policy.ts';
import * as support from '#features/support/policy.ts';
import { supportStates } from '#features/support/model.ts';
import * as targets from '#features/targets/policy.ts';
import * as tasks from '#features/tasks/policy.ts';
import { assigneeKinds } from '#features/tasks/model/assignee.ts';
import { taskStates } from '#features/tasks/model/task-state.ts';
import * as visits from '#features/visits/policy.ts';
import { classStates } from '#features/training/model/training-class.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { someActor } from './askers.ts';
import { compareInspection } from './inspection-paths.ts';
import { compareTraining } from './training-paths.ts';
import { compareUnitPolicies } from './unit-paths.ts';
import { may, mayAnywhere, mayInCommune, type Thing } from './predicate.ts';

export const hamlets = ['ap-1', 'ap-2', 'ap-3'] as const;
const accountIds = ['tk-1', 'tk-2', 'tk-3'] as const;
const members = ['tv-1', 'tv-2', null] as const;
const reportStates = ['draft', 'submitted', 'returned', 'accepted', 'locked', 'superseded'] as const;

export const actors = someActor({ communeId: '30658', hamlets, accounts: accountIds, members });
export const spots = fc.record({
  hamletId: fc.constantFrom(...hamlets),
  now: fc.constantFrom(...hamlets),
  wide: fc.boolean(),
  launchedAt: fc.constantFrom(null, new Date('2026-11-15T01:00:00Z')),
  measure: fc.constantFrom(...measures),
  responsibleMemberId: fc.constantFrom(...members),
  memberId: fc.constantFrom(...members),
  recordedBy: fc.constantFrom(...accountIds),
  spokenBy: fc.constantFrom(...accountIds, null),
  submittedBy: fc.constantFrom(...accountIds, null),
  form: fc.constantFrom('home_visit', 'counter', 'hamlet_meeting'),
  reportState: fc.constantFrom(...reportStates),
  groupState: fc.constantFrom(...groupStates),
  level: fc.constantFrom(...obstacleLevels),
  obstacleState: fc.constantFrom(...obstacleStates),
  obstacleStep: fc.constantFrom(...obstacleStates),
  inspectionKind: fc.constantFrom(...inspectionKinds),
  inspectionState: fc.constantFrom(...inspectionStates),
  classState: fc.constantFrom(...classStates),
  classStep: fc.constantFrom(...classStates),
  taskState: fc.constantFrom(...taskStates),
  taskStep: fc.constantFrom(...taskStates),
  assigneeKind: fc.constantFrom(...assigneeKinds),
  supportState: fc.constantFrom(...supportStates),
  documentState: fc.constantFrom(...documentStates),
  approver: fc.constantFrom(...approvers),
  step: fc.constantFrom(...groupStates),
  estimateState: fc.constantFrom(...estimateStates),
  estimateStep: fc.constantFrom(...estimateStates),
  spendStep: fc.constantFrom(...spendStates),
  settlementStep: fc.constantFrom(...settlementStates),
  role: fc.constantFrom(...roles),
  grants: fc.array(
    fc.oneof(
      fc.record({ role: fc.constantFrom(...hamletRoles), hamletId: fc.constantFrom(...hamlets) }),
      fc.record({ role: fc.constantFrom(...communeRoles), hamletId: fc.constant(null) }),
    ),
    { maxLength: 3 },
  ),
});
export type Spot = typeof spots extends fc.Arbitrary<infer T> ? T : never;

const commune: Thing = { hamletId: null };
const areaOf = (spot: Spot) => (spot.wide ? null : spot.hamletId);
const at = (hamletId: string, spot: Spot): Thing => ({ ...spot, hamletId });

/** Whether a role in a place may be given, by the table alone. */
function mayGive(actor: Actor, role: string, hamletId: string | null): boolean {
  const isOfHamlets = (hamletRoles as readonly string[]).includes(role);
  if (isOfHamlets !== (hamletId !== null)) return false;
  if (!isOfHamlets) return mayInCommune(actor, 'accounts.give_commune_role');
  return (
    may(actor, 'accounts.give_hamlet_role', { hamletId }) ||
    (role === 'member' && may(actor, 'accounts.give_member', { hamletId }))
  );
}

/** A task of a place: done by a member, by the place's team, by a unit, or by somebody of the commune. */
const taskAt = (spot: Spot, hamletId: string | null): tasks.TaskPlace => ({
  assignee: {
    kind: spot.assigneeKind,
    id: spot.assigneeKind === 'member' ? (spot.memberId ?? 'tv-9') : (spot.submittedBy ?? 'tk-9'),
  },
  accountIds: spot.assigneeKind === 'unit' ? [spot.submittedBy ?? 'tk-9'] : [],
  hamletId: ['account', 'unit'].includes(spot.assigneeKind) ? null : hamletId,
  createdBy: spot.recordedBy,
  state: spot.taskState,
  stateBy: spot.submittedBy,
});

const leads = (actor: Actor, hamletId: string) =>
  actor.grants.some(
    (grant) => grant.hamletId === hamletId && ['hamlet_team_leader', 'hamlet_head'].includes(grant.role),
  );
const isMemberOf = (actor: Actor, hamletId: string | null) =>
  hamletId !== null && actor.grants.some((grant) => grant.hamletId === hamletId && grant.role === 'member');

const works = (actor: Actor) =>
  actor.grants.some(({ role }) => !['province_viewer', 'commune_admin', 'auditor'].includes(role));

/** Who does a task: the member in office, the person, for a unit who acts for it, or for a team who leads it. */
function doesTask(actor: Actor, { assignee, accountIds, hamletId }: tasks.TaskPlace): boolean {
  if (assignee.kind === 'unit') return may(actor, 'units.act', { hamletId: null, named: accountIds });
  if (assignee.kind === 'member')
    return (
      actor.memberId === assignee.id &&
      (hamletId === null ? works(actor) : actor.grants.some((grant) => grant.hamletId === hamletId))
    );
  if (assignee.kind === 'account') return works(actor) && actor.accountId === assignee.id;
  return hamletId === null
    ? actor.grants.some((grant) => grant.role === 'commune_team_leader')
    : leads(actor, hamletId);
}

/** Who may take an estimate to a state: proposing, appraising, approving, and sending back by whose turn it is. */
function movesEstimate(
  actor: Actor,
  { estimateState, estimateStep, recordedBy, submittedBy }: Spot,
): boolean {
  const hands = { ...commune, hands: [recordedBy] };
  switch (estimateStep) {
    case 'proposed':
    case 'withdrawn':
      return mayInCommune(actor, 'budget.propose');
    case 'appraised':
      return may(actor, 'budget.appraise', hands);
    case 'approved':
      return may(actor, 'budget.approve', { ...commune, hands: [recordedBy, submittedBy] });
    case 'returned':
      return mayInCommune(actor, estimateState === 'appraised' ? 'budget.approve' : 'budget.appraise');
    case 'draft':
      return false;
  }
}

/** Every policy of the product beside what the table says: [policy, is, should]. */
export function compare(actor: Actor, spot: Spot): [string, boolean, boolean][] {
  const here = at(spot.hamletId, spot);
  const there = at(spot.now, spot);
  const area: Thing = { hamletId: areaOf(spot) };
  const place = { hamletId: spot.hamletId, responsibleMemberId: spot.responsibleMemberId };
  const both = [{ hamletId: spot.hamletId }, { hamletId: spot.now }];
  const visit = {
    hamletId: spot.hamletId,
    householdHamletId: spot.now,
    memberId: spot.memberId,
    recordedBy: spot.recordedBy,
  };
  const session = { hamletId: areaOf(spot), recordedBy: spot.recordedBy };
  const group = { hamletId: spot.hamletId, state: spot.groupState, registeredBy: spot.recordedBy };
  const groupThing = { ...here, registeredBy: spot.recordedBy };
  const { level, obstacleState } = spot;
  const obstacle = {
    hamletId: area.hamletId,
    level,
    state: obstacleState,
    raisedBy: spot.recordedBy,
    spokenBy: spot.spokenBy,
  };
  const movement = { createdBy: spot.recordedBy, launchedAt: spot.launchedAt };
  const keepsMovement = may(actor, 'emulation.keep', { hamletId: null, recordedBy: spot.recordedBy });
  const answersUnit = may(actor, 'emulation.answer', {
    hamletId: null,
    named: spot.spokenBy === null ? [] : [spot.spokenBy],
  });
  const speaks = (spot.spokenBy ?? spot.recordedBy) === actor.accountId;
  const obstacleThing: Thing = { ...area, level, obstacleState };
  const isMine = spot.recordedBy === actor.accountId;
  const task = taskAt(spot, area.hamletId);
  const taskThing: Thing = { hamletId: task.hamletId };
  const isDoer = doesTask(actor, task);
  const mayGiveIt =
    mayInCommune(actor, 'tasks.give') ||
    (!['account', 'unit'].includes(task.assignee.kind) && may(actor, 'tasks.give', taskThing));
  const isGiver = task.createdBy === actor.accountId && mayGiveIt;
  const leadsIt = task.hamletId !== null && leads(actor, task.hamletId);
  const steers = isGiver || may(actor, 'tasks.update', taskThing);
  const asked = {
    hamletId: spot.hamletId,
    state: spot.supportState,
    memberId: spot.memberId,
    raisedBy: spot.recordedBy,
  };
  const report = { hamletId: spot.hamletId, state: spot.reportState };
  const atCounter = { ...here, form: 'counter' };
  const account = { id: spot.recordedBy, grants: spot.grants };
  const device = { accountId: spot.recordedBy, hamletIds: [spot.hamletId, spot.now] };
  const onDevice = (operation: 'phones.read' | 'phones.revoke' | 'phones.review') =>
    may(actor, operation, here) || may(actor, operation, there);
  const named = [spot.recordedBy];
  const isOwn = device.accountId === actor.accountId;
  return [
    ...compareUnitPolicies(actor, named),
    ['canOpenRegister', registry.canOpenRegister(actor), mayAnywhere(actor, 'register.read')],
    ['canSeeWholeRegister', registry.canSeeWholeRegister(actor), mayInCommune(actor, 'register.read')],
    ['canSeeHousehold', registry.canSeeHousehold(actor, place), may(actor, 'register.read', here)],
    ['canSeeRestricted', registry.canSeeRestricted(actor, place), may(actor, 'register.restricted', here)],
    [
      'canSeeRestrictedList',
      registry.canSeeRestrictedList(actor, area.hamletId),
      may(actor, 'register.restricted', area),
    ],
    ['canEditHousehold', registry.canEditHousehold(actor, place), may(actor, 'register.update', here)],
    [
      'canRegisterHousehold',
      registry.canRegisterHousehold(actor, place),
      may(actor, 'register.create', here),
    ],
    [
      'canSetPolicyClass',
      registry.canSetPolicyClass(actor, place),
      may(actor, 'register.update', here) && may(actor, 'register.restricted', here),
    ],
    [
      'canReshapeHouseholds',
      registry.canReshapeHouseholds(actor, both),
      both.every((one) => may(actor, 'register.reshape', one)),
    ],
    [
      'canReshapeHouseholds, none',
      registry.canReshapeHouseholds(actor, []),
      mayInCommune(actor, 'register.reshape'),
    ],
    [
      'canNameResponsible',
      registry.canNameResponsible(actor, place),
      may(actor, 'register.name_responsible', here),
    ],
    ['canImport', registry.canImport(actor), mayInCommune(actor, 'register.import')],
    [
      'canExportRegister',
      registry.canExportRegister(actor, area.hamletId),
      may(actor, 'register.export', area),
    ],

    ['canSeeAllVisits', visits.canSeeAllVisits(actor), mayInCommune(actor, 'visits.read')],
    ['canSeeVisits', visits.canSeeVisits(actor, place), may(actor, 'visits.read', here)],
    ['canRecordVisit', visits.canRecordVisit(actor, place, spot.form), may(actor, 'visits.record', here)],
    [
      'canSeeVisit',
      visits.canSeeVisit(actor, visit),
      may(actor, 'visits.read', here) ||
        may(actor, 'visits.read', there) ||
        (may(actor, 'visits.record', atCounter) &&
          actor.grants.some((one) => one.role === 'public_service_center') &&
          spot.recordedBy === actor.accountId),
    ],
    [
      'canCorrectVisit',
      visits.canCorrectVisit(actor, visit),
      may(actor, 'visits.correct', here) || may(actor, 'visits.correct', there),
    ],
    [
      'canRecordDigitalStatus',
      visits.canRecordDigitalStatus(actor, place),
      may(actor, 'register.update', here),
    ],
    ['canCheckSkills', visits.canCheckSkills(actor, place), may(actor, 'visits.check_skills', here)],
    ['canOpenHelpers', visits.canOpenHelpers(actor), mayAnywhere(actor, 'visits.read')],
    ['canAssignHelper', visits.canAssignHelper(actor, place), may(actor, 'visits.assign_helper', here)],

    ['canPlanCampaigns', outreach.canPlanCampaigns(actor), mayInCommune(actor, 'outreach.plan_campaign')],
    [
      'canMoveItem',
      outreach.canMoveItem(actor, area),
      area.hamletId === null
        ? mayInCommune(actor, 'outreach.move_item')
        : may(actor, 'outreach.move_item', area),
    ],
    ['canSeeContents', outreach.canSeeContents(actor), mayInCommune(actor, 'outreach.read_commune_wide')],
    ['canWriteContents', outreach.canWriteContents(actor), mayInCommune(actor, 'outreach.write_library')],
    ['canRecordOutreach', outreach.canRecordOutreach(actor, session), may(actor, 'outreach.record', area)],
    [
      'canSeeOutreach',
      outreach.canSeeOutreach(actor, session),
      area.hamletId === null
        ? mayInCommune(actor, 'outreach.read_commune_wide')
        : may(actor, 'visits.read', area),
    ],
    [
      'canCorrectOutreach',
      outreach.canCorrectOutreach(actor, session),
      may(actor, 'outreach.correct', { ...area, recordedBy: spot.recordedBy }),
    ],

    ['canSeeBoard', reports.canSeeBoard(actor), mayInCommune(actor, 'reports.read')],
    ['canSeeCommuneSum', reports.canSeeCommuneSum(actor), mayInCommune(actor, 'reports.sum')],
    [
      'canOpenReports',
      reports.canOpenReports(actor),
      mayInCommune(actor, 'reports.sum') || mayAnywhere(actor, 'reports.draft'),
    ],
    [
      'canReadCommuneReport',
      reports.canReadCommuneReport(actor, { state: 'issued' }),
      mayInCommune(actor, 'reports.sum') || mayInCommune(actor, 'reports.issued'),
    ],
    [
      'canOpenCommuneReports',
      reports.canOpenCommuneReports(actor),
      mayInCommune(actor, 'reports.sum') || mayInCommune(actor, 'reports.issued'),
    ],
    [
      'canDraftCommuneReport',
      reports.canDraftCommuneReport(actor),
      mayInCommune(actor, 'reports.consolidate'),
    ],
    [
      'canApproveForOffice',
      reports.canApproveForOffice(actor),
      mayInCommune(actor, 'reports.approve_office'),
    ],
    ['canApproveAsLeader', reports.canApproveAsLeader(actor), mayInCommune(actor, 'reports.approve_leader')],
    ['canRegisterReport', reports.canRegisterReport(actor), mayInCommune(actor, 'reports.register')],
    ['canOpenParts', reports.canOpenParts(actor), mayInCommune(actor, 'reports.open_parts')],
    [
      'canFillPart',
      reports.canFillPart(actor, { accountIds: named }),
      may(actor, 'reports.fill_part', { ...commune, named }),
    ],
    [
      'canReadPart',
      reports.canReadPart(actor, { accountIds: named }),
      may(actor, 'reports.fill_part', { ...commune, named }) || mayInCommune(actor, 'reports.sum'),
    ],
    ['canSeeAgreement', reports.canSeeAgreement(actor), mayInCommune(actor, 'reports.decide')],
    ['canAskReports', reports.canAskReports(actor), mayInCommune(actor, 'reports.ask')],
    ['canKeepForms', reports.canKeepForms(actor), mayInCommune(actor, 'reports.keep_forms')],
    [
      'canReadDigest',
      reports.canReadDigest(actor, area.hamletId),
      mayInCommune(actor, 'reports.read') || (area.hamletId !== null && may(actor, 'reports.draft', area)),
    ],
    ['canReadReport', reports.canReadReport(actor, report), may(actor, 'reports.read', here)],
    ['canDraftReport', reports.canDraftReport(actor, report), may(actor, 'reports.draft', here)],
    ['canSubmitReport', reports.canSubmitReport(actor, report), may(actor, 'reports.submit', here)],
    [
      'canSeeReminder',
      reports.canSeeReminder(actor, { hamletId: spot.hamletId, accountId: spot.recordedBy }),
      may(actor, 'reports.draft', here) && spot.recordedBy === actor.accountId,
    ],
    ['canDecideReport', reports.canDecideReport(actor, spot), may(actor, 'reports.decide', here)],
    [
      'canSeePeopleBehind',
      reports.canSeePeopleBehind(actor, area.hamletId),
      may(actor, 'register.read', area),
    ],
    [
      'canSeeSupportBehind',
      reports.canSeeSupportBehind(actor, area.hamletId),
      may(actor, 'support.read', { hamletId: area.hamletId }),
    ],
    [
      'canSeeObstaclesBehind',
      reports.canSeeObstaclesBehind(actor, area.hamletId),
      may(actor, 'obstacles.read', { hamletId: area.hamletId }),
    ],
    [
      'canSeeBusinessesBehind',
      reports.canSeeBusinessesBehind(actor, area.hamletId),
      may(actor, 'commerce.read', area),
    ],
    ['canSeeVisitsBehind', reports.canSeeVisitsBehind(actor, area.hamletId), may(actor, 'visits.read', area)],

    ['canSeeDocuments', documents.canSeeDocuments(actor), mayInCommune(actor, 'documents.read')],
    [
      'canSeeDocument',
      documents.canSeeDocument(actor, { state: spot.documentState }),
      may(actor, 'documents.read', { hamletId: null, documentState: spot.documentState }),
    ],
    ['canDraftDocument', documents.canDraftDocument(actor), mayInCommune(actor, 'documents.draft')],
    [
      'canApproveDocument',
      documents.canApproveDocument(actor, spot),
      mayInCommune(actor, `documents.approve_${spot.approver}`),
    ],
    ['canRegisterDocument', documents.canRegisterDocument(actor), mayInCommune(actor, 'documents.register')],
    ['canKeepSettings', documents.canKeepSettings(actor), mayInCommune(actor, 'documents.keep_settings')],

    [
      'canOpenIndicators',
      indicators.canOpenIndicators(actor),
      mayInCommune(actor, 'reports.sum') || mayInCommune(actor, 'reports.issued'),
    ],
    [
      'canReadEvidence',
      indicators.canReadEvidence(actor, spot.wide ? 'issued' : 'accepted'),
      mayInCommune(actor, 'reports.sum') || (spot.wide && mayInCommune(actor, 'reports.issued')),
    ],
    ['canKeepIndicators', indicators.canKeepIndicators(actor), mayInCommune(actor, 'indicators.keep')],

    ['canOpenTargets', targets.canOpenTargets(actor), mayAnywhere(actor, 'targets.read')],
    ['canSeeFigures', targets.canSeeFigures(actor, area.hamletId), may(actor, 'targets.read', area)],
    ['canSeeNames', targets.canSeeNames(actor, area.hamletId), may(actor, 'register.read', area)],
    ['canDefineTargets', targets.canDefineTargets(actor), mayInCommune(actor, 'targets.define')],
    ['canKeepPlan', plans.canKeepPlan(actor), mayInCommune(actor, 'plan.keep')],

    ['canSeeAllBusinesses', commerce.canSeeAllBusinesses(actor), mayInCommune(actor, 'commerce.read')],
    [
      'canSeeBusiness',
      commerce.canSeeBusiness(actor, { hamletId: spot.hamletId }),
      may(actor, 'commerce.read', here),
    ],
    ['canOpenBusinesses', commerce.canOpenBusinesses(actor), mayAnywhere(actor, 'commerce.read')],
    ['canKeepAnyBusiness', commerce.canKeepAnyBusiness(actor), mayAnywhere(actor, 'commerce.keep')],
    [
      'canKeepBusiness',
      commerce.canKeepBusiness(actor, { hamletId: spot.hamletId }),
      may(actor, 'commerce.keep', here),
    ],
    [
      'canCloseBusiness',
      commerce.canCloseBusiness(actor, { hamletId: spot.hamletId }),
      may(actor, 'commerce.close', here),
    ],

    ['canSeeBudget', budget.canSeeBudget(actor), mayInCommune(actor, 'budget.read')],
    [
      'canSeeTeamBudget',
      budget.canSeeTeamBudget(actor, { hamletId: spot.hamletId }),
      mayInCommune(actor, 'budget.read') || may(actor, 'budget.read_team', here),
    ],
    [
      'canOpenBudget',
      budget.canOpenBudget(actor),
      mayInCommune(actor, 'budget.read') || mayAnywhere(actor, 'budget.read_team'),
    ],
    ['canSeeVouchers', budget.canSeeVouchers(actor), mayInCommune(actor, 'budget.vouchers')],
    ['canKeepBudget', budget.canKeepBudget(actor), mayInCommune(actor, 'budget.keep')],
    ['canProposeEstimate', budget.canProposeEstimate(actor), mayInCommune(actor, 'budget.propose')],
    [
      'canWriteEstimate',
      budget.canWriteEstimate(actor, { state: spot.estimateState }),
      mayInCommune(actor, 'budget.propose') &&
        (spot.estimateState === 'draft' || spot.estimateState === 'returned'),
    ],
    [
      'canMoveEstimate',
      budget.canMoveEstimate(
        actor,
        { state: spot.estimateState, preparedBy: spot.recordedBy, appraisedBy: spot.submittedBy },
        spot.estimateStep,
      ),
      movesEstimate(actor, spot),
    ],
    [
      'canMoveSpend',
      budget.canMoveSpend(actor, { requestedBy: spot.recordedBy }, spot.spendStep),
      spot.spendStep === 'approved' || spot.spendStep === 'refused'
        ? may(actor, 'budget.approve', { ...commune, hands: [spot.recordedBy] })
        : spot.spendStep !== 'requested' && mayInCommune(actor, 'budget.keep'),
    ],
    [
      'canMoveSettlement',
      budget.canMoveSettlement(actor, { preparedBy: spot.recordedBy }, spot.settlementStep),
      spot.settlementStep === 'submitted'
        ? mayInCommune(actor, 'budget.keep')
        : may(actor, 'budget.approve', { ...commune, hands: [spot.recordedBy] }),
    ],

    ['canSeeGroups', groups.canSeeGroups(actor, group), may(actor, 'groups.read', here)],
    ['canOpenGroups', groups.canOpenGroups(actor), mayAnywhere(actor, 'groups.read')],
    ['canSeeAllGroups', groups.canSeeAllGroups(actor), mayInCommune(actor, 'groups.read')],
    ['canRegisterGroup', groups.canRegisterGroup(actor, group), may(actor, 'groups.register', here)],
    ['canCorrectGroup', groups.canCorrectGroup(actor, group), may(actor, 'groups.correct', groupThing)],
    [
      'canAssessGroup',
      groups.canAssessGroup(actor, group),
      // What is not open yet, or closed, is not assessed (domain/03 §7.7).
      ['active', 'suspended'].includes(spot.groupState) && may(actor, 'groups.assess', groupThing),
    ],
    [
      'canMoveGroup',
      groups.canMoveGroup(actor, group, spot.step),
      spot.step !== 'registered' &&
        (may(actor, 'groups.move', groupThing) ||
          (spot.step === 'closed' && may(actor, 'groups.close', groupThing))),
    ],

    ['canSeeAllTasks', tasks.canSeeAllTasks(actor), mayInCommune(actor, 'tasks.read')],
    ['canOpenTasks', tasks.canOpenTasks(actor), works(actor)],
    [
      'canSeeTask',
      tasks.canSeeTask(actor, task),
      isDoer ||
        isGiver ||
        may(actor, 'tasks.read', taskThing) ||
        (task.assignee.kind === 'team' && isMemberOf(actor, task.hamletId)),
    ],
    ['canGiveTasks', tasks.canGiveTasks(actor), mayAnywhere(actor, 'tasks.give')],
    ['canGiveTo', tasks.canGiveTo(actor, task), mayGiveIt],
    ['canSteerTask', tasks.canSteerTask(actor, task), steers],
    [
      'canMoveTask',
      tasks.canMoveTask(actor, task, spot.taskStep),
      {
        new: false,
        accepted: isDoer || leadsIt,
        in_progress: isDoer || leadsIt,
        done: isDoer || leadsIt,
        // Who said that it is done does not say that it is well done.
        verified: steers && task.stateBy !== actor.accountId,
        returned: steers && task.stateBy !== actor.accountId,
        cancelled: isGiver || mayInCommune(actor, 'tasks.update'),
      }[spot.taskStep],
    ],
    ['canWorkOn', tasks.canWorkOn(actor, task), isDoer || leadsIt],
    [
      'canRemoveEvidence',
      tasks.canRemoveEvidence(actor, { uploadedBy: spot.recordedBy }),
      works(actor) && isMine,
    ],

    [
      'canRaiseObstacle',
      obstacles.canRaiseObstacle(actor, obstacle),
      area.hamletId === null
        ? mayInCommune(actor, 'obstacles.raise_commune_wide')
        : may(actor, 'obstacles.raise', area),
    ],
    ['canSeeAllObstacles', obstacles.canSeeAllObstacles(actor), mayInCommune(actor, 'obstacles.read')],
    [
      'canSeeObstacle',
      obstacles.canSeeObstacle(actor, obstacle),
      isMine || speaks || may(actor, 'obstacles.read', obstacleThing),
    ],
    [
      'canCorrectObstacle',
      obstacles.canCorrectObstacle(actor, obstacle),
      speaks && obstacleState === 'raised',
    ],
    [
      'canMoveObstacle',
      obstacles.canMoveObstacle(actor, obstacle, spot.obstacleStep),
      // Only who raised it, or to whom it was handed when they left, says that it is done, or is not.
      spot.obstacleStep === 'confirmed' || (spot.obstacleStep === 'escalated' && obstacleState === 'resolved')
        ? speaks
        : spot.obstacleStep !== 'raised' && may(actor, 'obstacles.handle', obstacleThing),
    ],
    [
      'canHandOverObstacle',
      obstacles.canHandOverObstacle(actor, obstacle),
      obstacleState !== 'confirmed' && may(actor, 'members.hand_over', area),
    ],
    [
      'canHandOver',
      leaving.canHandOver(actor, { memberId: spot.memberId ?? 'tv-0', hamletId: area.hamletId }),
      (spot.memberId ?? 'tv-0') !== actor.memberId && may(actor, 'members.hand_over', area),
    ],
    [
      'canDirectObstacle',
      obstacles.canDirectObstacle(actor, obstacle),
      may(actor, 'obstacles.direct', obstacleThing),
    ],
    ['canKeepClock', obstacles.canKeepClock(actor), mayInCommune(actor, 'obstacles.keep_clock')],
    ...compareTraining(actor, spot),
    ...compareInspection(actor, {
      hamletId: spot.hamletId,
      kind: spot.inspectionKind,
      state: spot.inspectionState,
      people: [spot.recordedBy],
    }),

    ['canAskSupport', support.canAskSupport(actor, asked), may(actor, 'support.ask', here)],
    ['canSeeAllSupport', support.canSeeAllSupport(actor), mayInCommune(actor, 'support.read')],
    ['canSeeSupport', support.canSeeSupport(actor, asked), isMine || may(actor, 'support.read', here)],
    ['canAssignSupport', support.canAssignSupport(actor, asked), may(actor, 'support.assign', here)],
    [
      'canSeeSupportOf',
      support.canSeeSupportOf(actor, area.hamletId),
      may(actor, 'support.read', { hamletId: area.hamletId }),
    ],
    ['canAskSomeSupport', support.canAskSomeSupport(actor), mayAnywhere(actor, 'support.ask')],
    ['canKeepSupportClock', support.canKeepSupportClock(actor), mayInCommune(actor, 'support.keep_clock')],
    ['canWorkSupport', support.canWorkSupport(actor, asked), may(actor, 'support.work', here)],
    [
      'canCancelSupport',
      support.canCancelSupport(actor, asked),
      may(actor, 'support.work', here) || (isMine && spot.supportState === 'new'),
    ],
    [
      'canRateSupport',
      support.canRateSupport(actor, asked),
      ['done', 'no_show', 'cancelled'].includes(spot.supportState) &&
        (isMine || may(actor, 'support.work', here)),
    ],
    [
      'canOpenSupport',
      support.canOpenSupport(actor),
      mayAnywhere(actor, 'support.ask') || mayInCommune(actor, 'support.read'),
    ],

    ['canOpenMovements', emulation.canOpenMovements(actor), mayAnywhere(actor, 'emulation.read')],
    ['canStartMovements', emulation.canStartMovements(actor), mayInCommune(actor, 'emulation.start')],
    ['canKeepMovement', emulation.canKeepMovement(actor, movement), keepsMovement],
    [
      'canSeeMovement',
      emulation.canSeeMovement(actor, movement),
      mayAnywhere(actor, 'emulation.read') && (keepsMovement || spot.launchedAt !== null),
    ],
    [
      'canSeeMemberFigures',
      emulation.canSeeMemberFigures(actor, area.hamletId),
      area.hamletId === null || may(actor, 'teams.read', area),
    ],
    [
      'canSeeCounted',
      emulation.canSeeCounted(actor, spot.measure, spot.hamletId),
      may(actor, 'visits.read', { hamletId: spot.hamletId }) &&
        // Being a priority household may come of a restricted field; a list asks for it of all at once.
        (spot.measure !== 'priority_homes_met' ||
          may(actor, 'register.restricted', { hamletId: spot.hamletId })),
    ],
    [
      'canRecordActivity',
      emulation.canRecordActivity(actor, { createdBy: spot.recordedBy, hamletId: area.hamletId }),
      keepsMovement || (area.hamletId !== null && may(actor, 'emulation.record', area)),
    ],
    [
      'canAnswerCall',
      emulation.canAnswerCall(actor, { createdBy: spot.recordedBy, accountId: spot.spokenBy }),
      keepsMovement || answersUnit,
    ],
    [
      'canSeeProposals',
      emulation.canSeeProposals(actor, movement),
      keepsMovement || mayInCommune(actor, 'emulation.see_proposals'),
    ],
    [
      'canDecideCommendation',
      emulation.canDecideCommendation(actor, { proposedBy: spot.recordedBy }),
      may(actor, 'emulation.decide', { hamletId: null, recordedBy: spot.recordedBy }),
    ],

    ['canSeeTeam', org.canSeeTeam(actor, area), area.hamletId === null || may(actor, 'teams.read', area)],
    ['canSeeAllTeams', org.canSeeAllTeams(actor), mayInCommune(actor, 'teams.read')],
    ['canKeepUnits', org.canKeepUnits(actor), mayInCommune(actor, 'teams.keep_units')],
    ['canMergeHamlets', merging.canMergeHamlets(actor), mayInCommune(actor, 'teams.keep_units')],
    ['canKeepMembers', org.canKeepMembers(actor, area), may(actor, 'teams.keep_members', area)],

    [
      'canGrant',
      accounts.canGrant(actor, spot.role, area.hamletId),
      mayGive(actor, spot.role, area.hamletId),
    ],
    ['canOpenAccounts', accounts.canOpenAccounts(actor), mayAnywhere(actor, 'accounts.give_member')],
    [
      'canKeepAccount',
      accounts.canKeepAccount(actor, account),
      spot.recordedBy !== actor.accountId &&
        (mayInCommune(actor, 'accounts.give_commune_role') ||
          (spot.grants.length > 0 && spot.grants.every((one) => mayGive(actor, one.role, one.hamletId)))),
    ],
    ['canUsePhone', sync.canUsePhone(actor), mayAnywhere(actor, 'phones.use')],
    ['canSeeAllDevices', sync.canSeeAllDevices(actor), mayInCommune(actor, 'phones.read')],
    ['canSeeDevicesOf', sync.canSeeDevicesOf(actor, area.hamletId), may(actor, 'phones.read', area)],
    ['canOpenDevices', sync.canOpenDevices(actor), mayAnywhere(actor, 'phones.read')],
    ['canSeeDevice', sync.canSeeDevice(actor, device), isOwn || onDevice('phones.read')],
    ['canRevokeDevice', sync.canRevokeDevice(actor, device), isOwn || onDevice('phones.revoke')],
    ['canReview', sync.canReview(actor, spot.hamletId), may(actor, 'phones.review', here)],
    ['canReviewAll', sync.canReviewAll(actor), mayInCommune(actor, 'phones.review')],
    ['canOpenReviews', sync.canOpenReviews(actor), mayAnywhere(actor, 'phones.review')],
    ['canImportHandover', sync.canImportHandover(actor, device), onDevice('phones.review')],
    ['canOpenHandover', sync.canOpenHandover(actor), mayAnywhere(actor, 'phones.review')],
    ['canReadAudit', accounts.canReadAudit(actor), may(actor, 'audit.read', commune)],
  ];
}
