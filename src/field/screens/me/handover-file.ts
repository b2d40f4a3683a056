import { dayOf } from '#shared/calendar.ts';
import { sealHandover } from '#features/sync/model/handover.ts';
import type { MemberStore } from '../../store/member-store.ts';
import { onPhone as words } from './words.ts';

/** The sealed file of everything that waits (law 12), and its name. Nothing leaves the outbox by it. */
export async function handoverFile(store: MemberStore): Promise<{ name: string; text: string }> {
  const { deviceId, accountId } = store.vault.owner;
  const operations = await store.outbox();
  const madeAt = store.now();
  const file = await sealHandover(
    { deviceId, accountId, madeAt: madeAt.toISOString() },
    { operations, clock: store.clock() },
    store.meta.recoveryKey,
  );
  return { name: words.fileName(dayOf(madeAt), operations.length), text: JSON.stringify(file) };
}

/** Puts a file into the phone's downloads. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Chrome reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
