import 'fake-indexeddb/auto';
import { newId } from '#shared/ids.ts';
import { newDataKey } from '../vault/data-key.ts';
import { Vault } from '../vault/vault.ts';
import { MemberStore } from './member-store.ts';
import type { NewOperation } from './own-work.ts';

/** Half past seven in Nhơn Mỹ, 24/11/2026. */
export const morning = new Date('2026-11-24T00:30:00Z');
export const hamlet = newId(morning);

/** The vault of chị Lan, opened, on a phone on which she has no store yet. */
export async function openVault(): Promise<Vault> {
  const owner = {
    storeId: newId(morning),
    deviceId: newId(morning),
    accountId: newId(morning),
    displayName: 'Nguyễn Thị Lan',
  };
  return new Vault(owner, await newDataKey());
}

/** Another window of the app on the same phone opens the same store. */
export const openStore = (vault: Vault, closed?: () => void): Promise<MemberStore> =>
  MemberStore.open(vault, { token: 't', clock: () => morning.getTime(), ...(closed && { closed }) });

/** Nobody was at home. */
export const visit = (): NewOperation => ({
  command: 'visit.record',
  scope: hamlet,
  household: null,
  input: { id: newId(morning), householdId: newId(morning), met: 'nobody' },
  base: null,
});
