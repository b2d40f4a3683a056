import * as z from 'zod/mini';
import type { UpdateObject } from 'kysely';
import {
  defineCommand,
  visible,
  type ReadContext,
  type WriteContext,
} from '#platform/commands/command.server.ts';
import type { Tables } from '#platform/db/tables.ts';
import { day, id, line } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { changeState } from './change-state.server.ts';
import { seedDefaultTemplates } from './seed-default-templates.server.ts';
import type { Narrative } from '../model/content.ts';
import { NarrativeInput, period, ReturnInput } from '../model/inputs.ts';
import { canBeSentFrom } from '../model/period.ts';
import { textSections } from '../model/template.ts';
import {
  canApproveAsLeader,
  canApproveForOffice,
  canDraftCommuneReport,
  canRegisterReport,
  canSeeCommuneSum,
} from '../policy.ts';
import { versionsOf } from '../queries/find-report.server.ts';
import { reportCalendar } from '../queries/report-calendar.server.ts';
import { getTemplate, templateFor } from '../queries/templates.server.ts';
import * as reportWords from '../words.ts';
import { nextCommuneState, type CommuneAction } from '../model/commune-state.ts';
import { composeCommuneReport } from '../queries/commune-report-content.server.ts';
import {
  communeVersionsOf,
  getCommuneReport,
  type CommuneReport,
} from '../queries/find-commune-report.server.ts';
import * as words from '../commune-words.ts';

const CommuneReportInput = z.object({ reportId: id });

/** A report that the actor works with, its row held until commit: of two who decide at once, the second sees what the first did. */
export async function holdCommuneReport(ctx: ReadContext, reportId: Id): Promise<CommuneReport> {
  visible(ctx.actor, canSeeCommuneSum);
  await ctx.tx
    .selectFrom('commune_reports')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', reportId)
    .forUpdate()
    .execute();
  return getCommuneReport(ctx, reportId);
}

const told: Record<CommuneAction, string> = {
  approve_office: 'commune_report.approved_by_office',
  approve_leader: 'commune_report.approved_by_leader',
  return: 'commune_report.returned',
  number: 'commune_report.numbered',
  issue: 'commune_report.issued',
  archive: 'commune_report.archived',
  supersede: 'commune_report.superseded',
};

async function step(
  ctx: WriteContext,
  report: CommuneReport,
  action: CommuneAction,
  change: UpdateObject<Tables, 'commune_reports'> = {},
  data: Record<string, unknown> = {},
): Promise<void> {
  const state = nextCommuneState(report.state, action);
  if (state === null) throw new Problem('state.conflict', { message: words.cannotNow[action] });
  await ctx.tx
    .updateTable('commune_reports')
    .set({ ...change, state, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', report.id)
    .execute();
  await ctx.emit({
    name: told[action],
    hamletId: null,
    subject: 'commune_report',
    subjectId: report.id,
    data: {
      period: report.span.key,
      version: report.version,
      before: { state: report.state },
      after: { state },
      ...data,
    },
  });
}

/**
 * Opens the commune's report of a period (W16) and returns its id; when there is one that is not issued yet, that. After it was
 * issued a new version begins with the same texts (R83). Throws `input.invalid` for a period that has not begun.
 */
export const openCommuneReport = defineCommand({
  name: 'commune_report.open',
  input: z.object({ period }),
  load: async (ctx) => visible(ctx.actor, canSeeCommuneSum),
  allow: (actor) => canDraftCommuneReport(actor),
  run: async (ctx, input) => {
    const span = (await reportCalendar(ctx)).spanOf(input.period);
    if (span.from > ctx.today)
      throw new Problem('input.invalid', { fields: { period: reportWords.periodNotCome } });
    // A commune that was set up before a form was thought of gets it now.
    await seedDefaultTemplates(ctx);
    // Two who open a period at once get one report.
    await ctx.tx
      .selectFrom('report_templates')
      .select('id')
      .where('commune_id', '=', ctx.communeId)
      .forNoKeyUpdate()
      .execute();
    const [newest] = await communeVersionsOf(ctx, span.key);
    if (newest && newest.state !== 'issued' && newest.state !== 'archived') return newest.id;
    const reportId = ctx.id();
    await ctx.tx
      .insertInto('commune_reports')
      .values({
        commune_id: ctx.communeId,
        id: reportId,
        period: span.key,
        starts_on: span.from,
        ends_on: span.to,
        version: (newest?.version ?? 0) + 1,
        office_template_id: (await templateFor(ctx, 'office', span.to)).id,
        commune_template_id: (await templateFor(ctx, 'commune', span.to)).id,
        state: 'draft',
        narrative: JSON.stringify(newest?.narrative ?? {}),
        snapshot: null,
        cutoff_at: null,
        prepared_by: ctx.actor.accountId,
        office_approved_by: null,
        office_approved_at: null,
        leader_approved_by: null,
        leader_approved_at: null,
        returned_by: null,
        returned_at: null,
        return_note: null,
        office_number: null,
        office_dated_on: null,
        commune_number: null,
        commune_dated_on: null,
        distribution: null,
        issued_by: null,
        issued_at: null,
        archived_at: null,
        created_at: ctx.now,
        updated_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'commune_report.opened',
      hamletId: null,
      subject: 'commune_report',
      subjectId: reportId,
      data: { period: span.key, version: (newest?.version ?? 0) + 1 },
    });
    return reportId;
  },
});

/** Puts a person's text in the place of one section's draft; empty takes it away again. Throws `state.conflict` once it was approved. */
export const writeCommuneReport = defineCommand({
  name: 'commune_report.write',
  input: NarrativeInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canDraftCommuneReport(actor),
  run: async (ctx, { section, text }, report) => {
    if (report.state !== 'draft') throw new Problem('state.conflict', { message: words.notADraft });
    const { office, commune } = report.templates;
    const forms = [await getTemplate(ctx, office), await getTemplate(ctx, commune)];
    if (!forms.some(({ definition }) => textSections(definition).some((one) => one.code === section)))
      throw new Problem('input.invalid', { fields: { section: reportWords.noSuchSection } });
    const { [section]: before, ...others } = report.narrative;
    if (text === (before?.text ?? null)) return;
    const narrative: Narrative =
      text === null
        ? others
        : { ...others, [section]: { text, by: ctx.actor.accountId, at: ctx.now.toISOString() } };
    await ctx.tx
      .updateTable('commune_reports')
      .set({ narrative: JSON.stringify(narrative), prepared_by: ctx.actor.accountId, updated_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', report.id)
      .execute();
    await ctx.emit({
      name: 'commune_report.written',
      hamletId: null,
      subject: 'commune_report',
      subjectId: report.id,
      data: { section, before: before?.text ?? null, after: text },
    });
  },
});

/**
 * The head of the office approves: figures, texts and names are frozen with this moment as cut-off. Who wrote it does not
 * approve it. Throws `state.conflict` before the period's last day and while no hamlet's report was accepted.
 */
export const approveForOffice = defineCommand({
  name: 'commune_report.approve_office',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canApproveForOffice(actor),
  run: async (ctx, _input, report) => {
    if (report.preparedBy === ctx.actor.accountId)
      throw new Problem('state.conflict', { message: words.ownWork });
    if (ctx.now < canBeSentFrom(report.span))
      throw new Problem('state.conflict', { message: words.notOver(report.span.key, report.span.to) });
    const content = await composeCommuneReport(ctx, report);
    if (content.rows.every((row) => row.report === null))
      throw new Problem('state.conflict', { message: words.nothingAccepted });
    await step(
      ctx,
      report,
      'approve_office',
      {
        snapshot: JSON.stringify(content),
        cutoff_at: ctx.now,
        office_approved_by: ctx.actor.accountId,
        office_approved_at: ctx.now,
        returned_by: null,
        returned_at: null,
        return_note: null,
      },
      {
        hamlets: content.rows.filter((row) => row.report).length,
        missing: content.rows.filter((row) => row.report === null).map((row) => row.name),
      },
    );
  },
});

/** A leader approves what the office approved; nobody approves twice. */
export const approveAsLeader = defineCommand({
  name: 'commune_report.approve_leader',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canApproveAsLeader(actor),
  run: async (ctx, _input, report) => {
    if ([report.preparedBy, report.officeApprovedBy].includes(ctx.actor.accountId))
      throw new Problem('state.conflict', { message: words.ownApproval });
    await step(ctx, report, 'approve_leader', {
      leader_approved_by: ctx.actor.accountId,
      leader_approved_at: ctx.now,
    });
  },
});

/** The head of the office or a leader sends it back with what is to be mended: it is a draft again, its figures live. */
export const returnCommuneReport = defineCommand({
  name: 'commune_report.return',
  input: ReturnInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canApproveForOffice(actor) || canApproveAsLeader(actor),
  run: (ctx, { note }, report) =>
    step(
      ctx,
      report,
      'return',
      {
        snapshot: null,
        cutoff_at: null,
        office_approved_by: null,
        office_approved_at: null,
        leader_approved_by: null,
        leader_approved_at: null,
        returned_by: ctx.actor.accountId,
        returned_at: ctx.now,
        return_note: note,
      },
      { note },
    ),
});

const number = line(40).check(z.regex(/^\d{1,6}\/[^\s/]+$/u, words.numberNeeded));

/** The records clerk gives number and date of both documents, as they stand in the register (domain/04 §3.4). */
export const numberCommuneReport = defineCommand({
  name: 'commune_report.number',
  input: z.object({
    reportId: id,
    officeNumber: number,
    officeDatedOn: day,
    communeNumber: number,
    communeDatedOn: day,
  }),
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canRegisterReport(actor),
  run: async (ctx, input, report) => {
    for (const field of ['officeDatedOn', 'communeDatedOn'] as const)
      if (input[field] > ctx.today)
        throw new Problem('input.invalid', { fields: { [field]: words.datedLater } });
    const { reportId: _id, ...registered } = input;
    await step(
      ctx,
      report,
      'number',
      {
        office_number: input.officeNumber,
        office_dated_on: input.officeDatedOn,
        commune_number: input.communeNumber,
        commune_dated_on: input.communeDatedOn,
      },
      { ...registered, beforeNumbers: report.registered },
    );
  },
});

/**
 * Issues a numbered report to the places that the plan names (R74): the hamlets' reports that it was made of are locked, and an
 * earlier version is superseded.
 */
export const issueCommuneReport = defineCommand({
  name: 'commune_report.issue',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canRegisterReport(actor),
  run: async (ctx, _input, report) => {
    const distribution = report.snapshot?.recipients ?? [];
    await step(
      ctx,
      report,
      'issue',
      { distribution: JSON.stringify(distribution), issued_by: ctx.actor.accountId, issued_at: ctx.now },
      { distribution },
    );
    for (const older of await communeVersionsOf(ctx, report.span.key))
      if (older.version < report.version && nextCommuneState(older.state, 'supersede'))
        await step(ctx, older, 'supersede', {}, { by: report.id });
    for (const row of report.snapshot?.rows ?? []) {
      const versions = row.report ? await versionsOf(ctx, row.hamletId, report.span.key) : [];
      const used = versions.find((one) => one.id === row.report?.id && one.state === 'accepted');
      if (used) await changeState(ctx, used, 'lock', {}, { by: report.id });
    }
  },
});

/** Archives an issued report ("Lưu: VT", R76). */
export const archiveCommuneReport = defineCommand({
  name: 'commune_report.archive',
  input: CommuneReportInput,
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canRegisterReport(actor),
  run: (ctx, _input, report) => step(ctx, report, 'archive', { archived_at: ctx.now }),
});
