import type { Tx } from '#platform/db/database.server.ts';
import type { Id } from '#shared/ids.ts';
import { codeFingerprint, fingerprint } from '#features/accounts/secrets.server.ts';
import type { Door, SessionAccount } from '#features/accounts/sessions.server.ts';

/**
 * A code works once (A7), and a phone may lose what the code gave it: the answer was cut off, or the page was closed before the
 * PIN was chosen, for neither token nor recovery key is ever on a disk unsealed. So the phone shows beside the code a word of
 * its own, its claim; the same two together let the same phone in again, for half an hour, until its first contact, as
 * long as neither it nor its account was shut. Without the claim the code is used up for everybody.
 */
const claimLasts = 30 * 60 * 1000;

const hashOf = (code: string, claim: string) => fingerprint(`${codeFingerprint(code)} ${claim}`);

/** What a phone that signs in by this code keeps of its claim; nothing of somebody who came otherwise, or without one. */
export function claimOf(
  now: Date,
  code: string,
  claim: string | null,
): { claim_hash: string | null; claim_until: Date | null } {
  if (code === '' || claim === null) return { claim_hash: null, claim_until: null };
  return { claim_hash: hashOf(code, claim), claim_until: new Date(now.getTime() + claimLasts) };
}

/** The phone that signed in by this code and claim and was not heard of since, with its account; null when there is none. */
export async function findClaim(
  door: Door,
  code: string,
  claim: string,
): Promise<{ account: SessionAccount; device: { id: Id; recovery_key: string } } | null> {
  await door.limits.check('invitation', door.address);
  const row = await door.database.transaction('door', (tx) =>
    tx
      .selectFrom('devices as d')
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.commune_id', '=', 'd.commune_id').onRef('a.id', '=', 'd.account_id'),
      )
      .select(['d.id as device_id', 'd.recovery_key', 'a.commune_id', 'a.id', 'a.full_name', 'a.member_id'])
      .where('d.claim_hash', '=', hashOf(code, claim))
      .where('d.claim_until', '>', door.now)
      .where('d.revoked_at', 'is', null)
      .where('a.disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!row) return null;
  const { device_id: id, recovery_key, ...account } = row;
  return { account, device: { id, recovery_key } };
}

/** The phone was heard of: what it was given has arrived. */
export async function endClaim(tx: Tx, communeId: string, deviceId: Id): Promise<void> {
  await tx
    .updateTable('devices')
    .set({ claim_hash: null, claim_until: null })
    .where('commune_id', '=', communeId)
    .where('id', '=', deviceId)
    .execute();
}
