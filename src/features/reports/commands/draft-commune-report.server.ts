import * as z from 'zod/mini';
import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import * as words from '../commune-words.ts';
import type { Narrative } from '../model/content.ts';
import { NarrativeInput, period } from '../model/inputs.ts';
import { textSections } from '../model/template.ts';
import { canDraftCommuneReport, canSeeCommuneSum } from '../policy.ts';
import { communeVersionsOf } from '../queries/find-commune-report.server.ts';
import { reportCalendar } from '../queries/report-calendar.server.ts';
import { getTemplate, templateFor } from '../queries/templates.server.ts';
import * as reportWords from '../words.ts';
import { askUnits } from './ask-units.server.ts';
import { holdCommuneReport } from './commune-report-state.server.ts';
import { seedDefaultTemplates } from './seed-default-templates.server.ts';

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
    // Thematic and ad-hoc reports are summed; the Committee's own reports are of periods.
    if (span.kind === 'asked' || span.from > ctx.today)
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
    const templates = {
      office: (await templateFor(ctx, 'office', span.to)).id,
      commune: (await templateFor(ctx, 'commune', span.to)).id,
    };
    await ctx.tx
      .insertInto('commune_reports')
      .values({
        commune_id: ctx.communeId,
        id: reportId,
        period: span.key,
        starts_on: span.from,
        ends_on: span.to,
        version: (newest?.version ?? 0) + 1,
        office_template_id: templates.office,
        commune_template_id: templates.commune,
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
    await askUnits(ctx, { id: reportId, span, templates }, newest?.id ?? null);
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
