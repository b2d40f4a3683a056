import { beforeEach, describe, expect, it } from 'vitest';
import { toBase64 } from '#shared/base64.ts';
import { newId } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { openServer, type Server, type SignInRequest, type SignedIn } from '../sync/server.ts';
import { freshPhone, lan, morning, recoveryKey, tu } from '../vault/fresh-phone.test-support.ts';
import { openPhone, type Phone } from '../vault/phone.ts';
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
    const arrival = await signIn(phone, serverOf(), code);
    expect(arrival.place).toEqual({ is: 'new', lost: null });
    expect(await phone.members()).toEqual([]);
    const { keys } = await moveIn(phone, arrival, pin);
    expect(keys).toEqual({ token: 'mới', recoveryKey: toBase64(lan.recoveryKey) });
    const [entry] = await phone.members();
    expect(entry).toMatchObject({ displayName: lan.displayName, deviceId: lan.deviceId });
    // The server's clock, not the phone's.
    expect(Math.abs((entry?.lastContactAt ?? 0) - morning)).toBeLessThan(5000);
  });

  it('leads who has a store here back to it, also when she comes as new', async () => {
    const { owner } = await phone.enrol(lan);
    await phone.enrol(tu);
    const arrival = await signIn(phone, serverOf(), code);
    expect(asked[0]?.stores?.map((store) => store.deviceId).sort()).toEqual([lan.deviceId, tu.deviceId]);
    expect(arrival.place).toMatchObject({ is: 'back', member: { storeId: owner.storeId } });
    const { vault } = await moveIn(phone, arrival, pin);
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
    const arrival = await signIn(phone, server, code);
    expect(asked[0]?.stores).toEqual([{ deviceId: lan.deviceId, vanished: 4 }]);
    expect(arrival.place).toMatchObject({ is: 'new', lost: { unsent: 4 } });
    expect(await phone.vanished()).toHaveLength(1);
    await moveIn(phone, arrival, pin);
    expect(await phone.vanished()).toEqual([]);
    expect(await phone.members()).toMatchObject([{ deviceId: fresh }]);
  });

  it('keeps the mark of somebody else’s loss', async () => {
    const { owner } = await phone.enrol(lan);
    phone.marks.noteUnsent(owner, 4, null);
    freshPhone();
    phone = await openPhone({ storage });
    await moveIn(phone, await signIn(phone, serverOf({ who: tu }), code), pin);
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
    const arrival = await signIn(phone, server, code);
    expect(arrival.place).toMatchObject({ is: 'stranded', member: { storeId: owner.storeId } });
    expect(await phone.unlock(owner.storeId, lan.pin, morning)).toMatchObject({ ok: true });
    await moveIn(phone, arrival, pin);
    expect(await phone.members()).toMatchObject([{ deviceId: fresh }]);
  });

  it('changes nothing when nobody answers, or the PIN is too easy', async () => {
    const nobody = openServer(() => Promise.reject(new TypeError('không có mạng')));
    await expect(signIn(phone, nobody, code)).rejects.toMatchObject({ code: 'service.unavailable' });
    await expect(moveIn(phone, await signIn(phone, serverOf(), code), '123456')).rejects.toThrow(Problem);
    expect(await phone.members()).toEqual([]);
  });
});
