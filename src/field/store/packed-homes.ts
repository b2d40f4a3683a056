import type { Id } from '#shared/ids.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { Sealed } from '../vault/seal.ts';
import type { Vault } from '../vault/vault.ts';
import type { StoreDatabase } from './store-database.ts';

/*
 * All households once more, in few sealed values: to open five hundred one by one takes a slow phone half a second, which somebody
 * who has just typed the PIN would wait. The rows of the store stay what counts. A pack says with which cursors it was made, and
 * is believed only while these are the store's: whatever changes a household writes another cursor with it (law 4).
 */

interface PackPart {
  stamp: string;
  /** How many parts the pack has. */
  of: number;
  homes: PhoneHome[];
}

/** Households (hộ) in one part: about 120 kB, so that neither opening nor sealing it keeps the page from answering. */
const inOnePart = 64;

const prefix = 'homes:';
const place = (index: number) => `${prefix}${String(index).padStart(3, '0')}`;

/** The keys of a pack among those of `meta`. */
export const packKeys = () => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** What a pack is known by. */
export const stampOf = (cursors: Record<Id, string>): string =>
  JSON.stringify(Object.entries(cursors).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The households of the pack, or null when there is none for these cursors. */
export async function openPack(
  vault: Vault,
  database: StoreDatabase,
  stamp: string,
): Promise<PhoneHome[] | null> {
  const sealed = await database.getAll('meta', packKeys());
  try {
    const parts = await Promise.all(sealed.map((part, index) => vault.open<PackPart>(place(index), part)));
    const isWhole =
      parts.length > 0 && parts.every((part) => part.stamp === stamp && part.of === parts.length);
    return isWhole ? parts.flatMap((part) => part.homes) : null;
  } catch (error) {
    // A part that does not open is as good as none: the rows have it all.
    if (vault.locked) throw error;
    return null;
  }
}

/** Seals the households part by part; `pause` is waited for before each. */
export async function sealPack(
  vault: Vault,
  stamp: string,
  homes: readonly PhoneHome[],
  pause: () => Promise<unknown>,
): Promise<{ key: string; sealed: Sealed }[]> {
  const of = Math.ceil(homes.length / inOnePart);
  const parts: { key: string; sealed: Sealed }[] = [];
  for (let index = 0; index < of; index += 1) {
    await pause();
    const some = homes.slice(index * inOnePart, (index + 1) * inOnePart);
    const part: PackPart = { stamp, of, homes: some };
    parts.push({ key: place(index), sealed: await vault.seal(place(index), part) });
  }
  return parts;
}
