import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id, line } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { canRegisterDocument } from '../policy.ts';
import { holdDocument } from '../queries/find-document.server.ts';
import { refuseUnlessSignedPdf } from '../signed-pdf.server.ts';
import { signed as words } from '../words.ts';

/**
 * Keeps the signed PDF of a document that has its number, as it came back from the document system (domain/04 §3.4); the newest
 * stands, the older ones stay. Throws `file.too_large`, and `file.kind_not_supported` for what is no PDF.
 */
export const keepSignedDocument = defineCommand({
  name: 'document.keep_signed_file',
  input: z.object({
    documentId: id,
    name: line(200),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  load: (ctx, input) => holdDocument(ctx, input.documentId),
  allow: (actor) => canRegisterDocument(actor),
  run: async (ctx, { name, bytes }, document) => {
    if (document.state !== 'numbered' && document.state !== 'issued')
      throw new Problem('state.conflict', { message: words.notYetNumbered });
    refuseUnlessSignedPdf(bytes);
    const fileId = ctx.id();
    await ctx.tx
      .insertInto('document_files')
      .values({
        commune_id: ctx.communeId,
        id: fileId,
        document_id: document.id,
        name,
        bytes: Buffer.from(bytes),
        uploaded_by: ctx.actor.accountId,
        uploaded_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'document.signed_file_kept',
      hamletId: null,
      subject: 'document',
      subjectId: document.id,
      data: { kind: document.kind, name, fileId, size: bytes.length },
    });
  },
});
