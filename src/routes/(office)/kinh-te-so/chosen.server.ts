import type { ReadContext } from '#platform/commands/command.server.ts';
import { isStalled, owesCommitment } from '#features/commerce/model.ts';
import { listBusinesses, type Business } from '#features/commerce/queries/businesses.server.ts';
import type { Asked, Quick } from './filter.ts';

/** Whether a business is among those of a chip; without one, whether it goes on. */
export function isAmong(ctx: ReadContext, one: Business, quick: Quick | null): boolean {
  if (quick === 'da-ngung') return one.closedOn !== null;
  if (quick === 'lau-chua-ghi') return isStalled(one, ctx.today);
  if (quick === 'chua-cam-ket') return owesCommitment(one);
  return one.closedOn === null;
}

/** All that the reader sees, and of them what the address asks for. */
export async function chosenBusinesses(
  ctx: ReadContext,
  asked: Asked,
): Promise<{ all: Business[]; chosen: Business[] }> {
  const all = await listBusinesses(ctx, null);
  const chosen = all.filter(
    (one) =>
      isAmong(ctx, one, asked.quick) &&
      (asked.hamletId === null || one.hamletId === asked.hamletId) &&
      (asked.kind === null || one.kind === asked.kind) &&
      (asked.next === null || one.pipeline.next === asked.next),
  );
  return { all, chosen };
}
