import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import type { Outcome } from './model/operation.ts';

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

/** Whether the answer to something that was done at a moment is not given yet. */
export type Waits = (at: Date, outcome: Outcome) => boolean;

/** So long (ms) the phones have to bring back what the restored server lacks. */
const waitsFor = 7 * 24 * 60 * 60 * 1000;

/**
 * After a restore, what one phone did stands on what another has still to bring back: a visit to a household that a colleague
 * registered. What was done before the restore and is refused now has no result for a week (F14, F15); then it is refused.
 */
export async function refusalsThatWait(ctx: ReadContext): Promise<Waits> {
  const row = await ctx.tx
    .selectFrom('sync_epochs as p')
    // The first epoch was begun by asking, not by a restore.
    .innerJoin('events as e', (join) =>
      join
        .on('e.commune_id', '=', ctx.communeId)
        .onRef('e.subject_id', '=', 'p.epoch')
        .on('e.name', '=', 'sync.restored'),
    )
    .select('p.announced_at')
    .where('p.commune_id', '=', ctx.communeId)
    .executeTakeFirst();
  if (!row || ctx.now.getTime() > row.announced_at.getTime() + waitsFor) return () => false;
  return (at, outcome) =>
    at < row.announced_at &&
    outcome.status === 'rejected' &&
    outcome.code !== 'duplicate' &&
    outcome.code !== 'device.revoked';
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
