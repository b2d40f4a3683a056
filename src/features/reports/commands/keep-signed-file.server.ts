import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id, line } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { canRegisterReport } from '../policy.ts';
import { holdCommuneReport } from './commune-report-state.server.ts';
import * as words from '../commune-words.ts';

/** A signed file of many scanned pages is smaller (byte). */
export const mostSignedBytes = 10 * 1024 * 1024;

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
    if (bytes.length > mostSignedBytes) throw new Problem('file.too_large', { message: words.fileTooLarge });
    if (Buffer.from(bytes.subarray(0, 5)).toString('latin1') !== '%PDF-')
      throw new Problem('file.kind_not_supported', { message: words.notAPdf });
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
