import { fromBase64 } from '#shared/base64.ts';
import { appVersion } from '../app-version.ts';
import type { Server, ServerKeys, SignedIn } from '../sync/server.ts';
import type { StoreMark } from '../vault/eviction.ts';
import type { MemberEntry } from '../vault/member-record.ts';
import type { Phone } from '../vault/phone.ts';
import type { Vault } from '../vault/vault.ts';
import { claimWord, forgetClaim, noteTaken } from './claim.ts';

/** What somebody shows to be let in. */
export type Proof = { code: string } | { login: string; password: string };

/** Somebody whom the server let in, before the PIN is chosen. */
export interface Arrival {
  signed: SignedIn;
  /** The phone's clock when the server answered (ms). */
  answeredAt: number;
  /** What the phone has of the account's. `back`: its store opens again; `stranded`: a store that only its old PIN opens. */
  place: { is: 'new'; lost: StoreMark | null } | { is: 'back' | 'stranded'; member: MemberEntry };
}

/**
 * Signs in, and tells the server of every store that this phone has or lost: whoever comes back gets the old store, not a
 * second one, and a store that vanished is reported (F10). Nothing on the phone changes yet, but that a code was taken.
 */
export async function signIn(
  phone: Phone,
  server: Server,
  proof: Proof,
  storage: Storage = localStorage,
): Promise<Arrival> {
  const [members, lost] = await Promise.all([phone.members(), phone.vanished()]);
  const vanished = new Map(lost.map((mark) => [mark.deviceId, mark]));
  const there = members.filter((member) => !vanished.has(member.deviceId));
  const signed = await server.signIn({
    ...proof,
    ...('code' in proof && { claim: claimWord(storage) }),
    label: navigator.userAgent.slice(0, 200),
    appVersion,
    stores: [
      ...there.map(({ deviceId }) => ({ deviceId, vanished: null })),
      ...lost.map(({ deviceId, unsent }) => ({ deviceId, vanished: unsent ?? 0 })),
    ],
  });
  if ('code' in proof) noteTaken(storage, Date.now());
  const own = there.find((member) => member.accountId === signed.account.id);
  const place: Arrival['place'] = own
    ? { is: own.deviceId === signed.deviceId ? 'back' : 'stranded', member: own }
    : { is: 'new', lost: vanished.get(signed.replaces ?? '') ?? null };
  return { signed, place, answeredAt: Date.now() };
}

/** Makes or opens the store of somebody who was let in, with the PIN just chosen. Throws what `enrol` and `recover` throw. */
export async function moveIn(
  phone: Phone,
  { signed, place, answeredAt }: Arrival,
  pin: string,
  storage: Storage = localStorage,
): Promise<{ vault: Vault; keys: ServerKeys }> {
  const keys = { token: signed.token, recoveryKey: signed.recoveryKey };
  const recoveryKey = fromBase64(signed.recoveryKey);
  const now = Date.now();
  const moment = { now, serverNow: Date.parse(signed.now) + (now - answeredAt) };
  if (place.is === 'back') {
    const vault = await phone.recover(place.member.storeId, recoveryKey, pin, moment);
    forgetClaim(storage);
    return { vault, keys };
  }
  if (place.is === 'stranded') await phone.wipe(place.member.storeId);
  const leftOver = place.is === 'new' ? place.lost : null;
  if (leftOver) await forgetLost(phone, leftOver);
  const vault = await phone.enrol({
    accountId: signed.account.id,
    deviceId: signed.deviceId,
    displayName: signed.account.fullName,
    recoveryKey,
    pin,
    ...moment,
  });
  forgetClaim(storage);
  return { vault, keys };
}

/** The server has heard of the loss; an entry that outlived its data goes too. */
async function forgetLost(phone: Phone, mark: StoreMark): Promise<void> {
  const members = await phone.members();
  if (members.some((member) => member.storeId === mark.storeId)) await phone.wipe(mark.storeId);
  phone.marks.forget(mark.deviceId);
}
