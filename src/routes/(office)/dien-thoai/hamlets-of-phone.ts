import type { ListedDevice } from '#features/sync/queries/device-rows.server.ts';
import { formerly, noHamlet } from './words.ts';

/** "Ấp Mẫu 1, Ấp Mẫu 2 (đã thôi)": where the owner of a phone works, and worked. */
export function hamletsOfPhone({ hamlets }: Pick<ListedDevice, 'hamlets'>): string {
  return hamlets.map(({ name, isCurrent }) => (isCurrent ? name : formerly(name))).join(', ') || noHamlet;
}
