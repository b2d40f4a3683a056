/*
 * What a code gave is not on the disk before the PIN is chosen: no key would guard it. A page that is closed, or an answer that is
 * cut off, before then loses it, and the code is used up. So the phone shows a word of its own beside the code, and keeps only
 * that: with both the server lets the same phone in again for a while. The word alone opens nothing.
 */

const place = 'to-so-sign-in';

interface Claim {
  word: string;
  /** When the server took a code with it (ms); null before. */
  takenAt: number | null;
}

/** So long the server lets in again; `claims.server.ts` has the same. */
const lasts = 30 * 60 * 1000;

/** The word of this phone, made when there is none yet. Without a storage that keeps it, another one each time. */
export function claimWord(storage: Storage): string {
  const kept = read(storage);
  if (kept) return kept.word;
  const word = [...crypto.getRandomValues(new Uint8Array(24))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  write(storage, { word, takenAt: null });
  return word;
}

/** The server took a code with the word; the PIN is to be chosen. */
export function noteTaken(storage: Storage, now: number): void {
  const kept = read(storage);
  if (kept) write(storage, { ...kept, takenAt: now });
}

/** Whether a code was taken a short while ago, and no PIN was chosen since: the same code does it again. */
export function isUnfinished(storage: Storage, now: number): boolean {
  const takenAt = read(storage)?.takenAt ?? null;
  return takenAt !== null && now >= takenAt && now - takenAt < lasts;
}

/** The PIN is chosen. */
export function forgetClaim(storage: Storage): void {
  try {
    storage.removeItem(place);
  } catch {
    // What could not be kept need not be forgotten.
  }
}

function read(storage: Storage): Claim | null {
  try {
    const kept: Partial<Claim> | null = JSON.parse(storage.getItem(place) ?? 'null');
    return typeof kept?.word === 'string' ? { word: kept.word, takenAt: kept.takenAt ?? null } : null;
  } catch {
    return null;
  }
}

function write(storage: Storage, claim: Claim): void {
  try {
    storage.setItem(place, JSON.stringify(claim));
  } catch {
    // A phone without room signs in as before; only an interruption costs it the code.
  }
}
