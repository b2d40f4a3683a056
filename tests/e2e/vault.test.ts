import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareWindow, chromiumPath, phone, useBrowser } from '../browser.ts';

/**
 * The vault of the phone in a real browser (law 11 and 12, A11, F10): what Node cannot show is that keys live in IndexedDB,
 * what lies on the disk, and what is left after the browser has thrown data away.
 */
const open = useBrowser();
const vaultFolder = join(import.meta.dirname, '..', '..', 'src', 'field', 'vault');
let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'to-so-vault-'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="./main.ts"></script>',
  );
  await writeFile(
    join(folder, 'main.ts'),
    `import { openPhone } from ${JSON.stringify(join(vaultFolder, 'phone.ts'))};
     import { openDB } from ${JSON.stringify(join(import.meta.dirname, '..', '..', 'node_modules', 'idb'))};
     Object.assign(window, { openPhone, openDB, ready: true });`,
  );
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { target: 'chrome87', outDir: join(folder, 'out') },
  });
  const files = new Map<string, string>();
  for (const name of await readdir(join(folder, 'out'), { recursive: true })) {
    if (/\.(html|js)$/.test(name)) files.set(`/${name}`, await readFile(join(folder, 'out', name), 'utf8'));
  }
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8');
    response.writeHead(files.has(path) ? 200 : 404).end(files.get(path));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPage(page: Page): Promise<void> {
  await page.goto(url);
  await page.waitForFunction('window.ready');
}

const morning = Date.UTC(2026, 10, 5, 0, 30);
const lan = {
  accountId: 'account-lan',
  deviceId: 'device-lan',
  displayName: 'Nguyễn Thị Lan',
  pin: '250486',
};
const tu = { accountId: 'account-tu', deviceId: 'device-tu', displayName: 'Lê Văn Tư', pin: '112233' };
const house = { head: 'Trần Thị Thủy', phone: '0912345678', note: 'hen tuan sau quay lai' };

/** Runs in the page with its bundled vault in scope; `given` is what the page gets of the test. */
async function run<T>(page: Page, body: string, given: Record<string, unknown> = {}): Promise<T> {
  const source = `(async () => {
    const { ${Object.keys(given).join(', ')} } = ${JSON.stringify(given)};
    const phone = window.phone ??= await openPhone();
    const recoveryKey = (byte) => new Uint8Array(32).fill(byte);
    const store = (storeId) => openDB('to-so-' + storeId, 1, { upgrade: (d) => d.createObjectStore('records') });
    ${body}
  })()`;
  return (await page.evaluate(source)) as T;
}

/** Enrols a member and saves one sealed household in the store; returns the store's id. */
const enrolAndSave = (page: Page, member: typeof lan, byte: number) =>
  run<string>(
    page,
    `window.vault = await phone.enrol({ ...member, recoveryKey: recoveryKey(byte), now: morning, serverNow: morning });
     const { storeId } = vault.owner;
     const database = await store(storeId);
     await database.put('records', await vault.seal('household:1', house), 'household:1');
     database.close();
     return storeId;`,
    { member, byte, morning, house },
  );

const readHouse = (page: Page, storeId: string) =>
  run(
    page,
    `const database = await store(storeId);
     const sealed = await database.get('records', 'household:1');
     database.close();
     return vault.open('household:1', sealed);`,
    { storeId },
  );

interface Tried {
  ok: boolean;
  why?: string;
  waitUntil?: number;
  triesLeft?: number;
}
const unlock = (page: Page, storeId: string, pin: string, now: number) =>
  run<Tried>(
    page,
    `const { vault, ...tried } = await phone.unlock(storeId, pin, now);
     window.vault = vault;
     return tried;`,
    { storeId, pin, now },
  );

/** All that a script can read of all databases, bytes as Latin-1, UTF-8 and UTF-16 at once. */
const dump = (page: Page) =>
  run<string>(
    page,
    `const parts = [];
     const bytes = (b) => { for (const e of ['latin1', 'utf-8', 'utf-16le']) parts.push(new TextDecoder(e).decode(b)); };
     const walk = (v) => {
       if (v instanceof ArrayBuffer) bytes(new Uint8Array(v));
       else if (ArrayBuffer.isView(v)) bytes(v);
       else if (v instanceof CryptoKey) parts.push('CryptoKey extractable=' + v.extractable);
       else if (v && typeof v === 'object') for (const [k, w] of Object.entries(v)) { parts.push(k); walk(w); }
       else parts.push(String(v));
     };
     for (const { name } of await indexedDB.databases()) {
       const database = await openDB(name);
       for (const s of database.objectStoreNames) { walk(await database.getAllKeys(s)); walk(await database.getAll(s)); }
       database.close();
     }
     return parts.join('\\n');`,
  );

const secrets = [house.head, 'Thủy', house.phone, house.note, lan.pin, tu.pin, '\u0007'.repeat(16)];

describe('the vault in Chromium', { timeout: 120_000 }, () => {
  it('chị Lan enrols, locks, and opens her store by PIN after a reload', async () => {
    const { page } = await open(phone);
    await openPage(page);
    const storeId = await enrolAndSave(page, lan, 7);
    await run(page, 'vault.lock()');
    await expect(readHouse(page, storeId)).rejects.toThrow('Sổ trên máy đang khóa');
    await openPage(page);
    expect(await unlock(page, storeId, lan.pin, morning)).toEqual({ ok: true });
    expect(await readHouse(page, storeId)).toEqual(house);
  });

  it('wrong PINs make her wait across reloads, the tenth locks out, and a sign-in brings everything back', async () => {
    const { page } = await open(phone);
    await openPage(page);
    const storeId = await enrolAndSave(page, lan, 7);
    let now = morning;
    for (let n = 1; n <= 9; n += 1) {
      await openPage(page);
      const tried = await unlock(page, storeId, '907315', now);
      expect(tried).toMatchObject({ ok: false, why: 'wrong', triesLeft: 10 - n });
      if (!tried.waitUntil) continue;
      await openPage(page);
      for (const early of [now, tried.waitUntil - 1]) {
        expect(await unlock(page, storeId, lan.pin, early)).toMatchObject({ why: 'wait' });
      }
      now = tried.waitUntil;
    }
    expect(await unlock(page, storeId, '907315', now)).toMatchObject({ why: 'locked_out', triesLeft: 0 });
    await openPage(page);
    expect(await unlock(page, storeId, lan.pin, now + 1e9)).toMatchObject({ why: 'locked_out' });
    await run(
      page,
      `window.vault = await phone.recover(storeId, recoveryKey(7), '402816', { now, serverNow: now });`,
      { storeId, now },
    );
    expect(await readHouse(page, storeId)).toEqual(house);
    expect(await unlock(page, storeId, '402816', now)).toEqual({ ok: true });
  });

  it('nothing that a script can read of the phone holds a word of a household, a PIN or a recovery key', async () => {
    const { page } = await open(phone);
    await openPage(page);
    await enrolAndSave(page, lan, 7);
    await enrolAndSave(page, tu, 9);
    const all = await dump(page);
    // The search does find what lies in clear.
    expect(all).toContain(lan.displayName);
    expect(all).toContain('CryptoKey extractable=false');
    expect(all).not.toContain('extractable=true');
    for (const secret of secrets) expect(all).not.toContain(secret);
    const exported = await run<string>(
      page,
      `const database = await openDB('to-so-phone');
       const key = await database.get('keys', 'phone');
       database.close();
       const names = [];
       for (const format of ['raw', 'jwk']) await crypto.subtle.exportKey(format, key).catch((e) => names.push(e.name));
       return names.join();`,
    );
    expect(exported).toBe('InvalidAccessError,InvalidAccessError');
  });

  it('two members cannot open each other’s records', async () => {
    const { page } = await open(phone);
    await openPage(page);
    const hers = await enrolAndSave(page, lan, 7);
    const his = await enrolAndSave(page, tu, 9);
    expect(await readHouse(page, his)).toEqual(house);
    // The vault that is open now is his.
    await expect(readHouse(page, hers)).rejects.toThrow('không mở được');
    expect(await unlock(page, hers, tu.pin, morning)).toMatchObject({ ok: false, why: 'wrong' });
  });

  it('notices that the browser threw the data away, and how much had not been sent (F10)', async () => {
    const { page, context } = await open(phone);
    await openPage(page);
    await enrolAndSave(page, lan, 7);
    await run(page, `phone.marks.noteUnsent(vault.owner, 5, '2026-11-04T09:00:00.000Z');`);
    await openPage(page);
    expect(await run(page, 'return phone.vanished()')).toEqual([]);
    const developer = await context.newCDPSession(page);
    await page.goto('about:blank');
    await developer.send('Storage.clearDataForOrigin', {
      origin: new URL(url).origin,
      storageTypes: 'indexeddb',
    });
    await openPage(page);
    expect(await run(page, 'return phone.members()')).toEqual([]);
    expect(await run(page, 'return phone.vanished()')).toMatchObject([
      { deviceId: lan.deviceId, unsent: 5, oldest: '2026-11-04T09:00:00.000Z' },
    ]);
  });

  it('a wipe leaves the other member’s store alone', async () => {
    const { page } = await open(phone);
    await openPage(page);
    const hers = await enrolAndSave(page, lan, 7);
    const his = await enrolAndSave(page, tu, 9);
    await run(page, 'await phone.wipe(hers)', { hers });
    await openPage(page);
    expect(await run(page, 'return (await indexedDB.databases()).map((d) => d.name).sort()')).toEqual(
      ['to-so-phone', `to-so-${his}`].sort((a, b) => (a < b ? -1 : 1)),
    );
    expect(await unlock(page, his, tu.pin, morning)).toEqual({ ok: true });
    expect(await readHouse(page, his)).toEqual(house);
    expect(await run(page, 'return phone.vanished()')).toEqual([]);
  });
});

describe('the disk of the phone', { timeout: 120_000 }, () => {
  const launch = (profile: string): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath(),
      args: bareWindow,
    });
  const start = async (context: BrowserContext) => {
    const page = await context.newPage();
    await openPage(page);
    return page;
  };

  it('holds no word of a household, and the store opens after the browser was closed', async () => {
    const profile = join(folder, 'profile');
    let context = await launch(profile);
    let page = await start(context);
    const storeId = await enrolAndSave(page, lan, 7);
    await unlock(page, storeId, '907315', morning);
    await context.close();

    // Six digits stand by chance in many a file of a browser, so a PIN is looked for only where the app writes.
    const names = await readdir(profile, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      names
        .filter((entry) => entry.isFile() && /IndexedDB|Local Storage/.test(entry.parentPath))
        .map((entry) => readFile(join(entry.parentPath, entry.name))),
    );
    const onDisk = (text: string) =>
      files.some((file) => file.includes(text) || file.includes(Buffer.from(text, 'utf16le')));
    // Text that is kept in clear is found: the search sees what IndexedDB wrote.
    expect(onDisk(lan.displayName)).toBe(true);
    for (const secret of secrets) expect(onDisk(secret)).toBe(false);

    context = await launch(profile);
    page = await start(context);
    expect(
      await run<Tried>(page, 'return phone.pinStanding(storeId, morning)', { storeId, morning }),
    ).toMatchObject({
      triesLeft: 9,
    });
    expect(await unlock(page, storeId, lan.pin, morning)).toEqual({ ok: true });
    expect(await readHouse(page, storeId)).toEqual(house);
    await context.close();
  });
});
