import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { StoreMarks } from './eviction.ts';
import { freshPhone, lan, morning, tu } from './fresh-phone.test-support.ts';
import { storeName } from './phone-database.ts';
import { openPhone } from './phone.ts';

let storage: Storage;
beforeEach(() => {
  storage = freshPhone();
});

const oldest = '2026-11-04T09:00:00.000Z';

/** The part of a member's own store that matters here: that it is there. */
const makeStore = async (storeId: string) => {
  (await openDB(storeName(storeId), 1)).close();
};

/** What Chrome does when the phone is full: IndexedDB goes, localStorage stays. */
function evict(): void {
  freshPhone();
}

describe('a phone whose data the browser threw away (F10)', () => {
  it('a new phone misses nothing, and a used one nothing either', async () => {
    const phone = await openPhone({ storage });
    expect(await phone.vanished()).toEqual([]);
    const vault = await phone.enrol(lan);
    expect(await phone.vanished()).toEqual([]);
    await makeStore(vault.owner.storeId);
    phone.marks.noteUnsent(vault.owner, 3, oldest);
    expect(await phone.vanished()).toEqual([]);
  });

  it('knows what it had and how much of it was not sent', async () => {
    const before = await openPhone({ storage });
    const { owner } = await before.enrol(lan);
    await before.enrol(tu);
    before.marks.noteUnsent(owner, 3, oldest);
    before.marks.noteUnsent(owner, 4, oldest);
    await openPhone({ storage });
    evict();
    const after = await openPhone({ storage });
    expect(await after.members()).toEqual([]);
    expect(await after.vanished()).toEqual(
      expect.arrayContaining([
        { storeId: owner.storeId, deviceId: lan.deviceId, unsent: 4, oldest },
        expect.objectContaining({ deviceId: tu.deviceId, unsent: null }),
      ]),
    );
    after.marks.forget(lan.deviceId);
    after.marks.forget(tu.deviceId);
    expect(await after.vanished()).toEqual([]);
  });

  it('notices when the store alone is gone', async () => {
    const phone = await openPhone({ storage });
    const { owner } = await phone.enrol(lan);
    await makeStore(owner.storeId);
    phone.marks.noteUnsent(owner, 1, oldest);
    await deleteDB(storeName(owner.storeId));
    expect(await phone.vanished()).toMatchObject([{ deviceId: lan.deviceId, unsent: 1 }]);
  });

  it('does not mistake a wipe on purpose for a loss', async () => {
    const phone = await openPhone({ storage });
    const { owner } = await phone.enrol(lan);
    phone.marks.noteUnsent(owner, 2, oldest);
    await phone.wipe(owner.storeId);
    expect(await (await openPhone({ storage })).vanished()).toEqual([]);
  });

  it('writes no name into the mark', async () => {
    const phone = await openPhone({ storage });
    const { owner } = await phone.enrol(lan);
    phone.marks.noteUnsent(owner, 2, oldest);
    const marks = Array.from({ length: storage.length }, (_, n) => storage.getItem(storage.key(n) ?? ''));
    expect(marks.join()).not.toMatch(/Lan|Ấp/);
  });

  it('a localStorage that is full fails no visit; one with rubbish in it is read past', () => {
    storage.setItem('to-so-store:x', '{"storeId');
    storage.setItem('to-so-store:y', '"text"');
    const marks = new StoreMarks(storage);
    expect(marks.list()).toEqual([]);
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() => marks.noteUnsent({ storeId: 'z', deviceId: 'z' }, 1, oldest)).not.toThrow();
  });

  it('a mark that was lost while the store lived is made again', async () => {
    await (await openPhone({ storage })).enrol({ ...lan, now: morning });
    storage.clear();
    await openPhone({ storage });
    expect(new StoreMarks(storage).list()).toMatchObject([{ deviceId: lan.deviceId, unsent: null }]);
  });
});
