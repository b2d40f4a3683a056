import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { docxMediaType, renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import { pdfMediaType, renderOfficialPdf } from '#platform/pdf/official-pdf.server.ts';
import { id, optionalId } from '#shared/fields.ts';
import { found } from '#shared/problem.ts';
import { chooseOne } from '#shared/words.ts';
import { canSeeBusiness } from '#features/commerce/policy.ts';
import { listCommitments } from '#features/commerce/queries/business-story.server.ts';
import { getBusiness } from '#features/commerce/queries/businesses.server.ts';
import { commitment as current } from '#features/commerce/words.ts';
import { getCommune } from '#features/org/queries.server.ts';
import { commitmentDocument } from '../document/commitment-document.ts';
import { commitmentFileName } from '../words.ts';

/**
 * A business's promise of quality as a Word file or an archive PDF: one that was signed, with the text of that day, or (without
 * `commitmentId`) today's text to be printed and signed. Who took it is in the log.
 */
export const exportCommitment = defineCommand({
  name: 'business.export_commitment',
  input: z.object({
    businessId: id,
    commitmentId: z._default(optionalId, null),
    format: z._default(z.enum(['docx', 'pdf'], chooseOne), 'docx'),
  }),
  load: (ctx, input) => getBusiness(ctx, input.businessId),
  allow: (actor, business) => canSeeBusiness(actor, business),
  run: async (ctx, { commitmentId, format }, business) => {
    const signed =
      commitmentId === null
        ? null
        : found((await listCommitments(ctx, business.id)).find((one) => one.id === commitmentId));
    const commune = await getCommune(ctx);
    const document = commitmentDocument(
      {
        business,
        version: signed?.version ?? current.version,
        text: signed?.text ?? current.text,
        signed: signed && { on: signed.signedOn, by: signed.signedBy },
      },
      { commune, day: ctx.today, isSample: commune.isSample },
    );
    await ctx.emit({
      name: 'business.commitment_exported',
      hamletId: business.hamletId,
      subject: 'business',
      subjectId: business.id,
      data: { commitmentId, format },
    });
    const name = commitmentFileName(business.name);
    return format === 'pdf'
      ? { name: `${name}.pdf`, type: pdfMediaType, bytes: await renderOfficialPdf(document) }
      : { name: `${name}.docx`, type: docxMediaType, bytes: await renderOfficialDocx(document) };
  },
});
