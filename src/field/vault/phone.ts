import { newId } from '#shared/ids.ts';
import { found, Problem } from '#shared/problem.ts';
import { newDataKey } from './data-key.ts';
import { findVanished, StoreMarks, type StoreMark } from './eviction.ts';
import {
  contacted,
  entryOf,
  isBeingWiped,
  isStale,
  lockedOut,
  used,
  type MemberEntry,
  type MemberRecord,
} from './member-record.ts';
import { addMember, changeMember, openPhoneDatabase, type PhoneDatabase } from './phone-database.ts';
import { noTries } from './pin-tries.ts';
import { pinProblem } from './pin-rule.ts';
import { pinStanding, tryPin, type PinRefusal, type PinStanding } from './try-pin.ts';
import { Vault } from './vault.ts';
import { wipeStore } from './wipe-store.ts';
import { unwrapByRecovery, wrapByPin, wrapByRecovery } from './wraps.ts';

/** Both clocks in milliseconds: the phone's own, and the server's from the answer that was just received. */
export interface Moment {
  now: number;
  serverNow: number;
}

export interface Enrolment extends Moment {
  accountId: string;
  deviceId: string;
  displayName: string;
  hamletNames?: string[];
  /** 32 random bytes that the server made for this device and gives only to its signed-in member. */
  recoveryKey: Uint8Array<ArrayBuffer>;
  pin: string;
}

export interface PhoneOptions {
  /** Where the marks against eviction lie. */
  storage?: Storage;
  /** Days without the server after which a PIN opens nothing more (law 11). */
  staleAfterDays?: number;
}

/** Opens the list of this phone's members; makes it when the phone is new. */
export async function openPhone({
  storage = localStorage,
  staleAfterDays = 30,
}: PhoneOptions = {}): Promise<Phone> {
  const phone = new Phone(await openPhoneDatabase(), new StoreMarks(storage), staleAfterDays);
  for (const member of await phone.members()) phone.marks.remember(member);
  return phone;
}

/** A phone that several members share: each has a store of his own, which opens with his PIN (law 11, A11). */
export class Phone {
  readonly marks: StoreMarks;
  readonly #database: PhoneDatabase;
  readonly #staleAfterDays: number;
  readonly #vaults = new Map<string, Vault>();

  constructor(database: PhoneDatabase, marks: StoreMarks, staleAfterDays: number) {
    this.#database = database;
    this.marks = marks;
    this.#staleAfterDays = staleAfterDays;
  }

  /** Who has a store here, last used first. */
  async members(): Promise<MemberEntry[]> {
    const records = await this.#records();
    return records.map(entryOf).sort((a, b) => b.lastUsedAt - a.lastUsedAt);
  }

  /**
   * Makes a member's store. Throws `input.invalid` for a weak PIN and `duplicate` when the account has a store here already:
   * that one may hold work that was not sent, and is opened by `unlock` or `recover`.
   */
  async enrol({ recoveryKey, pin, now, serverNow, ...member }: Enrolment): Promise<Vault> {
    checkPin(pin);
    const storeId = newId(new Date(now));
    const fresh = await newDataKey();
    const record: MemberRecord = {
      storeId,
      deviceId: member.deviceId,
      accountId: member.accountId,
      displayName: member.displayName,
      hamletNames: member.hamletNames ?? [],
      createdAt: serverNow,
      lastUsedAt: serverNow,
      lastContactAt: serverNow,
      clockOffset: serverNow - now,
      serverWrap: await wrapByRecovery(storeId, fresh, recoveryKey),
      tries: noTries,
      ...(await wrapByPin(this.#database, storeId, fresh, pin)),
    };
    await addMember(this.#database, record);
    this.marks.remember(record);
    return this.#open(record, await unwrapByRecovery(record, recoveryKey));
  }

  /** How a member's PIN stands, for the page that asks for it. */
  async pinStanding(storeId: string, now: number): Promise<PinStanding> {
    return pinStanding(this.#database, storeId, now);
  }

  /** Opens a member's store by PIN. A wrong one is counted, makes wait, and after the tenth locks out. */
  async unlock(storeId: string, pin: string, now: number): Promise<{ ok: true; vault: Vault } | PinRefusal> {
    await this.lockOutIfStale(now);
    const tried = await tryPin(this.#database, storeId, pin, now);
    if (tried.ok) return { ok: true, vault: this.#open(tried.record, tried.dataKey) };
    if (tried.lockedOut) this.#lock(storeId);
    return tried;
  }

  /** Whether it is the member's PIN, tried and counted as in `unlock`; nothing is opened. */
  async checkPin(storeId: string, pin: string, now: number): Promise<{ ok: true } | PinRefusal> {
    const tried = await tryPin(this.#database, storeId, pin, now);
    if (tried.ok) return { ok: true };
    if (tried.lockedOut) this.#lock(storeId);
    return tried;
  }

  /** Gives a new PIN to who knows the old one; the old one is tried as in `unlock`. The open vault stays open. */
  async changePin(
    storeId: string,
    pin: { old: string; new: string },
    now: number,
  ): Promise<{ ok: true } | PinRefusal> {
    checkPin(pin.new);
    const tried = await tryPin(this.#database, storeId, pin.old, now, { forWrapping: true });
    if (!tried.ok) {
      if (tried.lockedOut) this.#lock(storeId);
      return tried;
    }
    const wrapped = await wrapByPin(this.#database, storeId, tried.dataKey, pin.new);
    await changeMember(this.#database, storeId, (record) =>
      // A store that was locked out meanwhile stays so.
      record.pinWrap ? { ...record, ...wrapped } : record,
    );
    return { ok: true };
  }

  /** Opens a store, locked out or not, with the key that the server gives after a sign-in, and sets a new PIN. */
  async recover(
    storeId: string,
    recoveryKey: Uint8Array<ArrayBuffer>,
    newPin: string,
    { now, serverNow }: Moment,
  ): Promise<Vault> {
    checkPin(newPin);
    const before = found(await this.#database.get('members', storeId));
    const dataKey = await unwrapByRecovery(before, recoveryKey, { forWrapping: true });
    const wrapped = await wrapByPin(this.#database, storeId, dataKey, newPin);
    const record = await changeMember(this.#database, storeId, (record) =>
      used({ ...contacted(record, serverNow, now), ...wrapped }, now),
    );
    return this.#open(record, await unwrapByRecovery(record, recoveryKey));
  }

  /** The sync calls it with each answer of the server, so that the days of silence begin anew. */
  async noteContact(storeId: string, { now, serverNow }: Moment): Promise<void> {
    await changeMember(this.#database, storeId, (record) => contacted(record, serverNow, now));
  }

  /** What the door shows of a member, as the commune's book has it today. */
  async noteOwner(storeId: string, shown: Pick<MemberRecord, 'displayName' | 'hamletNames'>): Promise<void> {
    await changeMember(this.#database, storeId, (record) => ({ ...record, ...shown }));
  }

  /** From now on only the recovery key opens the store. Nothing in it is deleted: what was not sent waits there. */
  async lockOut(storeId: string): Promise<void> {
    this.#lock(storeId);
    await changeMember(this.#database, storeId, lockedOut);
  }

  /** Locks out whoever's store has not heard of the server for too long; the app asks at each start. Returns their ids. */
  async lockOutIfStale(now: number): Promise<string[]> {
    const records = await this.#records();
    const stale = records.filter(
      (record) => record.pinWrap !== null && isStale(record, now, this.#staleAfterDays),
    );
    for (const { storeId } of stale) await this.lockOut(storeId);
    return stale.map(({ storeId }) => storeId);
  }

  /**
   * Deletes a member's store with all that is in it, sent or not: a revoked phone, or at the member's own wish. The keys go
   * first, so the data is unreadable at once; resolves when the database is gone, which waits for tabs that have it open.
   */
  async wipe(storeId: string): Promise<void> {
    this.#lock(storeId);
    await wipeStore(this.#database, this.marks, storeId);
  }

  /** Ends wipes that were interrupted. The app calls it at its start and does not wait for it. */
  async finishWipes(): Promise<void> {
    const records = await this.#database.getAll('members');
    for (const { storeId } of records.filter(isBeingWiped)) await this.wipe(storeId);
  }

  /** The stores that this phone lost without having been told to; see `findVanished`. */
  async vanished(): Promise<StoreMark[]> {
    return findVanished(
      this.marks,
      (await this.#records()).map(({ storeId }) => storeId),
    );
  }

  async #records(): Promise<MemberRecord[]> {
    const records = await this.#database.getAll('members');
    return records.filter((record) => !isBeingWiped(record));
  }

  #open({ storeId, deviceId, accountId, displayName }: MemberRecord, dataKey: CryptoKey): Vault {
    this.#lock(storeId);
    const vault = new Vault({ storeId, deviceId, accountId, displayName }, dataKey);
    this.#vaults.set(storeId, vault);
    return vault;
  }

  #lock(storeId: string): void {
    this.#vaults.get(storeId)?.lock();
    this.#vaults.delete(storeId);
  }
}

function checkPin(pin: string): void {
  const problem = pinProblem(pin);
  if (problem) throw new Problem('input.invalid', { fields: { pin: problem } });
}
