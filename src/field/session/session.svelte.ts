import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { appVersion } from '../app-version.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { Register } from '../register/register.ts';
import { MemberStore } from '../store/member-store.ts';
import type { NewOperation } from '../store/own-work.ts';
import type { PinRefusal } from '../vault/try-pin.ts';
import { keepSchedule, type Schedule } from '../sync/schedule.ts';
import type { Server, ServerKeys } from '../sync/server.ts';
import { exchange, type Exchange } from '../sync/sync.ts';
import type { Phone } from '../vault/phone.ts';
import type { Vault } from '../vault/vault.ts';
import { workAhead } from './work-ahead.ts';

/** How the phone stands with the server, for the line that says so in words. */
export interface Standing {
  /** Operations without a result (phiếu), and since when the oldest waits. */
  unsent: number;
  oldest: Date | null;
  /** When the server last answered; null: never on this phone. */
  contactAt: Date | null;
  running: boolean;
  /** Why the last exchange failed; null when it did not. */
  problem: Problem | null;
  /** Told, but not written as told, and not yet looked at. */
  attention: number;
}

/** Why a session is over. */
export type SessionEnd =
  /** The owner locked it, or nobody touched it for a while. */
  | 'lock'
  /** The server no longer takes the phone's token: everything stays, and waits for a new sign-in. */
  | 'sign_in'
  /** The commune took the phone out; what it held was sent before, and is to be forgotten now. */
  | 'wipe'
  /** The same, because the owner's account was shut. */
  | 'shut'
  /** The owner wants everything of this phone forgotten. */
  | 'forget'
  /** The data was taken away under it: by the browser for want of room, or in another tab. The door says what is left. */
  | 'taken';

/** What waits to be sent (phiếu), since when the oldest, and how much is to be looked at. */
interface Count {
  count: number;
  oldest: Date | null;
  attention: number;
}

interface SessionGiven {
  phone: Phone;
  server: Server;
  /** After a sign-in. */
  keys?: ServerKeys;
  /** Called once, when the session is to be closed. */
  ended: (end: SessionEnd) => void;
}

/**
 * A member's open store with everything that the screens need. `version` counts every change of what the register holds:
 * a screen that reads it is drawn anew.
 */
export class Session {
  version = $state(0);
  standing = $state<Standing>({
    unsent: 0,
    oldest: null,
    contactAt: null,
    running: false,
    problem: null,
    attention: 0,
  });
  /** A form is open: no update may take over (F22). */
  formOpen = $state(false);
  /** The hamlet that is looked at, when the member works in several. */
  scope = $state<Id>('');
  readonly store: MemberStore;
  readonly register: Register;
  readonly #phone: Phone;
  readonly #server: Server;
  readonly #ended: (end: SessionEnd) => void;
  #schedule: Schedule | null = null;
  #closed = false;
  #shownAtDoor = '';
  #endAhead: () => void = () => {};

  private constructor(store: MemberStore, { phone, server, ended }: SessionGiven) {
    this.store = store;
    this.#phone = phone;
    this.#server = server;
    this.#ended = ended;
    this.register = new Register(dayOf(store.now()));
  }

  /** Opens a member's data and begins to exchange. */
  static async open(vault: Vault, given: SessionGiven): Promise<Session> {
    const store = await MemberStore.open(vault, { ...given.keys, closed: () => given.ended('taken') });
    const session = new Session(store, given);
    const { book, lists } = store.meta;
    session.register.setBook(book?.book ?? null, dayOf(store.now()));
    for (const [scope, list] of Object.entries(lists)) session.register.setList(scope, list);
    // Somebody has typed the PIN and waits: all is read at once.
    const [homes, operations, count] = await Promise.all([
      store.homes(),
      store.unconfirmed(),
      session.#count(),
    ]);
    session.register.take(homes, []);
    session.register.setOperations(operations);
    session.#show(count);
    session.#schedule = keepSchedule(() => session.#exchange());
    return session;
  }

  get book(): Book | null {
    // Read, so that screens follow.
    void this.version;
    return this.register.book;
  }

  /** The roles of the member in the hamlet that is looked at. */
  get roles(): readonly string[] {
    return this.book?.hamlets.find((hamlet) => hamlet.id === this.scope)?.roles ?? [];
  }

  /** Writes something down: saved when it resolves. The screens show it at once; the server hears of it soon. */
  async record(given: NewOperation, draftKey?: string): Promise<Operation> {
    const operation = await this.store.record(given, draftKey);
    this.register.add(operation);
    // It is on the disk: nothing that fails now may say otherwise, or it would be written down twice.
    await this.#changed().catch(() => {});
    this.#schedule?.soon();
    return operation;
  }

  /** Exchanges with the server now, because somebody asked. */
  syncNow(): void {
    this.#schedule?.now();
  }

  /** An item of the attention list was looked at. */
  async markSeen(seq: number): Promise<void> {
    await this.store.markSeen(seq);
    await this.#changed();
  }

  /** Whether it is the owner's PIN; a wrong one counts as at the door. */
  checkPin(pin: string): Promise<{ ok: true } | PinRefusal> {
    return this.#phone.checkPin(this.store.vault.owner.storeId, pin, Date.now());
  }

  /** Another PIN for who knows the old one. */
  changePin(pin: { old: string; new: string }): Promise<{ ok: true } | PinRefusal> {
    return this.#phone.changePin(this.store.vault.owner.storeId, pin, Date.now());
  }

  /** Ends the session because its owner wishes it: to lock the phone, or to have everything of it forgotten. */
  leave(end: 'lock' | 'forget'): void {
    this.#ended(end);
  }

  async #exchange(): Promise<boolean> {
    this.standing.running = true;
    const today = dayOf(this.store.now());
    if (today !== this.register.today) this.register.setBook(this.register.book, today);
    const before = this.store.meta.clock.after;
    const end = await exchange({
      server: this.#server,
      store: this.store,
      register: this.register,
      appVersion,
      // Of a store that was closed meanwhile nothing more is to be shown.
      changed: () => void this.#changed().catch(() => {}),
    }).catch((): Exchange => ({ end: 'failed', problem: new Problem('unexpected') }));
    // Locked meanwhile: what it says now is about the lock, not about the server.
    if (this.#closed) return false;
    const { after } = this.store.meta.clock;
    if (after !== null && after !== before) await this.#noteContact(Date.parse(after));
    this.standing.running = false;
    this.standing.problem = end.end === 'failed' ? end.problem : null;
    await this.#changed();
    if (end.end === 'wipe') this.#ended(end.reason === 'account' ? 'shut' : 'wipe');
    else if (end.end === 'failed' && end.problem.code === 'sign_in.required') this.#ended('sign_in');
    return end.end === 'done';
  }

  /** The server answered: the days of silence begin anew, and the door shows the name and hamlets that the book has. */
  async #noteContact(serverNow: number): Promise<void> {
    const { storeId } = this.store.vault.owner;
    await this.#phone.noteContact(storeId, { now: Date.now(), serverNow });
    const book = this.register.book;
    if (!book) return;
    const shown = {
      displayName: book.me.fullName,
      hamletNames: book.hamlets.map((hamlet) => hamlet.name),
    };
    if (JSON.stringify(shown) === this.#shownAtDoor) return;
    await this.#phone.noteOwner(storeId, shown);
    this.#shownAtDoor = JSON.stringify(shown);
  }

  async #changed(): Promise<void> {
    if (this.#closed) return;
    // Locked while it was read: the store is closed, and nobody looks at it any more.
    const count = await this.#count().catch((error: unknown) =>
      this.#closed ? null : Promise.reject(error),
    );
    if (!this.#closed && count) this.#show(count);
  }

  async #count(): Promise<Count> {
    const [unsent, { length: attention }] = await Promise.all([
      this.store.unsent(),
      this.store.receipts(100, true),
    ]);
    return { ...unsent, attention };
  }

  #show({ count, oldest, attention }: Count): void {
    const { after } = this.store.meta.clock;
    this.standing.unsent = count;
    this.standing.oldest = oldest;
    this.standing.contactAt = after === null ? null : new Date(after);
    this.standing.attention = attention;
    this.#phone.marks.noteUnsent(this.store.vault.owner, count, oldest?.toISOString() ?? null);
    const hamlets = this.register.book?.hamlets ?? [];
    if (!hamlets.some((hamlet) => hamlet.id === this.scope)) this.scope = hamlets[0]?.id ?? '';
    this.version += 1;
    this.#endAhead();
    this.#endAhead = workAhead(this.register, this.store, () => this.#isWhole());
  }

  /** The register holds all that the store's cursors speak of: nothing is being taken, no hamlet is on its way. */
  #isWhole(): boolean {
    const { cursors, lists } = this.store.meta;
    return !this.standing.running && Object.keys(cursors).length > 0 && Object.keys(lists).length === 0;
  }

  /** Forgets the key and stops: the PIN page comes. What was written stays where it is. */
  close(): void {
    this.#closed = true;
    this.#endAhead();
    this.#schedule?.stop();
    this.store.close();
    this.store.vault.lock();
  }
}
