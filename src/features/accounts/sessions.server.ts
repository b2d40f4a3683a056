import { sql } from 'kysely';
import type { Actor, Grant } from '#platform/commands/actor.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { normalLogin, sessionRules } from './model.ts';
import { codeFingerprint, fingerprint, hashPassword, newToken, passwordFits } from './secrets.server.ts';
import type { SignInLimits } from './sign-in-limits.server.ts';

/** Who signed in, with the secret of the session that the cookie carries. */
export interface SignedIn {
  actor: Actor;
  token: string;
  expiresAt: Date;
}

export interface Door {
  database: Database;
  limits: SignInLimits;
  now: Date;
  /** The address that tries, as the outer server saw it. */
  address: string;
  /** What the device says of itself, shortened. */
  device: string;
}

/** Signs in by name and password. The same text and the same work whoever exists (A8); throws `sign_in.wrong` or `sign_in.too_many_tries`. */
export async function signIn(door: Door, name: string, password: string): Promise<SignedIn> {
  const account = await accountByPassword(door, name, password);
  // At the door, where one also enters a commune that is closed and only read.
  return door.database.transaction('door', (tx) => openSession(tx, door, account));
}

/** Whose name and password these are, without opening a session; throws as `signIn`. */
export async function accountByPassword(door: Door, name: string, password: string): Promise<SessionAccount> {
  const login = normalLogin(name).slice(0, 60);
  await door.limits.check(login, door.address);
  const account = await door.database.transaction('door', (tx) =>
    tx.selectFrom('accounts').selectAll().where('login', '=', login).executeTakeFirst(),
  );
  const fits = await passwordFits(account?.password_hash ?? null, password.slice(0, 1000));
  if (!account || !fits || account.disabled_at !== null) {
    await door.limits.failed(login, door.address);
    throw new Problem('sign_in.wrong');
  }
  await door.limits.succeeded(login, door.address);
  return account;
}

/**
 * Whose invitation a code is, for a phone, where a PIN stands for a password: nothing is used yet, so that who may not use a
 * phone still has the code for the office's page. Throws `invitation.not_valid`.
 */
export async function accountByInvitation(door: Door, code: string): Promise<SessionAccount> {
  await door.limits.check('invitation', door.address);
  const account = await door.database.transaction('door', (tx) =>
    tx
      .selectFrom('invitations as i')
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.id', '=', 'i.account_id').onRef('a.commune_id', '=', 'i.commune_id'),
      )
      .selectAll('a')
      .where('i.code_hash', '=', codeFingerprint(code))
      .where('i.used_at', 'is', null)
      .where('i.revoked_at', 'is', null)
      .where('i.expires_at', '>', door.now)
      .where('a.disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!account) {
    await door.limits.failed('invitation', door.address);
    throw new Problem('invitation.not_valid');
  }
  return account;
}

/**
 * Uses an invitation on a phone, in the transaction that lets the phone in: the code works once (A7); a password that is there
 * stays. Throws `invitation.not_valid` when somebody else was faster.
 */
export async function useInvitation(
  tx: Tx,
  door: Door,
  account: SessionAccount,
  code: string,
): Promise<void> {
  if (!(await takeInvitation(tx, door, code))) throw new Problem('invitation.not_valid');
  await writeDoorEvent(tx, door, account, 'invitation.accepted');
}

function takeInvitation(tx: Tx, door: Door, code: string) {
  return tx
    .updateTable('invitations')
    .set({ used_at: door.now })
    .where('code_hash', '=', codeFingerprint(code))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', door.now)
    .returning(['commune_id', 'account_id'])
    .executeTakeFirst();
}

/** Uses an invitation: sets the password and signs in. The code works once and until it expires (A7); else `invitation.not_valid`. */
export async function acceptInvitation(door: Door, code: string, password: string): Promise<SignedIn> {
  await door.limits.check('invitation', door.address);
  const hash = await hashPassword(password);
  const accepted = await door.database.transaction('door', async (tx) => {
    const invitation = await takeInvitation(tx, door, code);
    if (!invitation) return null;
    const account = await tx
      .updateTable('accounts')
      .set({ password_hash: hash, password_changed_at: door.now })
      .where('commune_id', '=', invitation.commune_id)
      .where('id', '=', invitation.account_id)
      .where('disabled_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!account) return null;
    await tx
      .updateTable('sessions')
      .set({ ended_at: door.now })
      .where('commune_id', '=', account.commune_id)
      .where('account_id', '=', account.id)
      .where('ended_at', 'is', null)
      .execute();
    await writeDoorEvent(tx, door, account, 'invitation.accepted');
    return openSession(tx, door, account);
  });
  if (!accepted) {
    await door.limits.failed('invitation', door.address);
    throw new Problem('invitation.not_valid');
  }
  return accepted;
}

/** Whose invitation a code is, while it can still be used: the name is shown before a password is chosen. */
export async function findInvitation(
  door: Door,
  code: string,
): Promise<{ fullName: string; login: string } | null> {
  await door.limits.check('invitation', door.address);
  const row = await door.database.transaction('door', (tx) =>
    tx
      .selectFrom('invitations as i')
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.id', '=', 'i.account_id').onRef('a.commune_id', '=', 'i.commune_id'),
      )
      .select(['a.full_name', 'a.login'])
      .where('i.code_hash', '=', codeFingerprint(code))
      .where('i.used_at', 'is', null)
      .where('i.revoked_at', 'is', null)
      .where('i.expires_at', '>', door.now)
      .executeTakeFirst(),
  );
  if (!row) await door.limits.failed('invitation', door.address);
  return row ? { fullName: row.full_name, login: row.login } : null;
}

/** An account as whoever proved to be it needs it. */
export interface SessionAccount {
  commune_id: string;
  id: Id;
  full_name: string;
  member_id: Id | null;
}

async function openSession(tx: Tx, door: Door, account: SessionAccount): Promise<SignedIn> {
  const grants = await grantsOf(tx, account.commune_id, account.id);
  const token = newToken();
  const expiresAt = new Date(door.now.getTime() + sessionRules(grants).absolute);
  await tx
    .insertInto('sessions')
    .values({
      commune_id: account.commune_id,
      id: newId(door.now),
      account_id: account.id,
      token_hash: fingerprint(token),
      device: door.device.slice(0, 120),
      created_at: door.now,
      seen_at: door.now,
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute();
  await writeDoorEvent(tx, door, account, 'session.opened');
  return { actor: toActor(account, grants), token, expiresAt };
}

/** The actor of a cookie's token, with rights as they are now; null when the session is over. Seen at most once a minute. */
export async function actorOfToken(database: Database, token: string, now: Date): Promise<Actor | null> {
  return database.transaction('door', async (tx) => {
    const row = await tx
      .selectFrom('sessions as s')
      .innerJoin('accounts as a', (join) =>
        join.onRef('a.id', '=', 's.account_id').onRef('a.commune_id', '=', 's.commune_id'),
      )
      .select([
        's.commune_id',
        's.id as session_id',
        's.seen_at',
        's.expires_at',
        'a.id',
        'a.full_name',
        'a.member_id',
      ])
      .where('s.token_hash', '=', fingerprint(token))
      .where('s.ended_at', 'is', null)
      .where('s.expires_at', '>', now)
      .where('a.disabled_at', 'is', null)
      .executeTakeFirst();
    if (!row) return null;
    const grants = await grantsOf(tx, row.commune_id, row.id);
    if (now.getTime() - row.seen_at.getTime() > sessionRules(grants).idle) return null;
    if (now.getTime() - row.seen_at.getTime() > 60_000) {
      await tx
        .updateTable('sessions')
        .set({ seen_at: now })
        .where('commune_id', '=', row.commune_id)
        .where('id', '=', row.session_id)
        .execute();
    }
    return toActor(row, grants);
  });
}

/** Ends the session of a token. */
export async function signOut(database: Database, token: string, now: Date): Promise<void> {
  await database.transaction('door', (tx) =>
    tx
      .updateTable('sessions')
      .set({ ended_at: now })
      .where('token_hash', '=', fingerprint(token))
      .where('ended_at', 'is', null)
      .execute(),
  );
}

/**
 * The rights of an account as they are now. Who holds a role in a hamlet holds it in those that were merged into it too, for what
 * was written there (`past`). Asked at the door, where the mergers are read and no hamlet is.
 */
export async function grantsOf(tx: Tx, communeId: string, accountId: Id): Promise<Grant[]> {
  const { rows } = await sql<{ role: string; hamletId: Id | null; past: boolean }>`
    with recursive held (role, hamlet_id) as (
      select role, hamlet_id from account_roles
       where commune_id = ${communeId} and account_id = ${accountId} and revoked_on is null
      union
      select g.role, e.id from held as g
        join hamlet_mergers as m on m.commune_id = ${communeId} and m.state = 'done' and m.into_hamlet_id = g.hamlet_id
       cross join unnest(m.hamlet_ids) as e(id)
    )
    select g.role, g.hamlet_id as "hamletId", exists (
             select 1 from hamlet_mergers as m
              where m.commune_id = ${communeId} and m.state = 'done' and g.hamlet_id = any(m.hamlet_ids)) as past
      from held as g order by past, g.hamlet_id, g.role`.execute(tx);
  return rows.map(({ role, hamletId, past }) => (past ? { role, hamletId, past } : { role, hamletId }));
}

/** Who asks, of an account and its rights. */
export const toActor = (account: SessionAccount, grants: Grant[]): Actor => ({
  accountId: account.id,
  communeId: account.commune_id,
  fullName: account.full_name,
  memberId: account.member_id,
  grants,
});

async function writeDoorEvent(tx: Tx, door: Door, account: SessionAccount, name: string): Promise<void> {
  await tx
    .insertInto('events')
    .values({
      commune_id: account.commune_id,
      id: newId(door.now),
      name,
      hamlet_id: null,
      subject: 'account',
      subject_id: account.id,
      actor_id: account.id,
      happened_at: door.now,
      recorded_at: door.now,
      device_id: null,
      request_id: null,
      data: JSON.stringify({ device: door.device.slice(0, 120) }),
    })
    .execute();
}
