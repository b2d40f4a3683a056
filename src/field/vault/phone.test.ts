import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshPhone, lan, morning, recoveryKey, rightClock, tu } from './fresh-phone.test-support.ts';
import { openPhoneDatabase, storeName } from './phone-database.ts';
import { openPhone, type Phone } from './phone.ts';
import { type Vault } from './vault.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;
const wrong = '907315';

let storage: Storage;
let phone: Phone;
beforeEach(async () => {
  storage = freshPhone();
  phone = await openPhone({ storage });
});

const reload = async () => {
  phone = await openPhone({ storage });
};

/** Types wrong PINs, waiting as long as the phone says; returns the phone's clock after the last. */
async function typeWrong(storeId: string, times: number, from = morning): Promise<number> {
  let now = from;
  for (let n = 0; n < times; n += 1) {
    now = (await phone.pinStanding(storeId, now)).waitUntil ?? now;
    await phone.unlock(storeId, wrong, now);
  }
  return now;
}

async function unlocked(storeId: string, pin: string, now: number): Promise<Vault> {
  const result = await phone.unlock(storeId, pin, now);
  if (!result.ok) throw new Error(`not unlocked: ${result.why}`);
  return result.vault;
}

describe('chị Lan gets her store on a phone', () => {
  it('opens it with her PIN after a reload and reads what she sealed', async () => {
    const vault = await phone.enrol(lan);
    const sealed = await vault.seal('household:1', { head: 'Trần Thị Thủy' });
    await reload();
    expect(await phone.members()).toMatchObject([
      { displayName: 'Nguyễn Thị Lan', hamletNames: ['Ấp Mẫu 1'], lockedOut: false, lastContactAt: morning },
    ]);
    const again = await unlocked(vault.owner.storeId, lan.pin, morning + minute);
    expect(await again.open('household:1', sealed)).toEqual({ head: 'Trần Thị Thủy' });
  });

  it('shows no key material of a member, nor writes the PIN anywhere', async () => {
    await phone.enrol(lan);
    const [entry] = await phone.members();
    expect(Object.keys(entry ?? {}).join()).not.toMatch(/wrap|salt|key/i);
    const records = await (await openPhoneDatabase()).getAll('members');
    expect(JSON.stringify(records)).not.toContain(lan.pin);
  });

  it('refuses a PIN that is easy to guess, and a recovery key that is none, before anything is made', async () => {
    await expect(phone.enrol({ ...lan, pin: '111111' })).rejects.toMatchObject({
      code: 'input.invalid',
      fields: { pin: expect.stringContaining('dễ đoán') as string },
    });
    await expect(phone.enrol({ ...lan, recoveryKey: new Uint8Array(16) })).rejects.toThrow('khóa mở lại');
    expect(await phone.members()).toEqual([]);
  });

  it('does not make a second store for her, which would hide what the first has not sent', async () => {
    const both = await Promise.allSettled([phone.enrol(lan), phone.enrol({ ...lan, deviceId: 'other' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(phone.enrol(lan)).rejects.toMatchObject({ code: 'duplicate' });
    expect(await phone.members()).toHaveLength(1);
  });

  it('gives a key that no script can carry away', async () => {
    await phone.enrol(lan);
    const key = await (await openPhoneDatabase()).get('keys', 'phone');
    expect(key?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key as CryptoKey)).rejects.toThrow();
  });

  it('forgets the key when locked', async () => {
    const vault = await phone.enrol(lan);
    const sealed = await vault.seal('meta', 1);
    vault.lock();
    expect(vault.locked).toBe(true);
    await expect(vault.open('meta', sealed)).rejects.toMatchObject({ code: 'sign_in.required' });
    await expect(vault.seal('meta', 1)).rejects.toMatchObject({ code: 'sign_in.required' });
  });

  it('has one open vault: unlocking again locks the older', async () => {
    const first = await phone.enrol(lan);
    const second = await unlocked(first.owner.storeId, lan.pin, morning);
    expect([first.locked, second.locked]).toEqual([true, false]);
  });
});

describe('two members on one phone', () => {
  it('cannot open each other’s store, nor each other’s records', async () => {
    const [hers, his] = [await phone.enrol(lan), await phone.enrol(tu)];
    const sealed = await hers.seal('household:1', { head: 'Trần Thị Thủy' });
    await expect(his.open('household:1', sealed)).rejects.toMatchObject({ code: 'unexpected' });
    expect(await phone.unlock(hers.owner.storeId, tu.pin, morning)).toMatchObject({
      ok: false,
      why: 'wrong',
    });
    await expect(phone.recover(hers.owner.storeId, tu.recoveryKey, '402816', rightClock)).rejects.toThrow();
    expect(await hers.open('household:1', sealed)).toEqual({ head: 'Trần Thị Thủy' });
  });

  it('gain nothing by writing their own wraps and salt into the other’s entry', async () => {
    const [hers, his] = [await phone.enrol(lan), await phone.enrol(tu)];
    const database = await openPhoneDatabase();
    const [her, him] = await Promise.all(
      [hers, his].map(({ owner }) => database.get('members', owner.storeId)),
    );
    if (!her || !him) throw new Error('both are there');
    await database.put('members', { ...her, pinWrap: him.pinWrap, pinSalt: him.pinSalt });
    expect(await phone.unlock(her.storeId, tu.pin, morning)).toMatchObject({ ok: false, why: 'wrong' });
  });

  it('count their wrong PINs apart', async () => {
    const [hers, his] = [await phone.enrol(lan), await phone.enrol(tu)];
    await typeWrong(hers.owner.storeId, 5);
    expect(await phone.pinStanding(his.owner.storeId, morning)).toEqual({
      lockedOut: false,
      waitUntil: null,
      triesLeft: 10,
    });
  });
});

describe('a copy of the records without the phone', () => {
  it('does not open even with the right PIN: the phone’s own key is missing (A11)', async () => {
    const vault = await phone.enrol(lan);
    const record = await (await openPhoneDatabase()).get('members', vault.owner.storeId);
    freshPhone();
    phone = await openPhone({ storage });
    if (record) await (await openPhoneDatabase()).put('members', record);
    expect(await phone.unlock(vault.owner.storeId, lan.pin, morning)).toMatchObject({ why: 'wrong' });
  });
});

describe('wrong PINs', () => {
  it('make wait after the third, across a reload, and the right PIN has to wait too', async () => {
    const { owner } = await phone.enrol(lan);
    for (const left of [9, 8]) {
      expect(await phone.unlock(owner.storeId, wrong, morning)).toMatchObject({
        why: 'wrong',
        triesLeft: left,
        waitUntil: null,
      });
    }
    const until = morning + 30_000;
    expect(await phone.unlock(owner.storeId, wrong, morning)).toMatchObject({
      triesLeft: 7,
      waitUntil: until,
    });
    await reload();
    expect(await phone.unlock(owner.storeId, lan.pin, until - 1)).toEqual({
      ok: false,
      why: 'wait',
      waitUntil: until,
      triesLeft: 7,
      lockedOut: false,
    });
    await unlocked(owner.storeId, lan.pin, until);
    expect(await phone.pinStanding(owner.storeId, until)).toMatchObject({ triesLeft: 10 });
  });

  it('are counted before they are looked at: two tabs at once get no free try', async () => {
    const { owner } = await phone.enrol(lan);
    const other = await openPhone({ storage });
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => (n % 2 ? phone : other).unlock(owner.storeId, wrong, morning)),
    );
    expect(tries.filter((tried) => !tried.ok && tried.why === 'wrong')).toHaveLength(3);
    expect(await phone.pinStanding(owner.storeId, morning)).toMatchObject({ triesLeft: 7 });
  });

  it('lock the store out after the tenth; the right PIN no longer opens it, the server’s key does, all is there', async () => {
    const vault = await phone.enrol(lan);
    const sealed = await vault.seal('outbox:1', { visit: 'chưa gửi' });
    const now = await typeWrong(vault.owner.storeId, 10);
    expect(vault.locked).toBe(true);
    expect(await phone.members()).toMatchObject([{ lockedOut: true }]);
    expect(await phone.unlock(vault.owner.storeId, lan.pin, now + day)).toMatchObject({ why: 'locked_out' });
    expect(await (await openPhoneDatabase()).get('members', vault.owner.storeId)).toMatchObject({
      pinWrap: null,
    });
    await reload();
    await expect(
      phone.recover(vault.owner.storeId, recoveryKey(8), '402816', rightClock),
    ).rejects.toMatchObject({ hasMessage: true });
    const back = await phone.recover(vault.owner.storeId, lan.recoveryKey, '402816', rightClock);
    expect(await back.open('outbox:1', sealed)).toEqual({ visit: 'chưa gửi' });
    await unlocked(vault.owner.storeId, '402816', morning);
    expect(await phone.unlock(vault.owner.storeId, lan.pin, morning)).toMatchObject({ why: 'wrong' });
  });

  it('the tenth may be the right one', async () => {
    const { owner } = await phone.enrol(lan);
    const now = await typeWrong(owner.storeId, 9);
    const { waitUntil } = await phone.pinStanding(owner.storeId, now);
    await unlocked(owner.storeId, lan.pin, waitUntil ?? now);
  });

  it('a page closed in the middle of the tenth try leaves the store locked out', async () => {
    const { owner } = await phone.enrol(lan);
    const database = await openPhoneDatabase();
    const record = await database.get('members', owner.storeId);
    if (record) await database.put('members', { ...record, tries: { wrongPins: 10, wait: null } });
    expect(await phone.members()).toMatchObject([{ lockedOut: true }]);
    expect(await phone.unlock(owner.storeId, lan.pin, morning)).toMatchObject({ why: 'locked_out' });
    expect(await database.get('members', owner.storeId)).toMatchObject({ pinWrap: null });
  });

  it('a wait is never shortened by moving the clock back, and says the same however often one asks', async () => {
    const { owner } = await phone.enrol(lan);
    const now = await typeWrong(owner.storeId, 7);
    const back = now - 400 * day;
    const { waitUntil } = await phone.pinStanding(owner.storeId, back);
    expect(waitUntil).toBe(back + 15 * minute);
    await reload();
    expect(await phone.pinStanding(owner.storeId, back + minute)).toMatchObject({ waitUntil });
    expect(await phone.unlock(owner.storeId, lan.pin, back + minute)).toMatchObject({
      why: 'wait',
      waitUntil,
    });
    await unlocked(owner.storeId, lan.pin, back + 15 * minute);
  });

  it('ten in all are ever looked at, wherever the clock goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -400 * day, max: 29 * day }), { minLength: 40, maxLength: 40 }),
        async (moves) => {
          storage = freshPhone();
          await reload();
          const { owner } = await phone.enrol(lan);
          let looked = 0;
          for (const move of moves) {
            const tried = await phone.unlock(owner.storeId, wrong, morning + move);
            if (!tried.ok && tried.why === 'wrong') looked += 1;
          }
          // The tenth answers 'locked_out'.
          return looked <= 9;
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('a new PIN', () => {
  it('needs the old one, and leaves the vault open', async () => {
    const vault = await phone.enrol(lan);
    const { storeId } = vault.owner;
    const sealed = await vault.seal('meta', 'x');
    expect(await phone.changePin(storeId, { old: wrong, new: '402816' }, morning)).toMatchObject({
      why: 'wrong',
      triesLeft: 9,
    });
    await expect(phone.changePin(storeId, { old: lan.pin, new: '123456' }, morning)).rejects.toMatchObject({
      code: 'input.invalid',
    });
    expect(await phone.changePin(storeId, { old: lan.pin, new: '402816' }, morning)).toEqual({ ok: true });
    expect(await vault.open('meta', sealed)).toBe('x');
    expect(await phone.unlock(storeId, lan.pin, morning)).toMatchObject({ why: 'wrong' });
    expect(await (await unlocked(storeId, '402816', morning)).open('meta', sealed)).toBe('x');
  });

  it('ten wrong old ones lock out whoever holds the open phone', async () => {
    const vault = await phone.enrol(lan);
    let now = morning;
    for (let n = 0; n < 10; n += 1) {
      now = (await phone.pinStanding(vault.owner.storeId, now)).waitUntil ?? now;
      await phone.changePin(vault.owner.storeId, { old: wrong, new: '402816' }, now);
    }
    expect(vault.locked).toBe(true);
    expect(await phone.members()).toMatchObject([{ lockedOut: true }]);
  });
});

describe('a lock-out that comes from the server in the middle', () => {
  it('stays, whatever is done with the PIN meanwhile', async () => {
    for (const after of [0, 1, 5, 10, 20, 30, 40, 60, 90]) {
      storage = freshPhone();
      await reload();
      const { owner } = await phone.enrol(lan);
      const tab = await openPhone({ storage });
      const busy = Promise.all([
        phone.changePin(owner.storeId, { old: lan.pin, new: '402816' }, morning),
        phone.unlock(owner.storeId, lan.pin, morning),
      ]);
      await new Promise((done) => setTimeout(done, after));
      await tab.lockOut(owner.storeId);
      await busy;
      expect(await tab.members()).toMatchObject([{ lockedOut: true }]);
    }
  });
});

describe('a phone that has not heard of the server for long (law 11)', () => {
  it('locks out after 30 days, not before, also when unlocked without the start of the app', async () => {
    const { owner } = await phone.enrol(lan);
    expect(await phone.lockOutIfStale(morning + 30 * day)).toEqual([]);
    await unlocked(owner.storeId, lan.pin, morning + 30 * day);
    expect(await phone.unlock(owner.storeId, lan.pin, morning + 30 * day + 1)).toMatchObject({
      why: 'locked_out',
    });
  });

  it('counts from the last contact, each member for himself', async () => {
    const [hers, his] = [await phone.enrol(lan), await phone.enrol(tu)];
    await phone.noteContact(hers.owner.storeId, { now: morning + 20 * day, serverNow: morning + 20 * day });
    expect(await phone.lockOutIfStale(morning + 31 * day)).toEqual([his.owner.storeId]);
    expect([hers.locked, his.locked]).toEqual([false, true]);
    expect(await phone.lockOutIfStale(morning + 31 * day)).toEqual([]);
  });

  it('a clock that is 400 days ahead for good locks nobody out; the server’s time is what counts', async () => {
    const ahead = 400 * day;
    const { owner } = await phone.enrol({ ...lan, now: morning + ahead, serverNow: morning });
    expect(await phone.lockOutIfStale(morning + ahead + 29 * day)).toEqual([]);
    expect(await phone.lockOutIfStale(morning + ahead + 31 * day)).toEqual([owner.storeId]);
  });

  it('a clock that is put right between two contacts is learnt anew', async () => {
    const { owner } = await phone.enrol({ ...lan, now: morning - 400 * day, serverNow: morning });
    await phone.noteContact(owner.storeId, { now: morning + day, serverNow: morning + day });
    expect(await phone.lockOutIfStale(morning + 30 * day)).toEqual([]);
    expect(await phone.lockOutIfStale(morning + 32 * day)).toEqual([owner.storeId]);
  });

  it('a clock moved back after the last use does not make the silence shorter', async () => {
    const { owner } = await phone.enrol(lan);
    phone = await openPhone({ storage, staleAfterDays: 60 });
    await unlocked(owner.storeId, lan.pin, morning + 40 * day);
    phone = await openPhone({ storage, staleAfterDays: 30 });
    expect(await phone.lockOutIfStale(morning - 100 * day)).toEqual([owner.storeId]);
  });

  it('opens again with a sign-in, and the days begin anew', async () => {
    const { owner } = await phone.enrol(lan);
    const later = morning + 90 * day;
    await phone.lockOutIfStale(later);
    await phone.recover(owner.storeId, lan.recoveryKey, lan.pin, { now: later, serverNow: later });
    await unlocked(owner.storeId, lan.pin, later + 29 * day);
  });
});

describe('wiping', () => {
  it('takes one member’s store, entry and mark, and leaves the other’s', async () => {
    const [hers, his] = [await phone.enrol(lan), await phone.enrol(tu)];
    for (const { owner } of [hers, his]) (await openDB(storeName(owner.storeId), 1)).close();
    await phone.wipe(hers.owner.storeId);
    expect(hers.locked).toBe(true);
    const left = (await indexedDB.databases()).map(({ name }) => name);
    expect(new Set(left)).toEqual(new Set(['to-so-phone', storeName(his.owner.storeId)]));
    expect(await phone.members()).toMatchObject([{ displayName: tu.displayName }]);
    await expect(phone.unlock(hers.owner.storeId, lan.pin, morning)).rejects.toMatchObject({
      code: 'not_found',
    });
    await phone.wipe(hers.owner.storeId);
    await phone.enrol(lan);
  });

  it('waits for the tab that has the store open, but the data is unreadable at once', async () => {
    const vault = await phone.enrol(lan);
    const { storeId } = vault.owner;
    const open = await openDB(storeName(storeId), 1);
    let gone = false;
    const wiping = (async () => {
      await phone.wipe(storeId);
      gone = true;
    })();
    await new Promise((done) => setTimeout(done, 100));
    expect(gone).toBe(false);
    expect(await (await openPhoneDatabase()).get('members', storeId)).toMatchObject({
      pinWrap: null,
      serverWrap: null,
      displayName: '',
    });
    await reload();
    expect(await phone.members()).toEqual([]);
    await expect(phone.recover(storeId, lan.recoveryKey, lan.pin, rightClock)).rejects.toMatchObject({
      code: 'not_found',
    });
    open.close();
    await wiping;
    expect(await indexedDB.databases()).toHaveLength(1);
  });

  it('is ended at the next start when the phone was switched off half way', async () => {
    const { owner } = await phone.enrol(lan);
    (await openDB(storeName(owner.storeId), 1)).close();
    const database = await openPhoneDatabase();
    const record = await database.get('members', owner.storeId);
    if (record) await database.put('members', { ...record, pinWrap: null, serverWrap: null });
    await reload();
    await phone.finishWipes();
    expect(await indexedDB.databases()).toMatchObject([{ name: 'to-so-phone' }]);
    expect(await database.getAll('members')).toEqual([]);
    await deleteDB(storeName(owner.storeId));
  });
});
