import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { docxMediaType, renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { pdfMediaType, renderOfficialPdf } from '#platform/pdf/official-pdf.server.ts';
import { chooseOne } from '#shared/words.ts';
import { composeDocument } from '../document/compose-document.ts';
import { DocumentInput } from '../model/inputs.ts';
import { canSeeDocument } from '../policy.ts';
import { getDocument } from '../queries/find-document.server.ts';
import { matterOf } from '../queries/matter-of.server.ts';
import * as words from '../words.ts';

/** The document as a Word file or an archive PDF in the layout of NĐ 30/2020; who took it is in the log. What was approved gives the same bytes (F25). */
export const exportDocument = defineCommand({
  name: 'document.export',
  input: z.object({ ...DocumentInput.shape, format: z._default(z.enum(['docx', 'pdf'], chooseOne), 'docx') }),
  load: (ctx, input) => getDocument(ctx, input.documentId),
  allow: (actor, document) => canSeeDocument(actor, document),
  run: async (ctx, { format }, document) => {
    const matter = await matterOf(ctx, document);
    const { kind, registered } = document;
    const name = words.fileName(kind, registered.number, matter.content.subject, dayOf(document.createdAt));
    await ctx.emit({
      name: 'document.exported',
      hamletId: null,
      subject: 'document',
      subjectId: document.id,
      data: { kind, state: document.state, format },
    });
    const paper = composeDocument(matter, registered);
    return format === 'pdf'
      ? { name: `${name}.pdf`, type: pdfMediaType, bytes: await renderOfficialPdf(paper) }
      : { name: `${name}.docx`, type: docxMediaType, bytes: await renderOfficialDocx(paper) };
  },
});
