/**
 * Keeps what phones of this release hold, so that every later release is tried against it (decision 14): a member's database
 * with a day's unsent work, and each operation as it goes over the wire. Run it on the day of a release.
 *
 *   node scripts/keep-release.ts          writes tests/releases/<appVersion>/store.json
 *   node scripts/keep-release.ts --app    writes the built app beside it (app.json.br); keeps that of three releases
 */
import 'fake-indexeddb/auto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toBase64 } from '#shared/base64.ts';
import { dayOf } from '#shared/calendar.ts';
import { newId } from '#shared/ids.ts';
import { nothingFilled, writeCursor } from '#features/sync/model/cursor.ts';
import { listed } from '#features/sync/model/listed-home.ts';
import { appVersion } from '../src/field/app-version.ts';
import { Overlay } from '../src/field/register/overlay.ts';
import { MemberStore } from '../src/field/store/member-store.ts';
import { Vault } from '../src/field/vault/vault.ts';
import { packApp } from './keep-release/kept-app.ts';
import { dayOfWork } from './keep-release/day-of-work.ts';
import { dumpStore, importKey, type KeptStore } from './keep-release/kept-store.ts';

const root = join(import.meta.dirname, '..');
const releases = join(root, 'tests', 'releases');
const folder = join(releases, appVersion);

/** Nine in the morning in Nhơn Mỹ. */
const now = new Date('2026-11-24T02:00:00Z');
const [hamletId, memberId, epoch] = [newId(now), newId(now), newId(now)];

await mkdir(folder, { recursive: true });
if (process.argv.includes('--app')) await keepApp();
else await writeFile(join(folder, 'store.json'), `${JSON.stringify(await keepStore(), null, 1)}\n`);

async function keepStore(): Promise<KeptStore> {
  const owner = {
    storeId: newId(now),
    deviceId: newId(now),
    accountId: newId(now),
    displayName: 'Nguyễn Thị Lan',
  };
  const key = toBase64(crypto.getRandomValues(new Uint8Array(32)));
  const store = await MemberStore.open(new Vault(owner, await importKey(key)), {
    token: 'mã của máy',
    recoveryKey: key,
    clock: () => now.getTime(),
  });
  await store.noteServer(now.toISOString(), epoch);
  await store.keepBook('sổ', {
    communeName: 'xã Nhơn Mỹ',
    me: { accountId: owner.accountId, memberId, fullName: owner.displayName },
    hamlets: [{ id: hamletId, name: 'Ấp Mẫu 1', roles: ['member'] }],
    allHamlets: [{ id: hamletId, name: 'Ấp Mẫu 1' }],
    members: [{ id: memberId, name: owner.displayName, hamletId, ended: false }],
    plan: null,
    targets: [],
    platforms: {},
    catalogue: [],
  });
  await keepHome(store);
  for (const work of dayOfWork({ hamletId, memberId }, now)) await store.record(work);
  await store.keepDraft('hop', { startedAt: now.toISOString(), typed: { note: 'đang ghi dở' } });
  const operations = await store.outbox();
  store.close();
  return { appVersion, owner, hamletId, memberId, key, operations, ...(await dumpStore(owner.storeId)) };
}

/** One household, as if the server had sent it: what registering it makes of it on the phone. */
async function keepHome(store: MemberStore): Promise<void> {
  const [register] = dayOfWork({ hamletId, memberId }, now);
  const overlay = new Overlay();
  if (register) {
    const given = { opId: newId(now), seq: 1, version: 1, revision: 0, after: null };
    overlay.add({ ...given, ...register, at: now.toISOString(), clock: now.toISOString() });
  }
  const homes = [...overlay.homes.values()];
  const cursor = (filled: typeof nothingFilled | null) =>
    writeCursor({ epoch, view: 'm', revision: 7, filled });
  const list = homes.map((home) => listed(home, dayOf(now)));
  await store.keepList(hamletId, cursor(nothingFilled), list);
  await store.keepHomes(hamletId, cursor(null), homes, [], true);
}

/** The built app of this release; those that are more than three releases old are dropped. */
async function keepApp(): Promise<void> {
  await writeFile(join(folder, 'app.json.br'), await packApp(join(root, 'build', 'field')));
  const versions = (await readdir(releases)).sort((one, other) => Number(other) - Number(one));
  for (const old of versions.slice(3)) await rm(join(releases, old, 'app.json.br'), { force: true });
}
