const minute = 60 * 1000;

/** Without a touch for so long, the store locks itself (A11). */
export const idleLimit = 5 * minute;
/** Behind another app or a dark screen for so long, too. */
export const hiddenLimit = 2 * minute;

/**
 * Decides when an open store locks itself. It listens to nothing: the app tells it of touches, of the page being hidden and
 * shown, and asks `check` every few seconds. Times are the phone's wall clock in milliseconds, since the browser's steady
 * clock stands still while the phone sleeps; a clock moved by more than the limit, ahead or back, locks.
 */
export class IdleLock {
  readonly #lock: () => void;
  #touchedAt: number;
  #hiddenAt: number | null = null;
  #done = false;

  /** `lock` is called once; the app saves the draft that is open and then locks the vault. */
  constructor(now: number, lock: () => void) {
    this.#touchedAt = now;
    this.#lock = lock;
  }

  /** A touch or a key. One that comes too late does not wake the store: a frozen page may get it before any check. */
  touched(now: number): void {
    if (this.check(now)) return;
    this.#touchedAt = now;
  }

  hidden(now: number): void {
    if (this.check(now)) return;
    this.#hiddenAt ??= now;
  }

  /** Call it before anything is drawn again. */
  shown(now: number): void {
    if (this.check(now)) return;
    this.#hiddenAt = null;
  }

  /** Locks when it is time; true when locked, now or before. */
  check(now: number): boolean {
    const passed = (since: number, limit: number) => Math.abs(now - since) >= limit;
    const isTime =
      passed(this.#touchedAt, idleLimit) || (this.#hiddenAt !== null && passed(this.#hiddenAt, hiddenLimit));
    if (isTime && !this.#done) {
      this.#done = true;
      this.#lock();
    }
    return this.#done;
  }
}
