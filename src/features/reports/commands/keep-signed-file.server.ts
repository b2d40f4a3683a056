import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id, line } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { refuseUnlessSignedPdf } from '#features/documents/signed-pdf.server.ts';
import { canRegisterReport } from '../policy.ts';
import { holdCommuneReport } from './commune-report-state.server.ts';
import * as words from '../commune-words.ts';

/**
 * Keeps the signed PDF of a document, as it came back from the document system (domain/04 §3.4); the newest stands, the older
 * ones stay. Throws `file.too_large`, and `file.kind_not_supported` for what is no PDF.
 */
export const keepSignedFile = defineCommand({
  name: 'commune_report.keep_signed_file',
  input: z.object({
    reportId: id,
    document: z.enum(['office', 'commune']),
    name: line(200),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  load: (ctx, input) => holdCommuneReport(ctx, input.reportId),
  allow: (actor) => canRegisterReport(actor),
  run: async (ctx, { document, name, bytes }, report) => {
    if (!['numbered', 'issued', 'archived'].includes(report.state))
      throw new Problem('state.conflict', { message: words.notYetNumbered });
    refuseUnlessSignedPdf(bytes);
    const fileId = ctx.id();
    await ctx.tx
      .insertInto('commune_report_files')
      .values({
        commune_id: ctx.communeId,
        id: fileId,
        report_id: report.id,
        document,
        name,
        bytes: Buffer.from(bytes),
        uploaded_by: ctx.actor.accountId,
        uploaded_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'commune_report.signed_file_kept',
      hamletId: null,
      subject: 'commune_report',
      subjectId: report.id,
      data: { document, name, fileId, size: bytes.length },
    });
  },
});
