import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Actor } from '#platform/commands/actor.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { id } from '#shared/fields.ts';
import { newId, type Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { fingerprint, newToken } from '#features/accounts/secrets.server.ts';
import {
  accountByInvitation,
  accountByPassword,
  grantsOf,
  toActor,
  useInvitation,
  type Door,
} from '#features/accounts/sessions.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import { claimOf, endClaim, findClaim } from './claims.server.ts';
import { canUsePhone } from './policy.ts';
import * as words from './words.ts';

/** Signing in on a phone: an invitation's code, or the account's name and password. */
export const PhoneSignIn = z.object({
  code: z._default(z.nullable(z.string().check(z.maxLength(60))), null),
  login: z._default(z.nullable(z.string().check(z.maxLength(100))), null),
  password: z._default(z.nullable(z.string().check(z.maxLength(1000))), null),
  /** A word that the phone made itself: with it the same code lets this phone in again, until its first contact. */
  claim: z._default(z.nullable(z.string().check(z.regex(/^[\w-]{20,100}$/))), null),
  /**
   * Stores that the phone holds or held, whoever's they are: the account's own goes on, so that nobody gets a second one
   * beside work that was not sent. `vanished`: that store is gone, with so many unsent (phiếu) as last noted (law 12, F10).
   */
  stores: z._default(
    z
      .array(
        z.object({
          deviceId: id,
          vanished: z._default(z.nullable(z.number().check(z.int(), z.gte(0), z.lte(1_000_000))), null),
        }),
      )
      .check(z.maxLength(50)),
    [],
  ),
  label: z._default(z.string().check(z.maxLength(200)), ''),
  appVersion: z._default(z.string().check(z.maxLength(40)), ''),
});
export type PhoneSignIn = z.infer<typeof PhoneSignIn>;

/** What a phone keeps of having signed in. */
export interface PhoneSignedIn {
  deviceId: Id;
  token: string;
  /** Base64 of 32 bytes: opens the store without its PIN (law 11). */
  recoveryKey: string;
  account: { id: Id; fullName: string; communeId: string };
  /** The account's own phone of `stores` that this one takes the place of, since that one was revoked or its store is gone. */
  replaces: Id | null;
  /** The server's clock: the phone has no other word of it before its first pull (law 8). */
  now: string;
}

/**
 * Signs in on a phone and gives it a token of its own; a phone that comes back with a store of the same account keeps its
 * operations' count and its recovery key. A code is used in the same transaction in which the phone is let in; a phone whose
 * answer was lost, or that was closed before its PIN was chosen, is let in once more by code and claim. Throws `sign_in.wrong`,
 * `invitation.not_valid`, `sign_in.too_many_tries`, and `not_allowed` for who works in no hamlet.
 */
export async function signInOnPhone(door: Door, rawInput: unknown): Promise<PhoneSignedIn> {
  const input = parseInput(PhoneSignIn, rawInput);
  const code = input.code?.trim() ?? '';
  const claimed = code === '' || input.claim === null ? null : await findClaim(door, code, input.claim);
  const account =
    claimed?.account ??
    (code === ''
      ? await accountByPassword(door, input.login ?? '', input.password ?? '')
      : await accountByInvitation(door, code));
  return door.database.transaction({ commune: account.commune_id }, async (tx) => {
    const actor = toActor(account, await grantsOf(tx, account.commune_id, account.id));
    if (!canUsePhone(actor)) throw new Problem('not_allowed', { message: words.phoneIsForHamlets });
    if (code !== '' && !claimed) await useInvitation(tx, door, account, code);
    const token = newToken();
    const before = await ownDevice(
      tx,
      actor,
      input.stores.map((store) => store.deviceId),
    );
    const vanished = input.stores.find((store) => store.deviceId === before?.id)?.vanished ?? null;
    const mayGoOn = before && before.revoked_at === null && vanished === null ? before : null;
    const goesOn = mayGoOn ?? claimed?.device ?? null;
    const replaced = before && before.id !== goesOn?.id ? before : null;
    if (replaced) {
      await tx
        .updateTable('devices')
        .set({
          vanished: vanished ?? replaced.vanished,
          revoked_at: replaced.revoked_at ?? door.now,
          revoked_by: replaced.revoked_by ?? account.id,
        })
        .where('commune_id', '=', actor.communeId)
        .where('id', '=', replaced.id)
        .execute();
    }
    const device = {
      id: goesOn?.id ?? newId(door.now),
      recoveryKey: goesOn?.recovery_key ?? randomBytes(32).toString('base64'),
    };
    const signedIn = {
      token_hash: fingerprint(token),
      seen_at: door.now,
      app_version: input.appVersion,
      ...(claimed ? {} : claimOf(door.now, code, input.claim)),
    };
    if (goesOn) {
      await tx
        .updateTable('devices')
        .set(signedIn)
        .where('commune_id', '=', actor.communeId)
        .where('id', '=', device.id)
        .execute();
    } else {
      await tx
        .insertInto('devices')
        .values({
          commune_id: actor.communeId,
          id: device.id,
          account_id: account.id,
          ...signedIn,
          recovery_key: device.recoveryKey,
          label: input.label.slice(0, 120),
          enrolled_at: door.now,
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
    }
    await tx
      .insertInto('events')
      .values({
        commune_id: actor.communeId,
        id: newId(door.now),
        name: 'device.signed_in',
        hamlet_id: null,
        subject: 'device',
        subject_id: device.id,
        actor_id: account.id,
        happened_at: door.now,
        recorded_at: door.now,
        device_id: device.id,
        request_id: null,
        data: JSON.stringify({ label: input.label.slice(0, 120), again: goesOn !== null }),
      })
      .execute();
    return {
      deviceId: device.id,
      token,
      recoveryKey: device.recoveryKey,
      account: { id: account.id, fullName: account.full_name, communeId: account.commune_id },
      replaces: replaced?.id ?? null,
      now: door.now.toISOString(),
    };
  });
}

/** Which of these phones is the actor's own; of several, one that is still to be used, and the latest. */
async function ownDevice(tx: Tx, actor: Actor, ids: readonly Id[]) {
  if (ids.length === 0) return undefined;
  return tx
    .selectFrom('devices')
    .selectAll()
    .where('commune_id', '=', actor.communeId)
    .where('id', 'in', ids)
    .where('account_id', '=', actor.accountId)
    .orderBy((on) => on('revoked_at', 'is not', null))
    .orderBy('enrolled_at', 'desc')
    .executeTakeFirst();
}

/** A phone at the server's door. */
export interface KnownDevice {
  id: Id;
  actor: Actor;
  /** Still to be used: not revoked, and its owner may sign in. Otherwise it may send what it has, and then forgets all. */
  standing: 'good' | 'device_revoked' | 'account_disabled';
  revokedAt: Date | null;
}

/** The phone of a token, its owner with the rights of this moment; null for a token that no phone has. */
export async function deviceOfToken(
  door: Pick<Door, 'database'>,
  token: string,
): Promise<KnownDevice | null> {
  return door.database.transaction('door', async (tx) => {
    const row = await tx
      .selectFrom('devices as d')
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.commune_id', '=', 'd.commune_id').onRef('a.id', '=', 'd.account_id'),
      )
      .select([
        'd.id as device_id',
        'd.revoked_at',
        'd.claim_hash',
        'd.commune_id',
        'a.id',
        'a.full_name',
        'a.member_id',
        'a.disabled_at',
      ])
      .where('d.token_hash', '=', fingerprint(token))
      // A phone that has forgotten its owner has nothing more to tell.
      .where('d.wiped_at', 'is', null)
      .executeTakeFirst();
    if (!row) return null;
    // It has its token: the code has done its work.
    if (row.claim_hash !== null) await endClaim(tx, row.commune_id, row.device_id);
    const grants = row.disabled_at === null ? await grantsOf(tx, row.commune_id, row.id) : [];
    return {
      id: row.device_id,
      actor: toActor(row, grants),
      standing:
        row.revoked_at !== null ? 'device_revoked' : row.disabled_at !== null ? 'account_disabled' : 'good',
      revokedAt: earlier(row.revoked_at, row.disabled_at),
    };
  });
}

function earlier(one: Date | null, other: Date | null): Date | null {
  return one && other ? (one < other ? one : other) : (one ?? other);
}

/** The phone has forgotten its owner's data: a revoked one as it was told, another because its owner wished so. */
export async function noteWiped(database: Door['database'], device: KnownDevice, now: Date): Promise<void> {
  await database.transaction({ commune: device.actor.communeId }, (tx) =>
    tx
      .updateTable('devices')
      .set((on) => ({
        wiped_at: now,
        unsent: 0,
        revoked_at: on.fn.coalesce('revoked_at', on.val(now)),
        revoked_by: on.fn.coalesce('revoked_by', on.val(device.actor.accountId)),
      }))
      .where('commune_id', '=', device.actor.communeId)
      .where('id', '=', device.id)
      .execute(),
  );
}
