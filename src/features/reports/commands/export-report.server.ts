import * as z from 'zod/mini';
import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import { communeSumDocument } from '../document/commune-sum-document.ts';
import { hamletReportDocument } from '../document/hamlet-report-document.ts';
import { period, ReportInput } from '../model/inputs.ts';
import { canReadReport, canSeeCommuneSum } from '../policy.ts';
import { communeSum } from '../queries/commune-sum.server.ts';
import { getReport } from '../queries/find-report.server.ts';
import { contentOf } from '../queries/report-content.server.ts';
import { getTemplate } from '../queries/templates.server.ts';
import * as words from '../words.ts';

export interface ExportedFile {
  /** In Vietnamese, with its ending. */
  name: string;
  bytes: Uint8Array;
}

/** The report as a Word file in the layout of domain/04; who took it is in the log. The same snapshot gives the same bytes. */
export const exportReport = defineCommand({
  name: 'report.export',
  input: ReportInput,
  load: (ctx, input) => getReport(ctx, input.reportId),
  allow: (actor, report) => canReadReport(actor, report),
  run: async (ctx, _input, report): Promise<ExportedFile> => {
    const content = await contentOf(ctx, report);
    const template = await getTemplate(ctx, report.templateId);
    const bytes = await renderOfficialDocx(hamletReportDocument(content, template.definition));
    await ctx.emit({
      name: 'report.exported',
      hamletId: report.hamletId,
      subject: 'report',
      subjectId: report.id,
      data: { period: report.span.key, version: report.version, state: report.state, format: 'docx' },
    });
    return { name: words.fileName(content.hamlet.name, report.span.key), bytes };
  },
});

/** The commune's sum of a period as a Word file; who took it is in the log. */
export const exportCommuneSum = defineCommand({
  name: 'report.export_sum',
  input: z.object({ period }),
  load: async (ctx) => visible(ctx.actor, canSeeCommuneSum),
  allow: (actor) => canSeeCommuneSum(actor),
  run: async (ctx, input): Promise<ExportedFile> => {
    const sum = await communeSum(ctx, input.period);
    const bytes = await renderOfficialDocx(communeSumDocument(sum));
    await ctx.emit({
      name: 'report.exported',
      hamletId: null,
      subject: 'report_sum',
      subjectId: ctx.id(),
      data: { period: input.period, format: 'docx', hamlets: sum.rows.filter((row) => row.report).length },
    });
    return { name: words.sumFileName(sum.commune.title, input.period), bytes };
  },
});
