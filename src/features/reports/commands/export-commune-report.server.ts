import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { chooseOne } from '#shared/words.ts';
import { reportFile, reportFormats, type ExportedFile } from '../export/report-files.server.ts';
import { sumJson } from '../export/report-json.ts';
import { sumTable } from '../export/report-table.ts';
import { unitTable } from '../export/unit-table.ts';
import * as words from '../export/words.ts';
import { canReadCommuneReport } from '../policy.ts';
import { getTemplate } from '../queries/templates.server.ts';
import * as reportWords from '../words.ts';
import { sumOf } from '../model/commune-content.ts';
import { communeReportDocument } from '../document/commune-report-document.ts';
import { communeContentOf } from '../queries/commune-report-content.server.ts';
import { getCommuneReport } from '../queries/find-commune-report.server.ts';

/**
 * One of the two documents of the commune's report, or its figures, as a file; who took it is in the log. The same snapshot,
 * number and date give the same bytes (F25).
 */
export const exportCommuneReport = defineCommand({
  name: 'commune_report.export',
  input: z.object({
    reportId: id,
    document: z._default(z.enum(['office', 'commune'], chooseOne), 'commune'),
    /** In a workbook or a plain table: the hamlets' figures, or what other units gave. */
    figures: z._default(z.enum(['hamlets', 'units'], chooseOne), 'hamlets'),
    format: z._default(z.enum(reportFormats, chooseOne), 'docx'),
  }),
  load: (ctx, input) => getCommuneReport(ctx, input.reportId),
  allow: (actor, report) => canReadCommuneReport(actor, report),
  run: async (ctx, { document, figures, format }, report): Promise<ExportedFile> => {
    const content = await communeContentOf(ctx, report);
    const template = (await getTemplate(ctx, report.templates[document])).definition;
    const issuer = document === 'office' ? 'Phòng VH-XH' : `UBND ${content.commune.title}`;
    const file = await reportFile(
      {
        name: reportWords.fileName(figures === 'units' ? words.givenByUnits : issuer, report.span.key),
        document: () =>
          communeReportDocument(content, template, { document, registered: report.registered[document] }),
        table: () => (figures === 'units' ? unitTable(content) : sumTable(sumOf(content, template))),
        json: () => ({ ...sumJson(sumOf(content, template)), units: content.filled ?? [] }),
      },
      format,
    );
    await ctx.emit({
      name: 'commune_report.exported',
      hamletId: null,
      subject: 'commune_report',
      subjectId: report.id,
      data: {
        period: report.span.key,
        version: report.version,
        state: report.state,
        document,
        figures,
        format,
      },
    });
    return file;
  },
});
