import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { readAttachedFile } from '#platform/picture/attached-file.server.ts';
import { id, line } from '#shared/fields.ts';
import { canKeepBudget } from '../policy.ts';
import { getSpend } from '../queries/spends.server.ts';
import * as words from '../words.ts';

/**
 * Keeps a file of a payment's voucher in the database, as signed papers are kept: a PDF, or a photograph of it without
 * what the telephone wrote into it. Tells 'budget_spend.file_kept'. Throws `file.too_large`, and `file.kind_not_supported` for
 * what its first bytes say is neither.
 */
export const keepVoucher = defineCommand({
  name: 'budget.keep_voucher',
  input: z.object({
    spendId: id,
    name: line(200),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  load: (ctx, input) => getSpend(ctx, input.spendId),
  allow: (actor) => canKeepBudget(actor),
  run: async (ctx, { name, bytes }, spend) => {
    const file = readAttachedFile(bytes, { tooLarge: words.voucherTooLarge, kind: words.voucherKind });
    await ctx.tx
      .insertInto('budget_vouchers')
      .values({
        commune_id: ctx.communeId,
        id: ctx.id(),
        spend_id: spend.id,
        name,
        media_type: file.mediaType,
        bytes: file.bytes,
        uploaded_by: ctx.actor.accountId,
        uploaded_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'budget_spend.file_kept',
      hamletId: null,
      subject: 'budget_spend',
      subjectId: spend.id,
      data: { size: file.bytes.length },
    });
  },
});
