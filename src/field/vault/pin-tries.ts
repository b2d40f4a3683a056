/** Wrong PINs in all, since the last right one, after which only a new sign-in opens the store (law 11, A11). */
export const mostWrongPins = 10;

const second = 1000;
const minute = 60 * second;
const waits = [30 * second, minute, 2 * minute, 5 * minute, 15 * minute];

/** Milliseconds to wait after so many wrong PINs: none for the first two, 30 s after the third, then up to 15 minutes. */
export function waitAfter(wrongPins: number): number {
  if (wrongPins < 3) return 0;
  return waits[Math.min(wrongPins - 3, waits.length - 1)] ?? 0;
}

/** How often the PIN was wrong, and the wait that follows from it. Times are readings of the phone's clock in milliseconds. */
export interface PinTries {
  wrongPins: number;
  wait: { from: number; until: number } | null;
}

export const noTries: PinTries = { wrongPins: 0, wait: null };

/**
 * The tries as they stand at `now`. A clock that was moved back begins the wait anew from there: so moving it back never
 * shortens a wait, and a wait that began while the clock was years ahead ends 15 minutes after it was put right. A clock
 * moved ahead does end a wait early, since nothing in a browser tells it from real time after a reload; it wins little,
 * because waits only slow a person down and what keeps the PIN is the count, which no clock touches.
 */
export function triesAt(tries: PinTries, now: number): PinTries {
  const { wait, wrongPins } = tries;
  if (!wait || now >= wait.until) return { wrongPins, wait: null };
  if (now >= wait.from) return tries;
  return { wrongPins, wait: { from: now, until: now + (wait.until - wait.from) } };
}

/**
 * The tries after one more that is taken for wrong until it proves right: it is written down before the PIN is looked at,
 * so that closing the page in between, or trying in two tabs at once, is no free try.
 */
export function countTry(tries: PinTries, now: number): PinTries {
  const wrongPins = tries.wrongPins + 1;
  const length = waitAfter(wrongPins);
  return { wrongPins, wait: length > 0 ? { from: now, until: now + length } : null };
}
