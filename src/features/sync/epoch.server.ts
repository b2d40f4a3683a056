import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { newId, type Id } from '#shared/ids.ts';

/** Which history of the server the phones know. The first asking begins it. */
export async function epochOf(ctx: ReadContext): Promise<Id> {
  const find = () =>
    ctx.tx
      .selectFrom('sync_epochs')
      .select('epoch')
      .where('commune_id', '=', ctx.communeId)
      .executeTakeFirst();
  const known = await find();
  if (known) return known.epoch;
  await ctx.tx
    .insertInto('sync_epochs')
    .values({ commune_id: ctx.communeId, epoch: newId(ctx.now), announced_at: ctx.now })
    .onConflict((conflict) => conflict.column('commune_id').doNothing())
    .execute();
  return (await find())?.epoch ?? newId(ctx.now);
}

/**
 * After a restore from a copy: another epoch. Phones then send again whatever they still hold, and take the lists anew
 * (law 13, F15).
 */
export async function announceRestore(ctx: WriteContext): Promise<Id> {
  const epoch = ctx.id();
  await ctx.tx
    .insertInto('sync_epochs')
    .values({ commune_id: ctx.communeId, epoch, announced_at: ctx.now })
    .onConflict((conflict) => conflict.column('commune_id').doUpdateSet({ epoch, announced_at: ctx.now }))
    .execute();
  await ctx.emit({ name: 'sync.restored', hamletId: null, subject: 'sync', subjectId: epoch, data: {} });
  return epoch;
}
