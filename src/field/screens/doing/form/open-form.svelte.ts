import { tick, untrack } from 'svelte';
import type { FieldProblems } from '#shared/problem.ts';
import type { Session } from '../../../session/session.svelte.ts';
import type { NewOperation } from '../../../store/own-work.ts';
import { taken, textOf, type Typed } from './typed.ts';
import * as words from './words.ts';

/** What the store keeps of a form that was begun. */
export interface Draft {
  startedAt: string;
  typed: Typed;
}

/** So long after a change it is on the disk (ms): nobody notices, and a fast thumb does not wear the memory out. */
const pause = 200;

// A form that is opened again at once finds what the one before it was still writing.
let lastKept: Promise<unknown> = Promise.resolve();

/**
 * A form that somebody fills in. Each change is kept as a draft under the form's address, so that neither a call, a lock nor an
 * empty battery loses anything; while there are changes, no update of the app may take over (F22).
 */
export class OpenForm {
  typed = $state<Typed>({});
  problems = $state<FieldProblems>({});
  /** Why it could not be saved, when that is not about one field. */
  failure = $state<{ title: string; text: string } | null>(null);
  /** When the draft with which the form opened was begun. */
  begunAt = $state<Date | null>(null);
  draftFails = $state(false);
  saving = $state(false);
  /** Counts what was filled in by something else than a hand: fields are drawn anew. */
  filled = $state(0);
  /** The fields were filled in from a citizen card. */
  fromCard = $state(false);
  readonly key: string;
  readonly session: Session;
  readonly #start: string;
  #startedAt: string;
  #kept: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  private constructor(session: Session, key: string, start: Typed, draft: Draft | null) {
    this.session = session;
    this.key = key;
    this.#start = JSON.stringify(start);
    this.typed = draft?.typed ?? start;
    this.#kept = JSON.stringify(this.typed);
    this.#startedAt = draft?.startedAt ?? session.store.now().toISOString();
    this.begunAt = draft ? new Date(draft.startedAt) : null;
    session.formOpen = draft !== null;
  }

  /** Opens the form at its address, with what was typed there before when it was not saved. */
  static async open(
    session: Session,
    key: string,
    start: Typed,
    restore: (draft: Draft) => Typed = (draft) => draft.typed,
  ): Promise<OpenForm> {
    await lastKept;
    const draft = await session.store.draft<Draft>(key);
    return new OpenForm(session, key, start, draft && { ...draft, typed: restore(draft) });
  }

  /** The text with which a field is drawn. Not followed: a field that is being typed in is left alone. */
  text(name: string): string {
    return untrack(() => textOf(this.typed, name));
  }

  /** For the form's `oninput`: takes in what the control says. */
  take = (event: Event): void => {
    const field = event.target;
    const isField =
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement;
    const told = isField ? taken(field, this.typed) : null;
    if (told) this.set({ [told.name]: told.value });
  };

  /** Changes fields. */
  set(change: Typed): void {
    this.typed = { ...this.typed, ...change };
    this.#schedule();
  }

  /** Fills fields in from a citizen card: they are drawn anew, since no hand typed into them. */
  fillIn(change: Typed): void {
    this.set(change);
    this.filled += 1;
    this.fromCard = true;
  }

  #schedule(): void {
    this.session.formOpen = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), pause);
  }

  /** Writes the draft now: the page may go away. */
  keep(): Promise<unknown> {
    clearTimeout(this.#timer);
    const now = JSON.stringify(this.typed);
    if (!this.#ended && now !== this.#kept) {
      this.#kept = now;
      lastKept = this.#write(lastKept, now);
    }
    return lastKept;
  }

  async #write(before: Promise<unknown>, now: string): Promise<void> {
    await before;
    if (this.#ended) return;
    const { store } = this.session;
    const typed: Typed = JSON.parse(now);
    try {
      if (now === this.#start) await store.dropDraft(this.key);
      else await store.keepDraft(this.key, { startedAt: this.#startedAt, typed } satisfies Draft);
      this.draftFails = false;
    } catch {
      this.draftFails = true;
      this.#kept = '';
    }
  }

  /** Says what is not right yet, and brings it into sight. */
  async refuse(problems: FieldProblems): Promise<false> {
    this.problems = problems;
    this.failure = null;
    await tick();
    document.getElementById('errors')?.focus();
    return false;
  }

  /** Writes it down. True only when it is on the disk, and the draft gone with it; otherwise everything stays as typed. */
  async save(operation: NewOperation): Promise<boolean> {
    if (this.saving || this.#ended) return false;
    this.saving = true;
    this.problems = {};
    this.failure = null;
    clearTimeout(this.#timer);
    // A draft that is still being written would come after what takes it away.
    await lastKept;
    try {
      await this.session.record(operation, this.key);
      this.#ended = true;
      this.session.formOpen = false;
      return true;
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
      this.failure = isFull ? words.full : words.failed;
      await tick();
      document.getElementById('not-saved')?.scrollIntoView({ block: 'center' });
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** Forgets what was begun and starts with an empty form. */
  async drop(): Promise<void> {
    clearTimeout(this.#timer);
    await lastKept;
    await this.session.store.dropDraft(this.key);
    const start: Typed = JSON.parse(this.#start);
    this.typed = start;
    this.#kept = this.#start;
    this.#startedAt = this.session.store.now().toISOString();
    this.begunAt = null;
    this.problems = {};
    this.failure = null;
    this.fromCard = false;
    this.session.formOpen = false;
    this.filled += 1;
  }

  /** The form leaves the screen. */
  leave(): void {
    void this.keep();
    this.session.formOpen = false;
  }
}
