import { runQuery } from '#platform/commands/command.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { hamletsOf } from '#features/accounts/model.ts';
import { fingerprint, newToken } from '#features/accounts/secrets.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import type { Store } from '../store.ts';

/** A phone that has signed in, and the homes to which its owner goes. */
export interface SettledPhone {
  token: string;
  hamletId: Id;
  homes: { id: Id; residentId: Id }[];
}

/** A new phone of a member. */
export async function settlePhone(store: Store, actor: Actor): Promise<SettledPhone> {
  const token = newToken();
  const now = store.runtime.now();
  const hamletId = hamletsOf(actor, 'member')[0];
  if (hamletId === undefined) throw new Error('a member without a hamlet');
  const homes = await runQuery(store.runtime.database, { actor, now }, async (ctx) => {
    await ctx.tx
      .insertInto('devices')
      .values({
        commune_id: ctx.communeId,
        id: newId(now),
        account_id: actor.accountId,
        token_hash: fingerprint(token),
        recovery_key: Buffer.alloc(32, 7).toString('base64'),
        label: 'bench',
        app_version: 'bench',
        enrolled_at: now,
        seen_at: now,
        last_seq: 0,
        unsent: 0,
        oldest_unsent_at: null,
        vanished: 0,
        copied_at: null,
        revoked_at: null,
        revoked_by: null,
        wiped_at: null,
      })
      .execute();
    return ctx.tx
      .selectFrom('households as h')
      .innerJoin('residents as r', (join) =>
        join.on('r.commune_id', '=', ctx.communeId).onRef('r.id', '=', 'h.head_id'),
      )
      .select(['h.id', 'r.id as residentId'])
      .where('h.commune_id', '=', ctx.communeId)
      .where('h.hamlet_id', '=', hamletId)
      .where('h.state', '=', 'living')
      .where('r.state', '=', 'living')
      .orderBy('h.id')
      .execute();
  });
  return { token, hamletId, homes };
}
