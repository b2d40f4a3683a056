import { describe, expect, it } from 'vitest';
import { hamlet, homeId, makeHome } from '../register/hamlet.test-support.ts';
import { listed } from '#features/sync/model/listed-home.ts';
import { packKeys } from './packed-homes.ts';
import { openStoreDatabase } from './store-database.ts';
import { openStore, openVault } from './store.test-support.ts';

const homes = Array.from({ length: 130 }, (_, index) => makeHome(index));
const rows = homes.map((home) => listed(home, '2026-11-24'));
const noPause = () => Promise.resolve();
const ids = (found: readonly { id: string }[]) => found.map((home) => home.id).sort();

/** A phone with the hamlet, packed; `unpacked` takes the rows away, so that only the pack can answer. */
async function packedPhone() {
  const vault = await openVault();
  const store = await openStore(vault);
  await store.keepList(hamlet, 'begun', rows);
  await store.keepHomes(hamlet, 'all', homes, [], true);
  await store.pack(homes, noPause);
  const database = await openStoreDatabase(vault.owner.storeId);
  return { vault, store, database };
}

describe('households packed for the start', () => {
  it('are read instead of the rows', async () => {
    const { vault, database } = await packedPhone();
    await database.clear('homes');
    expect(await (await openStore(vault)).homes()).toEqual(homes);
  });

  it('are sealed', async () => {
    const { database } = await packedPhone();
    const parts = await database.getAll('meta', packKeys());
    expect(parts).toHaveLength(3);
    const text = parts.map((part) => new TextDecoder().decode(part)).join();
    for (const word of ['homes', homes[0]?.code, homes[0]?.people[0]?.fullName])
      expect(text).not.toContain(word);
  });

  it('are not believed once the store knows more', async () => {
    const { vault, store } = await packedPhone();
    const changed = makeHome(3, { edition: 2 });
    await store.keepHomes(hamlet, 'later', [changed], [homeId(5)], true);
    const found = await (await openStore(vault)).homes();
    expect(found.find((home) => home.id === changed.id)).toEqual(changed);
    expect(ids(found)).toEqual(ids(homes.filter((home) => home.id !== homeId(5))));
  });

  it('are gone when the hamlet begins anew or is taken away, also should its cursor come back', async () => {
    const { vault, store } = await packedPhone();
    await store.keepList(hamlet, 'all', rows.slice(0, 2));
    expect(ids(await (await openStore(vault)).homes())).toEqual(ids(homes.slice(0, 2)));
    await store.forgetScope(hamlet);
    expect(await (await openStore(vault)).homes()).toEqual([]);
  });

  it('are left out when news came while they were packed', async () => {
    const { vault, store } = await packedPhone();
    const changed = makeHome(3, { edition: 2 });
    await store.keepHomes(hamlet, 'second', [changed], [], true);
    const packing = store.pack(homes, async () => {
      await store.keepHomes(hamlet, 'third', [makeHome(3, { edition: 3 })], [], true);
    });
    await packing;
    const found = await (await openStore(vault)).homes();
    expect(found.find((home) => home.id === changed.id)).toEqual(makeHome(3, { edition: 3 }));
  });

  it('with a part that does not open are as good as none', async () => {
    const { vault, database } = await packedPhone();
    const [key = ''] = (await database.getAllKeys('meta')).filter((one) => one.startsWith('homes:'));
    const part = (await database.get('meta', key)) ?? new Uint8Array();
    part[part.length - 1] = (part.at(-1) ?? 0) ^ 1;
    await database.put('meta', part, key);
    expect(ids(await (await openStore(vault)).homes())).toEqual(ids(homes));
  });
});
