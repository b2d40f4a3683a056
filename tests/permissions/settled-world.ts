import { sql } from 'kysely';
import {
  approveDocument,
  issueDocument,
  numberDocument,
} from '#features/documents/commands/decide-document.server.ts';
import { settleApproved, settleDraft, spendOf } from '#features/budget/budget-world.test-support.ts';
import { keepVoucher } from '#features/budget/commands/keep-voucher.server.ts';
import { moveEstimate } from '#features/budget/commands/move-estimate.server.ts';
import { requestSpend } from '#features/budget/commands/request-spend.server.ts';
import { moveSettlement, openSettlement } from '#features/budget/commands/settle.server.ts';
import { listVouchers } from '#features/budget/queries/spends.server.ts';
import { registerBusiness } from '#features/commerce/commands/keep-business.server.ts';
import { recordStep } from '#features/commerce/commands/record-business.server.ts';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import { writeDocument } from '#features/documents/commands/write-document.server.ts';
import { invitation, minutes } from '#features/documents/documents-world.test-support.ts';
import { addMember } from '#features/org/commands/teams.server.ts';
import { insertCatalogueEntry, insertPlan } from '#features/plans/commands.server.ts';
import { defaultCatalogue } from '#features/plans/default-catalogue.ts';
import { planNhonMy2026 } from '#features/plans/plan-2026.ts';
import { findPlan, listCatalogue } from '#features/plans/queries.server.ts';
import { assignHelper } from '#features/visits/commands/assign-helper.server.ts';
import { keepMapping } from '#features/indicators/commands/keep-mapping.server.ts';
import { addReportingSystem } from '#features/indicators/commands/keep-reporting-system.server.ts';
import { addIndicator } from '#features/indicators/commands/keep-indicator.server.ts';
import { addGroupMember } from '#features/groups/commands/keep-members.server.ts';
import { setGroupState } from '#features/groups/commands/set-group-state.server.ts';
import { registerGroup } from '#features/groups/commands/register-group.server.ts';
import { raiseObstacle } from '#features/obstacles/commands/raise-obstacle.server.ts';
import { wholeCommune } from '#features/outreach/campaign.ts';
import { planCampaign } from '#features/outreach/commands/plan-campaign.server.ts';
import { listCampaignItems } from '#features/outreach/queries/campaigns.server.ts';
import { writeContent } from '#features/outreach/commands/write-content.server.ts';
import { recordOutreach } from '#features/outreach/commands/record-outreach.server.ts';
import { mergeHouseholds } from '#features/registry/commands/merge-households.server.ts';
import { mergeResidents } from '#features/registry/commands/merge-residents.server.ts';
import { readImport } from '#features/registry/commands/import/read-import.server.ts';
import { nameResponsible } from '#features/registry/commands/name-responsible.server.ts';
import { registerHousehold } from '#features/registry/commands/register-household.server.ts';
import { setPolicyClass } from '#features/registry/commands/set-policy-class.server.ts';
import { assignSupport } from '#features/support/commands/arrange-support.server.ts';
import { askSupport } from '#features/support/commands/ask-support.server.ts';
import { finishSupport } from '#features/support/commands/finish-support.server.ts';
import { keepDayOff } from '#features/reports/commands/keep-calendar.server.ts';
import { communeStates, type CommuneState } from '#features/reports/model/commune-state.ts';
import { acceptReport } from '#features/reports/commands/decide-report.server.ts';
import { settleEmulation, type SettledEmulation } from './settled-emulation.ts';
import { askReport } from '#features/reports/commands/ask-report.server.ts';
import { beginForm } from '#features/reports/commands/keep-forms.server.ts';
import { openCommuneReport } from '#features/reports/commands/draft-commune-report.server.ts';
import { keepUnit } from '#features/units/commands/keep-unit.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { seedDefaultTemplates } from '#features/reports/commands/seed-default-templates.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { seedDefaultTargets } from '#features/targets/commands/seed-default-targets.server.ts';
import { findOne, holdOne, planOne } from '#features/inspection/inspection-world.test-support.ts';
import { giveTasks } from '#features/tasks/commands/give-tasks.server.ts';
import { keepEvidence } from '#features/tasks/commands/keep-evidence.server.ts';
import { listEvidence } from '#features/tasks/queries/task-evidence.server.ts';
import { chooseTrainees } from '#features/training/commands/choose-trainees.server.ts';
import { keepTopic } from '#features/training/commands/keep-topic.server.ts';
import { planClass } from '#features/training/commands/plan-class.server.ts';
import { recordConfirmation } from '#features/training/commands/record-confirmation.server.ts';
import { getClass } from '#features/training/queries/classes.server.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { writeContext } from '#platform/commands/command.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import { marker, nowhere, restrictedMarker, type Home, type Spot } from './spot.ts';
import { settlePhone } from '#tests/phone-world.ts';
import { inCommune } from '#tests/visit-world.ts';
import { commune, foreignCommune, type World } from '#tests/world.ts';

/** Of each state of the commune's report one, each of a period of its own. */
const periodOfState = (index: number) => `2025-0${index}`;
export const issuedPeriod = periodOfState(communeStates.indexOf('issued'));

export interface Settled {
  spots: Record<Spot['key'], Spot>;
  planId: Id;
  /** A session of the whole commune. */
  wideSession: Id;
  /** A list that was read and waits. */
  importId: Id;
  catalogueId: Id;
  topicId: Id;
  /** A content of the library of what is to be said. */
  contentId: Id;
  /** A campaign, and its outing in each place by the hamlet's id (none: of the whole commune). */
  campaign: { id: Id; items: Record<string, Id> };
  /** Movements of the Youth Union: a draft, one that runs with an outing by hamlet and a called unit, and one that is closed. */
  emulation: SettledEmulation;
  /** The commune's own reports, one in each state, by state. */
  communeReports: Record<CommuneState, Id>;
  /** A unit, what it is asked for in the draft of the commune's report, and who is named for it. */
  part: { unitId: Id; requestId: Id; named: Id[] };
  /** A thematic report that one hamlet is asked for. */
  callId: Id;
  /** A merger of hamlets that waits for its day, and a hamlet that is none of the spots. */
  merger: { id: Id; thirdHamletId: Id };
  /** A code under which others ask for a figure. */
  indicatorId: Id;
  /** Another system that takes it, with a code of its own. */
  systemId: Id;
  /** Official documents: two drafts, which a leader and the head of the office sign, and one further on for each state. */
  documents: Record<'draft' | 'minutes' | 'approved' | 'numbered' | 'issued', Id>;
  /** Money of the year: a source, a draft of the officer with a line, one that waits for the leader, and a payment that waits with a file. */
  budget: {
    sourceId: Id;
    draftId: Id;
    draftLineId: Id;
    appraisedId: Id;
    lineId: Id;
    spendId: Id;
    voucherId: Id;
    settlementId: Id;
    submittedId: Id;
    /** Who proposed and who appraised. */
    hands: Id[];
    keeper: Id;
  };
}

/** Plan, catalogue, targets, forms, and in two hamlets and another commune one of everything. */
export async function settle(world: World): Promise<Settled> {
  const planId = await layGround(world);
  const { cast } = world;
  const spots = {
    mau1: await settleHamlet(world, 'mau1', cast.lan, cast.tu),
    mau2: await settleHamlet(world, 'mau2', cast.binh, cast.sau),
    foreign: await settleForeign(world),
    absent: nowhere(world.now),
  };
  await world.run(keepDayOff, cast.hanh, { day: '2026-09-02', kind: 'off', name: 'Quốc khánh' });
  const wide = await world.run(recordOutreach, cast.hanh, {
    form: 'loudspeaker',
    reach: 'estimated',
    estimatedPeople: 900,
  });
  const source = Buffer.from('Ấp;STT;Họ và tên chủ hộ;Số nhân khẩu\nẤp Mẫu 1;1;Trần Văn Nhập;3\n');
  const origin = { actor: cast.hanh, now: world.now };
  const { importId } = await readImport(world.database, origin, { source, name: 'ho.csv' });
  const [entry] = await world.read(cast.hanh, (ctx) => listCatalogue(ctx, 'topic'));
  const communeReports = await settleCommuneReports(world);
  await world.run(beginForm, cast.hanh, { kind: 'office' });
  const callId = await world.run(askReport, cast.hanh, {
    kind: 'thematic',
    title: 'Rà soát thiết bị',
    startsOn: '2026-11-01',
    endsOn: '2026-11-20',
    dueOn: '2026-12-05',
    hamletIds: [world.hamlets.mau1],
    questions: 'Hộ nào cần máy?',
  });
  const part = await settlePart(world, communeReports.draft);
  return {
    spots,
    planId,
    wideSession: wide.id,
    importId,
    catalogueId: entry?.id ?? '',
    topicId: (await world.run(keepTopic, cast.hanh, { name: 'Chuyên đề chung' })).id,
    contentId: (
      await world.run(writeContent, cast.hanh, { kind: 'policy', title: 'Chuyển đổi số', talk: 'Vì sao làm' })
    ).id,
    campaign: await settleCampaign(world),
    emulation: await settleEmulation(world),
    communeReports,
    part,
    callId,
    merger: { id: await settleMerger(world), thirdHamletId: world.hamlets.mau3 },
    indicatorId: await settleIndicator(world),
    systemId: await settleSystem(world),
    documents: await settleDocuments(world),
    budget: await settleBudget(world),
  };
}

async function settleCampaign(world: World): Promise<Settled['campaign']> {
  const { cast, hamlets, run, read } = world;
  const { id } = await run(planCampaign, cast.hanh, {
    title: 'Tháng cao điểm',
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    forms: ['hamlet_meeting'],
    places: [hamlets.mau1, hamlets.mau2, wholeCommune],
  });
  const items = await read(cast.hanh, (ctx) => listCampaignItems(ctx, id));
  return { id, items: Object.fromEntries(items.map((item) => [item.hamletId ?? '', item.id])) };
}

async function settleDocuments(world: World): Promise<Settled['documents']> {
  const { cast, run } = world;
  const draft = async (kind: 'invitation' | 'minutes') => {
    const documentId = await run(draftDocument, cast.hanh, { kind });
    const typed = kind === 'minutes' ? minutes : invitation;
    await run(writeDocument, cast.hanh, { kind, documentId, ...typed });
    return documentId;
  };
  const further = async (nth: number) => {
    const documentId = await draft('invitation');
    await run(approveDocument, cast.minh, { documentId });
    const number = { documentId, number: `${90 + nth}/GM-UBND`, datedOn: '2026-11-20' };
    if (nth > 0) await run(numberDocument, cast.thu, number);
    if (nth > 1) await run(issueDocument, cast.thu, { documentId });
    return documentId;
  };
  return {
    draft: await draft('invitation'),
    minutes: await draft('minutes'),
    approved: await further(0),
    numbered: await further(1),
    issued: await further(2),
  };
}

async function settleBusiness(world: World, hamletId: Id, actor: Actor): Promise<Id> {
  const { id } = await world.run(registerBusiness, actor, {
    id: newId(world.now),
    hamletId,
    kind: 'producer',
    name: 'Khô cá lóc Mẫu',
    products: 'Khô cá lóc',
  });
  await world.run(recordStep, actor, { id: newId(world.now), businessId: id, step: 'photo' });
  return id;
}

async function settleBudget(world: World): Promise<Settled['budget']> {
  const { cast, run, now } = world;
  const { sourceId, lineId } = await settleApproved(world);
  const draft = await settleDraft(world);
  const { estimateId: appraisedId } = await settleDraft(world);
  await run(moveEstimate, cast.hanh, { estimateId: appraisedId, to: 'proposed' });
  await run(moveEstimate, cast.loan, { estimateId: appraisedId, to: 'appraised' });
  const { id: spendId } = await run(
    requestSpend,
    cast.loan,
    spendOf(world, lineId, { payee: `Người nhận ${marker('budget')}` }),
  );
  await run(keepVoucher, cast.loan, { spendId, name: 'pc.pdf', bytes: Buffer.from('%PDF-1.7') });
  const [voucher] = await world.read(cast.loan, (ctx) => listVouchers(ctx, spendId));
  const settlement = (period: string) =>
    run(openSettlement, cast.loan, { id: newId(now), year: '2026', period }).then(({ id }) => id);
  // The spring is over, and nothing of it waits.
  const submittedId = await settlement('Q1');
  await run(moveSettlement, cast.loan, { settlementId: submittedId, to: 'submitted' });
  return {
    sourceId,
    draftId: draft.estimateId,
    draftLineId: draft.lineId,
    appraisedId,
    lineId,
    spendId,
    voucherId: voucher?.id ?? '',
    settlementId: await settlement('Q2'),
    submittedId,
    hands: [cast.hanh.accountId, cast.loan.accountId],
    keeper: cast.loan.accountId,
  };
}

async function settleSystem(world: World): Promise<Id> {
  const systemId = await world.run(addReportingSystem, world.cast.hanh, { name: 'Kho số liệu thử' });
  const row = { systemId, indicatorCode: 'CT12', theirCode: 'A', validFrom: '2025-01-01' };
  await world.run(keepMapping, world.cast.hanh, row);
  return systemId;
}

async function settleIndicator(world: World): Promise<Id> {
  return world.run(addIndicator, world.cast.hanh, {
    indicatorCode: 'CT12',
    name: 'Thành viên Tổ',
    unit: 'người',
    numerator: 'members',
    source: 'Biểu thử',
    validFrom: '2025-01-01',
  });
}

/** A visit that the office drew to be asked about again. */
async function settleSample(world: World, reportId: Id, visitId: Id): Promise<Id> {
  const id = newId(world.now);
  await world.database.transaction({ commune }, (tx) =>
    tx
      .insertInto('report_samples')
      .values({
        commune_id: commune,
        id,
        report_id: reportId,
        visit_id: visitId,
        drawn_by: world.cast.hanh.accountId,
        drawn_at: world.now,
        result: null,
        note: null,
        checked_by: null,
        checked_at: null,
      })
      .execute(),
  );
  return id;
}

/** The head was reminded of a report that the hamlet still owes. */
async function settleReminder(world: World, hamletId: Id, head: Actor): Promise<Spot['reminder']> {
  const id = newId(world.now);
  const { accountId } = head;
  await world.database.transaction({ commune }, (tx) =>
    tx
      .insertInto('report_reminders')
      .values({
        commune_id: commune,
        id,
        period: '2026-06',
        hamlet_id: hamletId,
        due_on: '2026-07-10',
        day: 3,
        account_id: accountId,
        made_at: world.now,
        seen_at: null,
      })
      .execute(),
  );
  return { id, accountId };
}

/** A word beside a figure that went back to the hamlet. */
async function settleRemark(world: World, reportId: Id): Promise<Id> {
  const id = newId(world.now);
  await world.database.transaction({ commune }, (tx) =>
    tx
      .insertInto('report_remarks')
      .values({
        commune_id: commune,
        id,
        report_id: reportId,
        subject: 'figure',
        code: 'B2',
        question: 'Xin xem lại',
        asked_by: world.cast.hanh.accountId,
        asked_at: world.now,
        sent_at: world.now,
        answer: null,
        answered_by: null,
        answered_at: null,
      })
      .execute(),
  );
  return id;
}

/** A unit for which the public service centre is named: its role alone fills nothing. */
async function settlePart(world: World, reportId: Id): Promise<Settled['part']> {
  const { cast, now } = world;
  const named = [cast.quay.accountId];
  const unitId = await world.run(keepUnit, cast.hanh, { name: 'Phòng Kinh tế', pioneers: 'yes' });
  const requestId = newId(now);
  await world.database.transaction({ commune }, async (tx) => {
    await tx
      .insertInto('unit_people')
      .values({
        commune_id: commune,
        id: newId(now),
        unit_id: unitId,
        account_id: cast.quay.accountId,
        named_by: cast.hanh.accountId,
        named_at: now,
        ended_at: null,
      })
      .execute();
    await tx
      .insertInto('report_requests')
      .values({
        commune_id: commune,
        id: requestId,
        report_id: reportId,
        unit_id: unitId,
        unit_name: 'Phòng Kinh tế',
        asked: JSON.stringify({
          sections: [{ code: 'economy', title: 'Kinh tế số', prompt: 'Bán hàng.' }],
          parts: [],
        }),
        due_on: '2026-08-10',
        state: 'asked',
        texts: JSON.stringify({}),
        figures: JSON.stringify({}),
        source: null,
        filled_by: null,
        sent_at: null,
        return_note: null,
        created_at: now,
        updated_at: now,
      })
      .execute();
  });
  return { unitId, requestId, named };
}

/** A draft of July, which one hamlet has reported on, and what it may become later. */
async function settleCommuneReports(world: World): Promise<Record<CommuneState, Id>> {
  const { cast, hamlets } = world;
  const reportId = await world.run(openReport, cast.tu, { hamletId: hamlets.mau1, period: '2026-07' });
  await world.run(submitReport, cast.tu, { reportId });
  await world.run(acceptReport, cast.hanh, { reportId });
  const draft = await world.run(openCommuneReport, cast.hanh, { period: '2026-07' });
  const reports = Object.fromEntries(communeStates.map((state) => [state, newId(world.now)]));
  await world.database.transaction({ commune }, async (tx) => {
    const row = await tx
      .selectFrom('commune_reports')
      .selectAll()
      .where('id', '=', draft)
      .executeTakeFirstOrThrow();
    for (const [index, state] of communeStates.entries())
      if (state !== 'draft')
        await tx
          .insertInto('commune_reports')
          .values({
            ...row,
            id: reports[state] ?? '',
            period: periodOfState(index),
            state,
            narrative: JSON.stringify({}),
            snapshot: JSON.stringify({
              rows: [],
              recipients: [],
              commune: { title: 'xã Nhơn Mỹ', isSample: true },
            }),
            distribution: null,
          })
          .execute();
  });
  return { ...reports, draft } as Record<CommuneState, Id>;
}

async function layGround(world: World): Promise<Id> {
  await world.database.transaction({ commune }, async (tx) => {
    // National rows are kept by the owner of the database, not by the product.
    await sql`reset role`.execute(tx);
    await sql`insert into provinces (code, name, type, valid_from) values ('91', 'An Giang', 'tinh', '2025-07-01')
      on conflict do nothing`.execute(tx);
    await sql`insert into communes (code, name, name_folded, type, province_code, valid_from, predecessor_codes)
      values ('30658', 'Nhơn Mỹ', 'nhon my', 'xa', '91', '2025-07-01', '{}') on conflict do nothing`.execute(
      tx,
    );
  });
  let planId = '';
  for (const [communeId, actor] of [
    [foreignCommune, world.cast.la],
    [commune, world.cast.hanh],
  ] as const) {
    await world.database.transaction({ commune: communeId }, async (tx) => {
      const ctx = writeContext(tx, { actor, now: new Date('2026-01-05T01:00:00Z') });
      planId = await insertPlan(ctx, planNhonMy2026);
      for (const entry of defaultCatalogue) await insertCatalogueEntry(ctx, entry);
      await seedDefaultTargets(ctx, planId);
      await seedDefaultTemplates(ctx);
    });
  }
  return (await world.read(world.cast.hanh, (ctx) => findPlan(ctx)))?.id ?? planId;
}

async function settleHome(world: World, actor: Actor, hamletId: Id, key: string, nth: string): Promise<Home> {
  const people = [newId(world.now), newId(world.now), newId(world.now)];
  const { id } = await world.run(registerHousehold, actor, {
    hamletId,
    address: `Số ${nth} ${marker(key)}`,
    note: `Ghi chú ${marker(key)}`,
    groupName: `Tổ ${marker(key)}`,
    residents: people.map((person, index) => ({
      id: person,
      fullName: `Nguyễn Văn ${marker(key)} ${nth} ${['Một', 'Hai', 'Ba'][index]}`,
      birth: ['1950', '1990', '12/05/2000'][index],
      relation: index === 0 ? 'head' : 'child',
    })),
  });
  return { id, people, responsibleMemberId: null };
}

/** A group whose place is open, which the office may assess. */
async function settleOpenGroup(world: World, hamletId: Id, head: Actor): Promise<Id> {
  const group = { hamletId, name: 'Nhóm đang mở', place: 'Nhà văn hóa', placeKind: 'culture_house' };
  const { id } = await world.run(registerGroup, head, group);
  for (const to of ['checked', 'recognised', 'active'])
    await world.run(setGroupState, world.cast.hanh, { groupId: id, to });
  return id;
}

async function settleHamlet(world: World, key: 'mau1' | 'mau2', member: Actor, head: Actor): Promise<Spot> {
  const { cast } = world;
  const hamletId = world.hamlets[key];
  const memberId = member.memberId ?? '';
  const assigned = await settleHome(world, cast.hanh, hamletId, key, '1');
  const other = await settleHome(world, cast.hanh, hamletId, key, '2');
  const double = await settleHome(world, cast.hanh, hamletId, key, '3');
  await world.run(mergeHouseholds, cast.hanh, { fromId: double.id, intoId: other.id });
  await world.run(mergeResidents, cast.hanh, { fromId: double.people[2], intoId: other.people[2] });
  await world.run(nameResponsible, cast.hanh, { householdIds: [assigned.id], memberId });
  for (const home of [assigned, other])
    await world.run(setPolicyClass, cast.hanh, {
      householdId: home.id,
      poverty: 'near_poor',
      povertyYear: 2025,
      povertyDecision: restrictedMarker(key),
      vulnerableIds: [home.people[1]],
    });
  const visit = await world.run(recordVisit, member, {
    householdId: other.id,
    met: 'someone',
    metResidents: [other.people[1]],
    need: `Cần ${marker(key)}`,
    guidances: [{ residentId: other.people[1], platform: 'vneid', outcome: 'installed' }],
    records: [{ residentId: other.people[2], source: 'declared', bank_account: 'yes' }],
    nextStep: `Hẹn ${marker(key)}`,
    nextOn: '2026-11-26',
    note: `Kể ${marker(key)}`,
  });
  const counterVisit = await world.run(recordVisit, cast.quay, {
    householdId: other.id,
    met: 'someone',
    form: 'counter',
  });
  const session = await world.run(recordOutreach, member, {
    hamletId,
    form: 'hamlet_meeting',
    reach: 'listed',
    householdIds: [assigned.id, other.id],
    note: `Họp ${marker(key)}`,
  });
  const helper = await world.run(assignHelper, head, {
    householdId: assigned.id,
    memberId,
    reason: `Vì ${marker(key)}`,
  });
  const group = await world.run(registerGroup, head, {
    hamletId,
    name: `Nhóm Ấp ${key}`,
    place: 'Văn phòng ấp',
    placeKind: 'hamlet_office',
  });
  const onDuty = await world.run(addGroupMember, head, {
    groupId: group.id,
    fullName: 'Trần Thị Trực',
  });
  const openId = await settleOpenGroup(world, hamletId, head);
  const request = await settleRequest(world, head, hamletId, memberId);
  const finished = await settleRequest(world, head, hamletId, memberId);
  await world.run(finishSupport, head, { requestId: finished.id, note: 'Đã giúp' });
  const obstacle = await world.run(raiseObstacle, head, { ...weakSignal, hamletId });
  const training = await settleTraining(world, hamletId, cast.hanh, head, memberId);
  const { taskIds } = await world.run(giveTasks, head, {
    title: `Gặp hộ ${marker(key)}`,
    assignees: [`member:${memberId}`],
    dueOn: '2026-12-01',
    checklist: `Hẹn ${marker(key)}`,
    householdIds: [assigned.id],
  });
  const [taskId = ''] = taskIds;
  const proof = { taskId, name: `anh-${marker(key)}.pdf`, bytes: Buffer.from('%PDF-1.7') };
  await world.run(keepEvidence, head, proof);
  const [evidence] = await world.read(head, (ctx) => listEvidence(ctx, taskId));
  const sent = await world.run(openReport, head, { hamletId, period: '2026-10' });
  await world.run(submitReport, head, { reportId: sent });
  return {
    key,
    here: true,
    hamletId,
    assigned: { ...assigned, responsibleMemberId: memberId },
    other,
    double,
    visit: { id: visit.id, recordedBy: member.accountId, memberId },
    counterVisit: { id: counterVisit.id, recordedBy: cast.quay.accountId },
    session: { id: session.id, recordedBy: member.accountId },
    helperId: helper.id,
    draft: await world.run(openReport, head, { hamletId, period: '2026-09' }),
    sent: { id: sent, submittedBy: head.accountId },
    sampleId: await settleSample(world, sent, visit.id),
    reminder: await settleReminder(world, hamletId, head),
    remarkId: await settleRemark(world, sent),
    group: { id: group.id, registeredBy: head.accountId, memberId: onDuty.id, openId },
    businessId: await settleBusiness(world, hamletId, head),
    obstacle: { id: obstacle.id, raisedBy: head.accountId },
    request: { id: request.id, raisedBy: head.accountId },
    finished,
    inspection: await settleInspections(world, hamletId),
    task: { id: taskId, evidenceId: evidence?.id ?? '', memberId, createdBy: head.accountId },
    ...training,
    teamId: world.teams[key],
    memberId,
    freeMemberId: await addFreeMember(world, world.teams[key]),
    phone: await settleMemberPhone(world, key, other),
    account: { id: member.accountId, grants: member.grants },
  };
}

/** The office plans and finds; the public service centre is named to go. */
async function settleInspections(world: World, hamletId: Id): Promise<Spot['inspection']> {
  const people = [world.cast.quay.accountId];
  const plan = (plannedOn: string, kind: string) => planOne(world, hamletId, { plannedOn, kind, people });
  const held = await plan('2026-11-24', 'surprise');
  await holdOne(world, held, '2026-11-24');
  return {
    held,
    finding: await findOne(world, held, '2026-12-10'),
    announced: await plan('2026-12-01', 'regular'),
    surprise: await plan('2026-12-02', 'surprise'),
    people,
  };
}

/** A class of today with its topic. */
async function settleClass(
  world: World,
  hamletId: Id,
  actor: Actor,
  memberId: Id | null,
): Promise<Spot['trainingClass']> {
  const topic = await world.run(keepTopic, actor, { name: `Chuyên đề ${newId(world.now)}` });
  const { id } = await world.run(planClass, actor, {
    hamletId,
    topicIds: [topic.id],
    form: 'in_person',
    place: 'Văn phòng ấp',
    trainer: 'Đặng Thị Hạnh',
    heldOn: '2026-11-24',
    startsAt: '07:30',
  });
  if (memberId !== null) await world.run(chooseTrainees, actor, { classId: id, memberIds: [memberId] });
  return { id, createdBy: actor.accountId };
}

async function settleTraining(world: World, hamletId: Id, officer: Actor, head: Actor, memberId: Id) {
  const trainingClass = await settleClass(world, hamletId, officer, memberId);
  const { topics } = await world.read(officer, (ctx) => getClass(ctx, trainingClass.id));
  const proposal = await world.run(planClass, head, {
    hamletId,
    topicIds: topics.map(({ id }) => id),
    form: 'online',
    trainer: 'Đặng Thị Hạnh',
    heldOn: '2026-12-05',
    startsAt: '07:30',
  });
  const confirmation = await world.run(recordConfirmation, head, {
    memberId,
    course: 'Kỹ năng số cơ bản',
    confirmedOn: '2026-11-01',
  });
  return {
    trainingClass,
    proposal: { id: proposal.id, createdBy: head.accountId },
    confirmationId: confirmation.id,
  };
}

/** The member's phone told a visit that was refused, and another name of somebody. */
async function settleMemberPhone(world: World, key: 'mau1' | 'mau2', home: Home): Promise<Spot['phone']> {
  const phone = await settlePhone(world, key === 'mau1' ? 'lan' : 'binh');
  await phone.pull();
  const note = `Ghi trên máy ${marker(key)}`;
  await phone.tell('visit.record', { householdId: home.id, met: 'x', note });
  const fullName = `Nguyễn Văn ${marker(key)} Máy`;
  await phone.tell(
    'resident.correct',
    { residentId: home.people[1], fullName },
    { base: { fullName: 'Cũ' } },
  );
  const { id } = await world.read(world.cast.hanh, (ctx) =>
    ctx.tx
      .selectFrom('sync_reviews')
      .select('id')
      .where('subject_id', '=', home.people[1] ?? '')
      .executeTakeFirstOrThrow(),
  );
  return { id: phone.id, reviewId: id };
}

/** A merger that waits, of no hamlet of the matrix. */
async function settleMerger(world: World): Promise<Id> {
  const id = newId(world.now);
  await inCommune(world, (tx) =>
    tx
      .insertInto('hamlet_mergers')
      .values({
        commune_id: commune,
        id,
        hamlet_ids: [],
        into_hamlet_id: null,
        new_name: 'Ấp Mai Sau',
        valid_from: '2031-01-01',
        decision_number: '1/NQ-HĐND',
        decision_on: '2026-11-01',
        teams: 'join',
        head_id: null,
        leader_id: null,
        state: 'planned',
        counts: null,
        written_at: world.now,
        written_by: null,
        done_at: null,
      })
      .execute(),
  );
  return id;
}

async function addFreeMember(world: World, teamId: Id): Promise<Id> {
  return world.run(addMember, world.cast.hanh, {
    teamId,
    fullName: 'Người Mới',
    organisation: 'youth_union',
    position: 'member',
    startedOn: '2026-02-01',
  });
}

const help = {
  channel: 'phone',
  personName: 'Người hỏi',
  phone: '0912345678',
  topic: 'Cài ứng dụng',
  place: 'home',
  urgency: 'soon',
};

/** Somebody by name asked the head, who gave it to the hamlet's member. */
async function settleRequest(world: World, head: Actor, hamletId: Id, memberId: Id): Promise<{ id: Id }> {
  const request = await world.run(askSupport, head, { ...help, hamletId });
  await world.run(assignSupport, head, { requestId: request.id, memberId });
  return request;
}

const weakSignal = { kind: 'obstacle', pillar: 'other', title: 'Sóng yếu', severity: 'severe' };

/** Real rows of another commune where there are any; the rest is nowhere. */
async function settleForeign(world: World): Promise<Spot> {
  const { la } = world.cast;
  const hamletId = world.hamlets.foreign;
  const assigned = await settleHome(world, la, hamletId, 'foreign', '1');
  const other = await settleHome(world, la, hamletId, 'foreign', '2');
  const { id } = await world.run(recordVisit, la, { householdId: other.id, met: 'someone', form: 'counter' });
  const session = await world.run(recordOutreach, la, {
    hamletId,
    form: 'hamlet_meeting',
    reach: 'listed',
    householdIds: [other.id],
  });
  const request = await world.run(askSupport, la, { ...help, hamletId });
  const obstacle = await world.run(raiseObstacle, la, { ...weakSignal, hamletId });
  return {
    ...nowhere(world.now),
    key: 'foreign',
    hamletId,
    assigned,
    other,
    visit: { id, recordedBy: la.accountId, memberId: null },
    counterVisit: { id, recordedBy: la.accountId },
    session: { id: session.id, recordedBy: la.accountId },
    obstacle: { id: obstacle.id, raisedBy: la.accountId },
    businessId: await settleBusiness(world, hamletId, la),
    request: { id: request.id, raisedBy: la.accountId },
    finished: { id: request.id },
    trainingClass: await settleClass(world, hamletId, la, null),
    account: { id: la.accountId, grants: la.grants },
  };
}
