import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Chromium keeps all IndexedDB databases of a site in one LevelDB, and writes a record of its log in two strokes: head, then body.
 * Killed between the two it goes on writing behind the torn record at the next start, finds the log corrupt at the one after,
 * and throws away all that the site kept ("IndexedDB (database was corrupt): checksum mismatch"). No page can prevent or mend it;
 * the app notices and tells it as it tells an eviction (docs/SYNC.md, law 12).
 */
export async function hasTornLog(profile: string): Promise<boolean> {
  const home = join(profile, 'Default', 'IndexedDB');
  const sites = (await readdir(home).catch(() => [])).filter((name) => name.endsWith('.leveldb'));
  for (const site of sites)
    for (const file of await readdir(join(home, site)))
      if (file.endsWith('.log') && isTorn(await readFile(join(home, site, file)))) return true;
  return false;
}

const blockBytes = 32_768;
const headBytes = 7;
/** Kinds of records that nothing has to follow: a whole one, and the last part of one. */
const ends = new Set([1, 4]);

/** Whether a LevelDB log ends in the midst of a record (its format: blocks of 32 KiB; checksum 4, length 2, kind 1, body). */
export function isTorn(log: Uint8Array): boolean {
  const bytes = new DataView(log.buffer, log.byteOffset, log.byteLength);
  let at = 0;
  let isEnded = true;
  while (at < log.length) {
    const left = blockBytes - (at % blockBytes);
    if (left < headBytes) {
      // The rest of a block that holds no head is filled with zeros.
      at += left;
      continue;
    }
    if (at + headBytes > log.length) return true;
    const length = bytes.getUint16(at + 4, true);
    isEnded = ends.has(bytes.getUint8(at + 6));
    at += headBytes + length;
  }
  return at > log.length || !isEnded;
}
