/// <reference lib="webworker" />
import type { WorkerMessage } from './shell/worker-message.ts';

/*
 * Keeps the field app on the phone: brings exactly its own files at the first visit, answers from them ever after, and
 * lets a new version wait until a page says that nobody is filling in a form. Everything outside /di-dong/ passes by.
 */

/** What the build knows of its folder; written in by scripts/field-build. */
export interface FieldFiles {
  /** Checksum of the list. */
  version: string;
  /** Path and checksum of each file that the app needs to start and to work. */
  files: [path: string, integrity: string][];
  /** Fetched when first used, kept from then on: the QR reader. */
  onFirstUse: string[];
}

declare const self: ServiceWorkerGlobalScope;
declare const FIELD_FILES: FieldFiles;

const { version, files, onFirstUse } = FIELD_FILES;
const scope = new URL(self.registration.scope).pathname;
const prefix = 'to-so-app-';
const current = prefix + version;
const kept = 'to-so-app-on-first-use';
/** Stands in the cache of a version that has been active once: an older version, not one on its way. */
const activatedMark = `${scope}?activated`;
/** At a time: a phone on a weak line neither waits for each answer nor chokes. */
const linesAtOnce = 4;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => event.waitUntil(hear(event)));
self.addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(scope)) return;
  event.respondWith(mode === 'navigate' ? startPage(event.request) : file(event.request, pathname));
});

/** Fetches what this version's cache lacks; what an attempt that was killed brought, it keeps. */
async function install(): Promise<void> {
  const cache = await caches.open(current);
  const there = new Set((await cache.keys()).map(({ url }) => url.slice(self.location.origin.length)));
  const missing = files.filter(([path]) => !there.has(path));
  const bring = async () => {
    for (let next = missing.shift(); next; next = missing.shift()) {
      const [path, integrity] = next;
      await cache.put(path, (await fromOlderVersion(path)) ?? (await fetchExactly(path, integrity)));
    }
  };
  await Promise.all(Array.from({ length: linesAtOnce }, bring));
}

const isHashed = (path: string) => path.startsWith(`${scope}assets/`);

/** A hashed name means the same content in every version: an update costs only what has changed. */
const fromOlderVersion = async (path: string) => (isHashed(path) ? await caches.match(path) : undefined);

/** The checksum refuses a file of another version, a page of a captive portal, or half a file. */
const fetchExactly = (path: string, integrity: string) =>
  fetch(path, { integrity, cache: isHashed(path) ? 'default' : 'no-cache', credentials: 'same-origin' });

async function activate(): Promise<void> {
  const pages = await openPages();
  for (const name of await otherVersions()) {
    const wasActive = await isMarked(name);
    // One that never became active was overtaken, unless it is being installed at this moment.
    if (wasActive ? pages.length === 0 : !self.registration.installing) await caches.delete(name);
  }
  await (await caches.open(current)).put(activatedMark, new Response(''));
  const keptFiles = await caches.open(kept);
  for (const request of await keptFiles.keys())
    if (!onFirstUse.includes(new URL(request.url).pathname)) await keptFiles.delete(request);
  await self.clients.claim();
}

async function hear(event: ExtendableMessageEvent): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only our own pages can write to our worker
  const message = event.data as WorkerMessage;
  if (message.type === 'take-over') await self.skipWaiting();
  if (message.type === 'running' && files.some(([path]) => path === message.entry)) await forgetOlder();
}

/** A page that still runs an older version may ask for a part of it; so the files go when a new page is alone. */
async function forgetOlder(): Promise<void> {
  if ((await openPages()).length > 1) return;
  for (const name of await otherVersions()) if (await isMarked(name)) await caches.delete(name);
}

async function openPages(): Promise<readonly Client[]> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.filter(({ url }) => new URL(url).pathname.startsWith(scope));
}

const otherVersions = async () =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current && name !== kept);

const isMarked = async (name: string) => Boolean(await (await caches.open(name)).match(activatedMark));

/** Every address below /di-dong/ is the one page; the phone's own copy answers at once. */
const startPage = async (request: Request) =>
  (await (await caches.open(current)).match(scope)) ?? fetch(request);

async function file(request: Request, path: string): Promise<Response> {
  // The second look is for pages of the older version that are still open.
  const held = (await (await caches.open(current)).match(path)) ?? (await caches.match(path));
  if (held) return held;
  const answer = await fetch(request);
  if (answer.ok && onFirstUse.includes(path)) await (await caches.open(kept)).put(path, answer.clone());
  return answer;
}
