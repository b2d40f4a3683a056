import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id, line } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { canKeepBudget } from '../policy.ts';
import { getSpend } from '../queries/spends.server.ts';
import type { BudgetVoucherTable } from '../tables.ts';
import * as words from '../words.ts';

/** A scanned voucher of many pages is smaller (byte). */
const mostBytes = 10 * 1024 * 1024;

/**
 * Keeps a file of a payment's voucher in the database, as signed papers are kept: a PDF, or a photograph of it. Tells
 * 'budget_spend.file_kept'. Throws `file.too_large`, and `file.kind_not_supported` for what its first bytes say is neither.
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
    if (bytes.length > mostBytes) throw new Problem('file.too_large', { message: words.voucherTooLarge });
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === null)
      throw new Problem('file.kind_not_supported', {
        message: words.voucherKind,
        fields: { file: words.voucherKind },
      });
    await ctx.tx
      .insertInto('budget_vouchers')
      .values({
        commune_id: ctx.communeId,
        id: ctx.id(),
        spend_id: spend.id,
        name,
        media_type: mediaType,
        bytes: Buffer.from(bytes),
        uploaded_by: ctx.actor.accountId,
        uploaded_at: ctx.now,
      })
      .execute();
    await ctx.emit({
      name: 'budget_spend.file_kept',
      hamletId: null,
      subject: 'budget_spend',
      subjectId: spend.id,
      data: { size: bytes.length },
    });
  },
});

/** By its first bytes, never by its name. */
function mediaTypeOf(bytes: Uint8Array): BudgetVoucherTable['media_type'] | null {
  const starts = (...head: number[]) => head.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null;
}
