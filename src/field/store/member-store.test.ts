import { deleteDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { Problem } from '#shared/problem.ts';
import { listed } from '#features/sync/model/listed-home.ts';
import { book, makeHome } from '../register/hamlet.test-support.ts';
import { storeName } from '../vault/phone-database.ts';
import { openStoreDatabase } from './store-database.ts';
import { hamlet, openStore, openVault, visit } from './store.test-support.ts';
import { storeClosed } from './words.ts';

const seqs = async (store: Awaited<ReturnType<typeof openStore>>) =>
  (await store.outbox()).map((operation) => operation.seq);

describe('the store of one member', () => {
  it('numbers without a gap and without a double what two windows of the app write at once', async () => {
    const vault = await openVault();
    const [one, other] = [await openStore(vault), await openStore(vault)];
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).record(visit())));
    const wanted = Array.from({ length: 20 }, (_, index) => index + 1);
    expect([await seqs(one), await seqs(other)]).toEqual([wanted, wanted]);
    // News that the first window takes in does not count back what the second wrote.
    await one.noteServer('2026-11-24T00:31:00.000Z', vault.owner.storeId);
    expect((await (await openStore(vault)).record(visit())).seq).toBe(21);
  });

  it('says in a sentence that its database was taken away, and leaves what was saved', async () => {
    const vault = await openVault();
    let told = 0;
    const store = await openStore(vault, () => (told += 1));
    await store.record(visit());
    // Another tab wipes the store: nobody waits for this one.
    await deleteDB(storeName(vault.owner.storeId));
    expect(told).toBe(1);
    const refused = await store.record(visit()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ code: 'service.unavailable', message: storeClosed });
    await expect(store.unsent()).rejects.toThrow(storeClosed);
    store.close();
  });

  it('keeps a list and a book that the first version wrote into one with the rest', async () => {
    const vault = await openVault();
    await openStore(vault);
    const database = await openStoreDatabase(vault.owner.storeId);
    const lists = { [hamlet]: [listed(makeHome(1), '2026-11-24')] };
    const old = { token: 't', recoveryKey: '', epoch: null, book: { hash: 'h', book }, cursors: {}, lists };
    await database.clear('meta');
    await database.put('meta', await vault.seal('meta', old), 'meta');
    const expected = { book: old.book, lists };
    const store = await openStore(vault);
    expect(store.meta).toMatchObject(expected);
    // The next start finds them where they lie now.
    expect((await openStore(vault)).meta).toMatchObject(expected);
    expect((await database.getAllKeys('meta')).sort()).toEqual(['book', 'lists', 'meta']);
    // A window that still runs the first version: what it wrote last stands.
    await database.put('meta', await vault.seal('meta', { ...old, lists: {} }), 'meta');
    expect((await openStore(vault)).meta.lists).toEqual({});
    database.close();
  });

  it('keeps receipts by the server’s clock, whatever the phone’s says (F9)', async () => {
    const store = await openStore(await openVault());
    const operation = await store.record(visit());
    const receivedAt = '2026-11-24T00:31:00.000Z';
    await store.takeResults([operation], [{ opId: operation.opId, receivedAt, outcome: { status: 'ok' } }]);
    await store.noteServer('2026-12-20T00:30:00.000Z', store.vault.owner.storeId);
    await store.confirm([operation.seq]);
    expect(await store.receipts(10)).toHaveLength(1);
    await store.noteServer('2026-12-25T00:30:00.000Z', store.vault.owner.storeId);
    await store.confirm([]);
    expect(await store.receipts(10)).toEqual([]);
  });
});
