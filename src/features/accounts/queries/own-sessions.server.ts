import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { sessionRules } from '../model.ts';
import { fingerprint } from '../secrets.server.ts';

export interface OwnSession {
  id: Id;
  /** What the device said of itself (user agent). */
  device: string;
  createdAt: Date;
  seenAt: Date;
  /** The session that asks. */
  here: boolean;
}

/** The actor's own sessions that still work, this one first, then the one last seen. `token` is the session that asks. */
export async function listOwnSessions(ctx: ReadContext, token: string): Promise<OwnSession[]> {
  const rows = await ctx.tx
    .selectFrom('sessions')
    .select(['id', 'device', 'created_at', 'seen_at', 'token_hash'])
    .where('commune_id', '=', ctx.communeId)
    .where('account_id', '=', ctx.actor.accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .where('seen_at', '>', new Date(ctx.now.getTime() - sessionRules(ctx.actor.grants).idle))
    .orderBy('seen_at', 'desc')
    .execute();
  const own = fingerprint(token);
  return rows
    .map((row) => ({
      id: row.id,
      device: row.device,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      here: row.token_hash === own,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here));
}
