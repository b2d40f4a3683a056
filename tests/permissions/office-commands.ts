import { inviteMembers } from '#features/accounts/commands/invite-members.server.ts';
import { inviteAccount, renewInvitation } from '#features/accounts/commands/invite.server.ts';
import {
  disableAccount,
  enableAccount,
  grantRole,
  revokeRole,
} from '#features/accounts/commands/keep.server.ts';
import {
  approveDocument,
  discardDocument,
  issueDocument,
  numberDocument,
  returnDocument,
} from '#features/documents/commands/decide-document.server.ts';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import { exportDocument } from '#features/documents/commands/export-document.server.ts';
import { keepSignedDocument } from '#features/documents/commands/keep-signed-document.server.ts';
import { keepPaperSettings } from '#features/documents/commands/keep-settings.server.ts';
import { writeDocument } from '#features/documents/commands/write-document.server.ts';
import { invitation } from '#features/documents/documents-world.test-support.ts';
import { renameCommuneFrom } from '#features/org/commands/commune-names.server.ts';
import { renameHamletFrom } from '#features/org/commands/hamlet-names.server.ts';
import { addHamlet, addHamlets, renameHamlet } from '#features/org/commands/hamlets.server.ts';
import {
  addMember,
  changeMember,
  endMember,
  endTeam,
  foundTeam,
} from '#features/org/commands/teams.server.ts';
import {
  changePlan,
  closePlan,
  createPlan,
  keepCatalogueEntry,
  retireCatalogueEntry,
} from '#features/plans/commands.server.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { exportIndicators } from '#features/indicators/commands/export-indicators.server.ts';
import { exportMapped } from '#features/indicators/commands/export-mapped.server.ts';
import { importMappings } from '#features/indicators/commands/import-mappings.server.ts';
import { keepMapping, removeMapping } from '#features/indicators/commands/keep-mapping.server.ts';
import {
  addReportingSystem,
  changeReportingSystem,
} from '#features/indicators/commands/keep-reporting-system.server.ts';
import {
  addIndicator,
  changeIndicator,
  endIndicator,
} from '#features/indicators/commands/keep-indicator.server.ts';
import { acceptReport, lockReport, returnReport } from '#features/reports/commands/decide-report.server.ts';
import {
  moveInForm,
  removeFromForm,
  writeFormColumn,
  writeFormDocument,
  writeFormPart,
  writeFormRow,
  writeFormSection,
} from '#features/reports/commands/edit-form.server.ts';
import { fillRequest, returnRequest } from '#features/reports/commands/fill-request.server.ts';
import { askReport, cancelCall } from '#features/reports/commands/ask-report.server.ts';
import { exportFormPreview } from '#features/reports/commands/export-form-preview.server.ts';
import {
  beginForm,
  dropForm,
  putFormInForce,
  takeMissing,
} from '#features/reports/commands/keep-forms.server.ts';
import { dropDayOff, extendDueDay, keepDayOff } from '#features/reports/commands/keep-calendar.server.ts';
import {
  answerRemark,
  explainFigure,
  remarkReport,
} from '#features/reports/commands/remark-report.server.ts';
import { checkSample, drawSample } from '#features/reports/commands/keep-sample.server.ts';
import { exportCommuneReport } from '#features/reports/commands/export-commune-report.server.ts';
import {
  approveAsLeader,
  approveForOffice,
  returnCommuneReport,
} from '#features/reports/commands/approve-commune-report.server.ts';
import {
  archiveCommuneReport,
  issueCommuneReport,
  numberCommuneReport,
} from '#features/reports/commands/register-commune-report.server.ts';
import {
  openCommuneReport,
  writeCommuneReport,
} from '#features/reports/commands/draft-commune-report.server.ts';
import { keepSignedFile } from '#features/reports/commands/keep-signed-file.server.ts';
import { exportCommuneSum, exportReport } from '#features/reports/commands/export-report.server.ts';
import { openReport, renewReport } from '#features/reports/commands/open-report.server.ts';
import { seeReminder } from '#features/reports/commands/see-reminder.server.ts';
import { reopenReport, submitReport } from '#features/reports/commands/submit-report.server.ts';
import { writeNarrative } from '#features/reports/commands/write-narrative.server.ts';
import { decideReview } from '#features/sync/commands/decide-review.server.ts';
import { revokeDevice } from '#features/sync/commands/revoke-device.server.ts';
import { openNextYear } from '#features/targets/commands/open-next-year.server.ts';
import { defineTarget } from '#features/targets/commands/define-target.server.ts';
import { defaultDefinitions } from '#features/targets/default-definitions.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { command, verdict, type Path } from './path.ts';
import { may, mayInCommune } from './predicate.ts';
import type { Operation } from './rights-table.ts';
import { issuedPeriod, type Settled } from './settled-world.ts';
import type { Spot } from './spot.ts';

const inCommune =
  (operation: Operation): Path['expected'] =>
  (actor) =>
    verdict(true, mayInCommune(actor, operation));

/** Names of hamlets are public: what is not allowed there says so; one of elsewhere is not there. */
const inHamlet =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(spot.here, mayInCommune(actor, operation));

const inTeam =
  (...operations: Operation[]): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      spot.here && may(actor, 'teams.read', spot),
      operations.every((operation) => may(actor, operation, spot)),
    );

export const mayGive = (actor: Actor, role: string, hamletId: string | null): boolean =>
  hamletId === null
    ? mayInCommune(actor, 'accounts.give_commune_role')
    : may(actor, 'accounts.give_hamlet_role', { hamletId }) ||
      (role === 'member' && may(actor, 'accounts.give_member', { hamletId }));

/** An account is kept by who could give every role that it has; nobody keeps the own one. */
export const keeps = (actor: Actor, spot: Spot): boolean =>
  spot.here &&
  spot.account.id !== actor.accountId &&
  spot.account.grants.every((grant) => mayGive(actor, grant.role, grant.hamletId));

const keeping: Path['expected'] = (actor, { spot }) => verdict(keeps(actor, spot), true);

/** A role in a hamlet, for an account that is kept. */
const giving =
  (role: string): Path['expected'] =>
  (actor, { spot, second }) =>
    verdict(keeps(actor, spot), mayGive(actor, role, second.hamletId));

/** A reminder is the person's own, and only while that person writes the hamlet's report. */
export const gotReminder = (actor: Actor, spot: Spot): boolean =>
  spot.here &&
  spot.reminder.accountId === actor.accountId &&
  may(actor, 'reports.draft', { hamletId: spot.hamletId });

/** Whose pages show indicators may hear that keeping them is not allowed. */
const onIndicators: Path['expected'] = (actor) =>
  verdict(
    mayInCommune(actor, 'reports.sum') || mayInCommune(actor, 'reports.issued'),
    mayInCommune(actor, 'indicators.keep'),
  );

export const readsReport = (actor: Actor, spot: Spot, reportState: 'draft' | 'submitted'): boolean =>
  spot.here && may(actor, 'reports.read', { hamletId: spot.hamletId, reportState });

const onReport =
  (reportState: 'draft' | 'submitted', operation: Operation): Path['expected'] =>
  (actor, { spot }) =>
    verdict(
      readsReport(actor, spot, reportState),
      may(actor, operation, { hamletId: spot.hamletId, reportState, submittedBy: spot.sent.submittedBy }),
    );

/** A phone is its owner's too. */
export const onPhone =
  (operation: Operation): Path['expected'] =>
  (actor, { spot }) => {
    const isOwn = spot.here && spot.account.id === actor.accountId;
    return verdict(
      isOwn || (spot.here && may(actor, 'phones.read', spot)),
      isOwn || may(actor, operation, spot),
    );
  };

/** A unit's part of the commune's report: its people, and who reads the report anyway. */
export const seesPart = (actor: Actor, { part }: Settled): boolean =>
  may(actor, 'reports.fill_part', { hamletId: null, named: part.named }) ||
  mayInCommune(actor, 'reports.sum');

const keepsForms: Path['expected'] = (actor) => verdict(mayInCommune(actor, 'reports.keep_forms'), true);

const member = { fullName: 'Lý Văn Sửa', organisation: 'resident', position: 'member' };
const entry = { kind: 'topic', code: 'chu_de_moi', name: 'Chủ đề mới', position: '90' };

/** The commune's own report, a draft: the province has nothing to read in it yet. */
const onCommuneReport =
  (...operations: Operation[]): Path['expected'] =>
  (actor) =>
    verdict(
      mayInCommune(actor, 'reports.sum'),
      operations.some((operation) => mayInCommune(actor, operation)),
    );

/** An official document in a state; null: none yet. */
const onDocument =
  (documentState: string | null, ...operations: Operation[]): Path['expected'] =>
  (actor) =>
    verdict(
      may(actor, 'documents.read', { hamletId: null, ...(documentState !== null && { documentState }) }),
      operations.some((operation) => mayInCommune(actor, operation)),
    );

const settings = {
  kind: 'invitation',
  validFrom: '2026-12-01',
  lines: 'Ủy ban nhân dân',
  inText: 'Ủy ban nhân dân xã',
  symbol: 'GM-UBND',
  place: 'Nhơn Mỹ',
  title: 'Chủ tịch',
  approver: 'leader',
  recipients: 'Lưu: VT',
};

export const officeCommands = [
  command(addHamlet, () => ({ name: 'Ấp Mới', validFrom: '2026-11-01' }), inCommune('teams.keep_units')),
  command(addHamlets, () => ({ names: 'Ấp Mới 2', validFrom: '2026-11-01' }), inCommune('teams.keep_units')),
  command(
    renameHamlet,
    ({ spot }) => ({ hamletId: spot.hamletId, name: 'Ấp Khác' }),
    inHamlet('teams.keep_units'),
  ),
  command(
    renameHamletFrom,
    ({ spot }) => ({ hamletId: spot.hamletId, name: 'Ấp Khác', validFrom: '2027-01-01' }),
    inHamlet('teams.keep_units'),
  ),
  command(
    renameCommuneFrom,
    () => ({ name: 'Tên Mới', type: 'xa', validFrom: '2027-01-01', decision: '39/2026/QH16' }),
    inCommune('teams.keep_units'),
  ),
  command(
    foundTeam,
    ({ spot }) => ({ hamletId: spot.hamletId, name: 'Tổ Mới', startedOn: '2026-11-01' }),
    inHamlet('teams.keep_units'),
  ),
  command(
    endTeam,
    ({ spot }) => ({ teamId: spot.teamId, endedOn: '2026-11-20', reason: null }),
    inTeam('teams.keep_units'),
  ),
  command(
    addMember,
    ({ spot }) => ({ ...member, teamId: spot.teamId, startedOn: '2026-11-01' }),
    inTeam('teams.keep_members'),
  ),
  command(changeMember, ({ spot }) => ({ ...member, memberId: spot.memberId }), inTeam('teams.keep_members')),
  command(
    endMember,
    ({ spot }) => ({ memberId: spot.memberId, endedOn: '2026-11-20', reason: null }),
    inTeam('teams.keep_members'),
  ),

  command(
    inviteAccount,
    ({ spot, second }) => ({
      login: 'nguoimoi1',
      fullName: 'Người Mới',
      memberId: second.freeMemberId,
      roles: [{ role: 'member', hamletId: spot.hamletId }],
    }),
    (actor, { spot, second }) =>
      verdict(
        spot.here && second.here && may(actor, 'teams.read', second),
        may(actor, 'teams.keep_members', second) && mayGive(actor, 'member', spot.hamletId),
      ),
  ),
  command(
    inviteAccount,
    ({ spot }) => ({
      login: 'nguoimoi2',
      fullName: 'Người Mới',
      roles: [
        { role: 'member', hamletId: spot.hamletId },
        { role: 'culture_social_officer', hamletId: null },
      ],
    }),
    (actor, { spot }) => verdict(spot.here, mayGive(actor, 'culture_social_officer', null)),
  ),
  command(
    inviteMembers,
    ({ spot }) => ({
      teamId: spot.teamId,
      people: [{ memberId: spot.freeMemberId, login: 'nguoimoi3', roles: ['member'] }],
    }),
    inTeam('teams.keep_members', 'accounts.give_member'),
  ),
  command(
    inviteMembers,
    ({ spot }) => ({
      teamId: spot.teamId,
      people: [{ memberId: spot.freeMemberId, login: 'nguoimoi4', roles: ['hamlet_head'] }],
    }),
    inTeam('teams.keep_members', 'accounts.give_hamlet_role'),
  ),
  command(renewInvitation, ({ spot }) => ({ accountId: spot.account.id }), keeping),
  command(disableAccount, ({ spot }) => ({ accountId: spot.account.id }), keeping),
  command(enableAccount, ({ spot }) => ({ accountId: spot.account.id }), keeping),
  command(
    grantRole,
    ({ spot, second }) => ({
      accountId: spot.account.id,
      role: 'hamlet_team_leader',
      hamletId: second.hamletId,
    }),
    (actor, { spot, second }) =>
      verdict(keeps(actor, spot) && second.here, mayGive(actor, 'hamlet_team_leader', second.hamletId)),
  ),
  command(
    grantRole,
    ({ spot }) => ({ accountId: spot.account.id, role: 'commune_admin', hamletId: null }),
    (actor, { spot }) => verdict(keeps(actor, spot), mayGive(actor, 'commune_admin', null)),
  ),
  command(
    revokeRole,
    ({ spot, second }) => ({ accountId: spot.account.id, role: 'member', hamletId: second.hamletId }),
    giving('member'),
  ),

  command(createPlan, () => ({ ...planNhonMy2026, year: 2027 }), inCommune('plan.keep')),
  command(
    changePlan,
    ({ settled }) => ({ ...planNhonMy2026, planId: settled.planId }),
    inCommune('plan.keep'),
  ),
  command(
    openNextYear,
    ({ settled }) => ({
      ...planNhonMy2026,
      year: 2027,
      startsOn: '2027-01-01',
      endsOn: '2027-12-31',
      fromPlanId: settled.planId,
    }),
    inCommune('plan.keep'),
  ),
  command(closePlan, ({ settled }) => ({ planId: settled.planId }), inCommune('plan.keep')),
  command(keepCatalogueEntry, () => entry, inCommune('plan.keep')),
  command(retireCatalogueEntry, ({ settled }) => ({ entryId: settled.catalogueId }), inCommune('plan.keep')),
  command(
    defineTarget,
    ({ settled }) => ({
      planId: settled.planId,
      definition: defaultDefinitions[0],
      validFrom: '2026-11-24',
      reason: 'thử',
    }),
    inCommune('targets.define'),
  ),

  command(
    openReport,
    ({ spot }) => ({ hamletId: spot.hamletId, period: '2026-08' }),
    (actor, { spot }) => verdict(spot.here && may(actor, 'reports.draft', spot), true),
  ),
  command(
    writeNarrative,
    ({ spot }) => ({ reportId: spot.draft, section: 'obstacles', text: 'Mạng yếu' }),
    onReport('draft', 'reports.draft'),
  ),
  command(submitReport, ({ spot }) => ({ reportId: spot.draft }), onReport('draft', 'reports.submit')),
  command(reopenReport, ({ spot }) => ({ reportId: spot.sent.id }), onReport('submitted', 'reports.draft')),
  command(renewReport, ({ spot }) => ({ reportId: spot.sent.id }), onReport('submitted', 'reports.draft')),
  command(
    returnReport,
    ({ spot }) => ({ reportId: spot.sent.id, note: 'xem lại' }),
    onReport('submitted', 'reports.decide'),
  ),
  command(acceptReport, ({ spot }) => ({ reportId: spot.sent.id }), onReport('submitted', 'reports.decide')),
  command(lockReport, ({ spot }) => ({ reportId: spot.sent.id }), onReport('submitted', 'reports.decide')),
  command(drawSample, ({ spot }) => ({ reportId: spot.sent.id }), onReport('submitted', 'reports.decide')),
  command(
    checkSample,
    ({ spot }) => ({ sampleId: spot.sampleId, result: 'confirmed' }),
    onReport('submitted', 'reports.decide'),
  ),
  command(
    seeReminder,
    ({ spot }) => ({ reminderId: spot.reminder.id }),
    (actor, { spot }) => verdict(gotReminder(actor, spot), true),
  ),
  command(
    remarkReport,
    ({ spot }) => ({ reportId: spot.sent.id, subject: 'figure', code: 'B2', text: 'Xin xem lại' }),
    onReport('submitted', 'reports.decide'),
  ),
  command(
    answerRemark,
    ({ spot }) => ({ reportId: spot.sent.id, remarkId: spot.remarkId, answer: 'Đã xem lại' }),
    onReport('submitted', 'reports.draft'),
  ),
  command(
    explainFigure,
    ({ spot }) => ({ reportId: spot.draft, code: 'B2', text: 'Nhiều hộ đi làm xa' }),
    onReport('draft', 'reports.draft'),
  ),
  command(exportReport, ({ spot }) => ({ reportId: spot.sent.id }), onReport('submitted', 'reports.read')),
  command(
    exportCommuneSum,
    () => ({ period: '2026-10' }),
    (actor) => verdict(mayInCommune(actor, 'reports.sum'), true),
  ),
  command(
    extendDueDay,
    ({ spot }) => ({ period: '2026-10', hamletId: spot.hamletId, dueOn: '2026-12-20', reason: 'mưa bão' }),
    (actor, { spot }) => verdict(spot.here && mayInCommune(actor, 'plan.keep'), true),
  ),
  command(
    dropDayOff,
    () => ({ day: '2026-09-02' }),
    (actor) => verdict(mayInCommune(actor, 'plan.keep'), true),
  ),
  command(
    keepDayOff,
    () => ({ day: '2027-01-01', kind: 'off', name: 'Tết Dương lịch' }),
    (actor) => verdict(mayInCommune(actor, 'plan.keep'), true),
  ),

  command(
    openCommuneReport,
    () => ({ period: '2026-09' }),
    (actor) => verdict(mayInCommune(actor, 'reports.sum'), mayInCommune(actor, 'reports.consolidate')),
  ),
  command(
    writeCommuneReport,
    ({ settled }) => ({ reportId: settled.communeReports.draft, section: 'proposals', text: 'Thêm máy' }),
    onCommuneReport('reports.consolidate'),
  ),
  command(
    approveForOffice,
    ({ settled }) => ({ reportId: settled.communeReports.draft }),
    onCommuneReport('reports.approve_office'),
  ),
  command(
    approveAsLeader,
    ({ settled }) => ({ reportId: settled.communeReports.office_approved }),
    onCommuneReport('reports.approve_leader'),
  ),
  command(
    returnCommuneReport,
    ({ settled }) => ({ reportId: settled.communeReports.office_approved, note: 'xem lại' }),
    onCommuneReport('reports.approve_office', 'reports.approve_leader'),
  ),
  command(
    numberCommuneReport,
    ({ settled }) => ({
      reportId: settled.communeReports.leader_approved,
      officeNumber: '1/BC-VHXH',
      officeDatedOn: '2026-11-20',
      communeNumber: '2/BC-UBND',
      communeDatedOn: '2026-11-20',
    }),
    onCommuneReport('reports.register'),
  ),
  command(
    keepSignedFile,
    ({ settled }) => ({
      reportId: settled.communeReports.numbered,
      document: 'commune',
      name: 'bc.pdf',
      bytes: Buffer.from('%PDF-1.7'),
    }),
    onCommuneReport('reports.register'),
  ),
  command(
    issueCommuneReport,
    ({ settled }) => ({ reportId: settled.communeReports.numbered }),
    onCommuneReport('reports.register'),
  ),
  command(
    archiveCommuneReport,
    ({ settled }) => ({ reportId: settled.communeReports.issued }),
    onCommuneReport('reports.register'),
  ),
  command(
    exportCommuneReport,
    ({ settled }) => ({ reportId: settled.communeReports.draft, format: 'json' }),
    onCommuneReport('reports.sum'),
  ),

  command(draftDocument, () => ({ kind: 'minutes' }), onDocument(null, 'documents.draft')),
  command(
    writeDocument,
    ({ settled }) => ({ ...invitation, kind: 'invitation', documentId: settled.documents.draft }),
    onDocument('draft', 'documents.draft'),
  ),
  command(
    approveDocument,
    ({ settled }) => ({ documentId: settled.documents.draft }),
    onDocument('draft', 'documents.approve_leader'),
  ),
  command(
    approveDocument,
    ({ settled }) => ({ documentId: settled.documents.minutes }),
    onDocument('draft', 'documents.approve_office'),
  ),
  command(
    returnDocument,
    ({ settled }) => ({ documentId: settled.documents.approved, note: 'xem lại' }),
    onDocument('approved', 'documents.approve_leader'),
  ),
  command(
    discardDocument,
    ({ settled }) => ({ documentId: settled.documents.draft }),
    onDocument('draft', 'documents.draft'),
  ),
  command(
    numberDocument,
    ({ settled }) => ({
      documentId: settled.documents.approved,
      number: '7/GM-UBND',
      datedOn: '2026-11-20',
    }),
    onDocument('approved', 'documents.register'),
  ),
  command(
    keepSignedDocument,
    ({ settled }) => ({
      documentId: settled.documents.numbered,
      name: 'gm.pdf',
      bytes: Buffer.from('%PDF-1.7'),
    }),
    onDocument('numbered', 'documents.register'),
  ),
  command(
    issueDocument,
    ({ settled }) => ({ documentId: settled.documents.numbered }),
    onDocument('numbered', 'documents.register'),
  ),
  command(
    exportDocument,
    ({ settled }) => ({ documentId: settled.documents.issued }),
    onDocument('issued', 'documents.read'),
  ),
  command(keepPaperSettings, () => settings, onDocument(null, 'documents.keep_settings')),
  command(
    askReport,
    ({ spot }) => ({
      kind: 'ad_hoc',
      title: 'Mất sóng',
      startsOn: '2026-11-20',
      endsOn: '2026-11-24',
      dueOn: '2026-11-28',
      hamletIds: [spot.hamletId],
      questions: 'Ở đâu?',
    }),
    (actor) => verdict(mayInCommune(actor, 'reports.ask'), true),
  ),
  command(
    cancelCall,
    ({ settled }) => ({ callId: settled.callId }),
    (actor) => verdict(mayInCommune(actor, 'reports.ask'), true),
  ),
  command(
    fillRequest,
    ({ settled }) => ({ requestId: settled.part.requestId, texts: { economy: 'Đã làm.' } }),
    (actor, { settled }) =>
      verdict(
        seesPart(actor, settled),
        may(actor, 'reports.fill_part', { hamletId: null, named: settled.part.named }) ||
          mayInCommune(actor, 'reports.consolidate'),
      ),
  ),
  command(
    returnRequest,
    ({ settled }) => ({ requestId: settled.part.requestId, note: 'Xin ghi rõ.' }),
    (actor, { settled }) => verdict(seesPart(actor, settled), mayInCommune(actor, 'reports.consolidate')),
  ),
  command(beginForm, () => ({ kind: 'hamlet' }), keepsForms),
  command(takeMissing, () => ({ kind: 'hamlet' }), keepsForms),
  command(dropForm, () => ({ kind: 'office' }), keepsForms),
  command(putFormInForce, () => ({ kind: 'office', validFrom: '2026-11-01' }), keepsForms),
  command(
    writeFormSection,
    () => ({ kind: 'office', title: 'Gương tốt', prompt: 'Ai, việc gì.' }),
    keepsForms,
  ),
  command(writeFormPart, () => ({ kind: 'office', title: 'Phong trào' }), keepsForms),
  command(
    writeFormRow,
    () => ({ kind: 'office', part: 'F', code: 'F9', title: 'Sản phẩm', unit: 'đơn' }),
    keepsForms,
  ),
  command(
    writeFormColumn,
    () => ({ kind: 'office', source: 'A2 cumulative', header: 'Thành viên' }),
    keepsForms,
  ),
  command(
    writeFormDocument,
    () => ({
      kind: 'office',
      name: 'Báo cáo',
      subject: 'Kết quả',
      opening: 'Như sau:',
      closing: 'Trên đây.',
      annexTitle: 'Kết quả',
    }),
    keepsForms,
  ),
  command(moveInForm, () => ({ kind: 'office', place: 'section', code: 'tasks', step: 'up' }), keepsForms),
  command(removeFromForm, () => ({ kind: 'office', place: 'section', code: 'tasks' }), keepsForms),
  command(exportFormPreview, () => ({ kind: 'hamlet' }), keepsForms),

  command(
    addIndicator,
    () => ({
      indicatorCode: 'CT99',
      name: 'Hộ',
      unit: 'hộ',
      numerator: 'households',
      source: 'x',
      validFrom: '2026-01-01',
    }),
    onIndicators,
  ),
  command(
    changeIndicator,
    ({ settled }) => ({
      indicatorId: settled.indicatorId,
      name: 'Thành viên',
      unit: 'người',
      numerator: 'members',
      source: 'x',
      validFrom: '2026-01-01',
    }),
    onIndicators,
  ),
  command(
    endIndicator,
    ({ settled }) => ({ indicatorId: settled.indicatorId, validTo: '2026-10-31' }),
    onIndicators,
  ),
  command(
    exportIndicators,
    () => ({ period: '2026-10', format: 'json' }),
    (actor) => verdict(mayInCommune(actor, 'reports.sum'), true),
  ),
  // The settled commune has issued this one.
  command(
    exportIndicators,
    () => ({ period: issuedPeriod, format: 'csv' }),
    (actor) => verdict(mayInCommune(actor, 'reports.sum') || mayInCommune(actor, 'reports.issued'), true),
  ),

  command(addReportingSystem, () => ({ name: 'Phiếu thử' }), onIndicators),
  command(
    changeReportingSystem,
    ({ settled }) => ({ systemId: settled.systemId, name: 'Kho thử' }),
    onIndicators,
  ),
  command(
    keepMapping,
    ({ settled }) => ({
      systemId: settled.systemId,
      indicatorCode: 'CT12',
      theirCode: 'B',
      validFrom: '2025-01-01',
    }),
    onIndicators,
  ),
  command(
    removeMapping,
    ({ settled }) => ({ systemId: settled.systemId, indicatorCode: 'CT12', validFrom: '2025-01-01' }),
    onIndicators,
  ),
  command(
    importMappings,
    ({ settled }) => ({
      systemId: settled.systemId,
      rows: [{ row: 2, values: { indicatorCode: 'CT12', theirCode: 'B', validFrom: '2025-01-01' } }],
    }),
    onIndicators,
  ),
  command(
    exportMapped,
    ({ settled }) => ({ systemId: settled.systemId, period: '2026-10', format: 'json' }),
    (actor) => verdict(mayInCommune(actor, 'reports.sum'), true),
  ),
  command(
    exportMapped,
    ({ settled }) => ({ systemId: settled.systemId, period: issuedPeriod, format: 'csv' }),
    (actor) => verdict(mayInCommune(actor, 'reports.sum') || mayInCommune(actor, 'reports.issued'), true),
  ),

  command(revokeDevice, ({ spot }) => ({ deviceId: spot.phone.id }), onPhone('phones.revoke')),
  ...(['told', 'stood'] as const).map((decision) =>
    command(
      decideReview,
      ({ spot }) => ({ reviewId: spot.phone.reviewId, decision }),
      (actor, { spot }) => verdict(spot.here && may(actor, 'phones.review', spot), true),
    ),
  ),
];
