import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { appVersion } from '../app-version.ts';
import type { Problem } from '#shared/problem.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { Register } from '../register/register.ts';
import { MemberStore, type NewOperation } from '../store/member-store.ts';
import { keepSchedule, type Schedule } from '../sync/schedule.ts';
import type { Server } from '../sync/server.ts';
import { exchange, type Exchange } from '../sync/sync.ts';
import type { Phone } from '../vault/phone.ts';
import type { Vault } from '../vault/vault.ts';

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
  readonly #ended: (end: Exchange) => void;
  #schedule: Schedule | null = null;

  private constructor(store: MemberStore, phone: Phone, server: Server, ended: (end: Exchange) => void) {
    this.store = store;
    this.#phone = phone;
    this.#server = server;
    this.#ended = ended;
    this.register = new Register(dayOf(store.now()));
  }

  /** Opens a member's data and begins to exchange. `ended` hears of exchanges that end the session: a wipe, a new sign-in. */
  static async open(
    vault: Vault,
    given: { phone: Phone; server: Server; token?: string; ended: (end: Exchange) => void },
  ): Promise<Session> {
    const store = await MemberStore.open(vault, given.token === undefined ? {} : { token: given.token });
    const session = new Session(store, given.phone, given.server, given.ended);
    const { book, lists } = store.meta;
    session.register.setBook(book?.book ?? null, dayOf(store.now()));
    for (const [scope, list] of Object.entries(lists)) session.register.setList(scope, list);
    session.register.take(await store.homes(), []);
    session.register.setOperations(await store.unconfirmed());
    await session.#changed();
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
    await this.#changed();
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
      changed: () => void this.#changed(),
    });
    const { after } = this.store.meta.clock;
    if (after !== null && after !== before)
      await this.#phone.noteContact(this.store.vault.owner.storeId, {
        now: Date.now(),
        serverNow: Date.parse(after),
      });
    this.standing.running = false;
    this.standing.problem = end.end === 'failed' ? end.problem : null;
    await this.#changed();
    const isOver = end.end === 'wipe' || (end.end === 'failed' && end.problem.code === 'sign_in.required');
    if (isOver) {
      this.#schedule?.stop();
      this.#ended(end);
    }
    return end.end === 'done';
  }

  async #changed(): Promise<void> {
    const { count, oldest } = await this.store.unsent();
    const { after } = this.store.meta.clock;
    this.standing.unsent = count;
    this.standing.oldest = oldest;
    this.standing.contactAt = after === null ? null : new Date(after);
    this.standing.attention = (await this.store.receipts(100, true)).length;
    this.#phone.marks.noteUnsent(this.store.vault.owner, count, oldest?.toISOString() ?? null);
    const hamlets = this.register.book?.hamlets ?? [];
    if (!hamlets.some((hamlet) => hamlet.id === this.scope)) this.scope = hamlets[0]?.id ?? '';
    this.version += 1;
  }

  /** Forgets the key and stops: the PIN page comes. What was written stays where it is. */
  close(): void {
    this.#schedule?.stop();
    this.store.close();
    this.store.vault.lock();
  }
}
