import * as z from 'zod/mini';
import { defineCommand, visible } from '#platform/commands/command.server.ts';
import { optionalId } from '#shared/fields.ts';
import { docxMediaType, renderOfficialDocx } from '#platform/docx/official-docx.server.ts';
import type { ExportedFile } from '../export/report-files.server.ts';
import { FormInput } from '../model/form-inputs.ts';
import { canKeepForms } from '../policy.ts';
import { previewForm } from '../queries/form-preview.server.ts';

/** The Word file that a form would make of the newest data, before it is put in force; who took it is in the log. */
export const exportFormPreview = defineCommand({
  name: 'report_form.preview',
  input: z.object({ ...FormInput.shape, hamletId: z._default(optionalId, null) }),
  load: async (ctx, input) => {
    visible(ctx.actor, canKeepForms);
    return previewForm(ctx, input);
  },
  allow: (actor) => canKeepForms(actor),
  run: async (ctx, { kind }, preview): Promise<ExportedFile> => {
    await ctx.emit({
      name: 'report_template.previewed',
      hamletId: preview.kind === 'hamlet' ? preview.hamletId : null,
      subject: 'report_template',
      subjectId: ctx.id(),
      data: { kind },
    });
    return {
      name: `Xem trước - ${preview.form.name}.docx`,
      type: docxMediaType,
      bytes: await renderOfficialDocx(preview.document),
    };
  },
});
