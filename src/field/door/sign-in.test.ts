import { beforeEach, describe, expect, it } from 'vitest';
import { toBase64 } from '#shared/base64.ts';
import { newId } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { openServer, type Server, type SignInRequest, type SignedIn } from '../sync/server.ts';
import { freshPhone, lan, morning, recoveryKey, tu } from '../vault/fresh-phone.test-support.ts';
import { openPhone, type Phone } from '../vault/phone.ts';
import { isUnfinished } from './claim.ts';
import { moveIn, signIn } from './sign-in.ts';

const pin = '402816';
let storage: Storage;
let phone: Phone;
let asked: SignInRequest[];
beforeEach(async () => {
  storage = freshPhone();
  phone = await openPhone({ storage });
  asked = [];
});

/** A server that lets somebody in, as the given device. */
function serverOf(told: Partial<SignedIn> & { who?: typeof lan } = {}): Server {
  const { who = lan, ...more } = told;
  return {
    ...openServer(() => Promise.reject(new TypeError('không có mạng'))),
    signIn: (request) => {
      asked.push(request);
      return Promise.resolve({
        deviceId: who.deviceId,
        token: 'mới',
        recoveryKey: toBase64(who.recoveryKey),
        account: { id: who.accountId, fullName: who.displayName, communeId: '1' },
        replaces: null,
        now: new Date(morning).toISOString(),
        ...more,
      });
    },
  };
}
const code = { code: 'abcd efgh' };

describe('signing in at the door', () => {
  it('gives chị Lan a store of her own on a new phone', async () => {
    const arrival = await signIn(phone, serverOf(), code, storage);
    expect(arrival.place).toEqual({ is: 'new', lost: null });
    expect(await phone.members()).toEqual([]);
    const { keys } = await moveIn(phone, arrival, pin, storage);
    expect(keys).toEqual({ token: 'mới', recoveryKey: toBase64(lan.recoveryKey) });
    const [entry] = await phone.members();
    expect(entry).toMatchObject({ displayName: lan.displayName, deviceId: lan.deviceId });
    // The server's clock, not the phone's.
    expect(Math.abs((entry?.lastContactAt ?? 0) - morning)).toBeLessThan(5000);
  });

  it('leads who has a store here back to it, also when she comes as new', async () => {
    const { owner } = await phone.enrol(lan);
    await phone.enrol(tu);
    const arrival = await signIn(phone, serverOf(), code, storage);
    expect(asked[0]?.stores?.map((store) => store.deviceId).sort()).toEqual([lan.deviceId, tu.deviceId]);
    expect(arrival.place).toMatchObject({ is: 'back', member: { storeId: owner.storeId } });
    const { vault } = await moveIn(phone, arrival, pin, storage);
    expect(vault.owner.storeId).toBe(owner.storeId);
    expect(await phone.members()).toHaveLength(2);
    expect(await phone.unlock(owner.storeId, pin, Date.now())).toMatchObject({ ok: true });
  });

  it('tells the server of a store that vanished, and forgets the mark only when she has moved in (F10)', async () => {
    const { owner } = await phone.enrol(lan);
    phone.marks.noteUnsent(owner, 4, '2026-11-04T09:00:00Z');
    freshPhone();
    phone = await openPhone({ storage });
    const fresh = newId(new Date(morning));
    const server = serverOf({
      deviceId: fresh,
      replaces: lan.deviceId,
      recoveryKey: toBase64(recoveryKey(3)),
    });
    const arrival = await signIn(phone, server, code, storage);
    expect(asked[0]?.stores).toEqual([{ deviceId: lan.deviceId, vanished: 4 }]);
    expect(arrival.place).toMatchObject({ is: 'new', lost: { unsent: 4 } });
    expect(await phone.vanished()).toHaveLength(1);
    await moveIn(phone, arrival, pin, storage);
    expect(await phone.vanished()).toEqual([]);
    expect(await phone.members()).toMatchObject([{ deviceId: fresh }]);
  });

  it('keeps the mark of somebody else’s loss', async () => {
    const { owner } = await phone.enrol(lan);
    phone.marks.noteUnsent(owner, 4, null);
    freshPhone();
    phone = await openPhone({ storage });
    await moveIn(phone, await signIn(phone, serverOf({ who: tu }), code, storage), pin, storage);
    expect(await phone.vanished()).toMatchObject([{ deviceId: lan.deviceId, unsent: 4 }]);
  });

  it('asks before it drops a store that a phone taken out by the commune no longer opens', async () => {
    const { owner } = await phone.enrol(lan);
    const fresh = newId(new Date(morning));
    const server = serverOf({
      deviceId: fresh,
      replaces: lan.deviceId,
      recoveryKey: toBase64(recoveryKey(3)),
    });
    const arrival = await signIn(phone, server, code, storage);
    expect(arrival.place).toMatchObject({ is: 'stranded', member: { storeId: owner.storeId } });
    expect(await phone.unlock(owner.storeId, lan.pin, morning)).toMatchObject({ ok: true });
    await moveIn(phone, arrival, pin, storage);
    expect(await phone.members()).toMatchObject([{ deviceId: fresh }]);
  });

  it('changes nothing when nobody answers, or the PIN is too easy', async () => {
    const nobody = openServer(() => Promise.reject(new TypeError('không có mạng')));
    await expect(signIn(phone, nobody, code, storage)).rejects.toMatchObject({ code: 'service.unavailable' });
    await expect(
      moveIn(phone, await signIn(phone, serverOf(), code, storage), '123456', storage),
    ).rejects.toThrow(Problem);
    expect(await phone.members()).toEqual([]);
  });

  it('shows the same word beside the code until the PIN is chosen, then another', async () => {
    const unfinished = () => isUnfinished(storage, Date.now());
    expect(unfinished()).toBe(false);
    const nobody = { ...serverOf(), signIn: () => Promise.reject(new Problem('service.unavailable')) };
    await expect(signIn(phone, nobody, code, storage)).rejects.toThrow(Problem);
    expect(unfinished()).toBe(false);
    await signIn(phone, serverOf(), code, storage);
    expect(unfinished()).toBe(true);
    expect(isUnfinished(storage, Date.now() + 31 * 60_000)).toBe(false);
    // What the server gave is nowhere: only the phone's own word is kept.
    const kept = Array.from({ length: storage.length }, (_, at) => storage.getItem(storage.key(at) ?? ''));
    expect(JSON.stringify(kept)).not.toMatch(/mới|abcd|recoveryKey/i);
    const arrival = await signIn(phone, serverOf(), code, storage);
    const [first, second] = asked.map((request) => request.claim);
    expect(first).toMatch(/^[0-9a-f]{48}$/);
    expect(second).toBe(first);
    await moveIn(phone, arrival, pin, storage);
    expect(unfinished()).toBe(false);
    await signIn(phone, serverOf(), code, storage);
    expect(asked.at(-1)?.claim).not.toBe(first);
  });

  it('shows no word with a password, and does without where nothing can be kept', async () => {
    await signIn(phone, serverOf(), { login: 'chilan', password: 'x' }, storage);
    expect(asked[0]?.claim).toBeUndefined();
    const full = {
      ...storage,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const arrival = await signIn(phone, serverOf(), code, full);
    expect(isUnfinished(full, Date.now())).toBe(false);
    await moveIn(phone, arrival, pin, full);
  });
});
