import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import type { Narrative } from '../model/content.ts';
import { NarrativeInput } from '../model/inputs.ts';
import { textSections } from '../model/template.ts';
import { canDraftReport } from '../policy.ts';
import { getTemplate } from '../queries/templates.server.ts';
import * as words from '../words.ts';
import { holdReport } from './change-state.server.ts';

/**
 * Puts a person's text in the place of one section's draft; it stays until a person changes it. An empty text takes it
 * away again ("Lấy lại bản nháp"). Throws `state.conflict` once the report was sent, `input.invalid` for a section that
 * the form does not have.
 */
export const writeNarrative = defineCommand({
  name: 'report.write',
  input: NarrativeInput,
  load: (ctx, input) => holdReport(ctx, input.reportId),
  allow: (actor, report) => canDraftReport(actor, report),
  run: async (ctx, { section, text }, report) => {
    if (report.state !== 'draft') throw new Problem('state.conflict', { message: words.notADraft });
    const template = await getTemplate(ctx, report.templateId);
    if (!textSections(template.definition).some((one) => one.code === section))
      throw new Problem('input.invalid', { fields: { section: words.noSuchSection } });
    const { [section]: before, ...others } = report.narrative;
    if (text === (before?.text ?? null)) return;
    const narrative: Narrative =
      text === null
        ? others
        : { ...others, [section]: { text, by: ctx.actor.accountId, at: ctx.now.toISOString() } };
    await ctx.tx
      .updateTable('reports')
      .set({ narrative: JSON.stringify(narrative), updated_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', report.id)
      .execute();
    await ctx.emit({
      name: text === null ? 'report.draft_restored' : 'report.written',
      hamletId: report.hamletId,
      subject: 'report',
      subjectId: report.id,
      data: { section, before: before?.text ?? null, after: text },
    });
  },
});
