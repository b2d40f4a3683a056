import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Indicator } from '../model/indicator.ts';

/** Writes a meaning of a code from a day on. The caller has asked and checked. */
export async function insertIndicator(
  ctx: WriteContext,
  indicator: Omit<Indicator, 'id' | 'validTo'>,
): Promise<Id> {
  const id = ctx.id();
  const { validFrom, ...meaning } = indicator;
  await ctx.tx
    .insertInto('indicators')
    .values({
      commune_id: ctx.communeId,
      id,
      ...meaning,
      valid_from: validFrom,
      valid_to: null,
      kept_by: ctx.actor.accountId,
      kept_at: ctx.now,
    })
    .execute();
  return id;
}
