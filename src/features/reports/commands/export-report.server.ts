import * as z from 'zod/mini';
import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { chooseOne } from '#shared/words.ts';
import { settingsOn } from '#features/documents/queries/settings-on.server.ts';
import { communeSumDocument } from '../document/commune-sum-document.ts';
import { hamletReportDocument } from '../document/hamlet-report-document.ts';
import { reportFile, reportFormats, type ExportedFile } from '../export/report-files.server.ts';
import { contentJson, sumJson } from '../export/report-json.ts';
import { figureTable, sumTable } from '../export/report-table.ts';
import { period, ReportInput } from '../model/inputs.ts';
import { canReadReport, canSeeCommuneSum } from '../policy.ts';
import { communeSum } from '../queries/commune-sum.server.ts';
import { getReport } from '../queries/find-report.server.ts';
import { contentOf } from '../queries/report-content.server.ts';
import { getTemplate } from '../queries/templates.server.ts';
import * as words from '../words.ts';

const format = z._default(z.enum(reportFormats, chooseOne), 'docx');

/**
 * The report as a file: Word or PDF in the layout of domain/04, a workbook, CSV or JSON; who took it is in the log. The same
 * snapshot gives the same bytes.
 */
export const exportReport = defineCommand({
  name: 'report.export',
  input: z.object({ ...ReportInput.shape, format }),
  load: (ctx, input) => getReport(ctx, input.reportId),
  allow: (actor, report) => canReadReport(actor, report),
  run: async (ctx, input, report): Promise<ExportedFile> => {
    const content = await contentOf(ctx, report);
    const template = await getTemplate(ctx, report.templateId);
    const file = await reportFile(
      {
        name: words.fileName(content.hamlet.name, report.span.key),
        document: () => hamletReportDocument(content, template.definition),
        table: () => figureTable(content),
        json: () => contentJson(content, report.version),
      },
      input.format,
    );
    await ctx.emit({
      name: 'report.exported',
      hamletId: report.hamletId,
      subject: 'report',
      subjectId: report.id,
      data: {
        period: report.span.key,
        version: report.version,
        state: report.state,
        format: input.format,
      },
    });
    return file;
  },
});

/** The commune's sum of a period as a file; who took it is in the log. */
export const exportCommuneSum = defineCommand({
  name: 'report.export_sum',
  input: z.object({ period, format }),
  load: async (ctx) => visible(ctx.actor, canSeeCommuneSum),
  allow: (actor) => canSeeCommuneSum(actor),
  run: async (ctx, input): Promise<ExportedFile> => {
    const sum = await communeSum(ctx, input.period);
    const paper = await settingsOn(ctx, 'office_report', ctx.today);
    const file = await reportFile(
      {
        name: words.sumFileName(sum.commune.title, input.period),
        document: () => communeSumDocument(sum, paper),
        table: () => sumTable(sum),
        json: () => sumJson(sum),
      },
      input.format,
    );
    await ctx.emit({
      name: 'report.exported',
      hamletId: null,
      subject: 'report_sum',
      subjectId: ctx.id(),
      data: {
        period: input.period,
        format: input.format,
        hamlets: sum.rows.filter((row) => row.report).length,
      },
    });
    return file;
  },
});
