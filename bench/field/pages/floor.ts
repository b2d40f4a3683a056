import { openDB } from 'idb';
import type { PhoneHome } from '#features/sync/model/home.ts';

/*
 * The plainest page that could do the same: one JSON file, one blob in IndexedDB, nothing sealed, nothing worked out before it
 * is asked for. The floor of the table.
 */

let homes: PhoneHome[] = [];

const database = () => openDB('floor', 1, { upgrade: (fresh) => void fresh.createObjectStore('all') });

async function first(): Promise<{ list: number; all: number }> {
  const began = performance.now();
  const text = await (await fetch('/bench/floor/hamlet.json', { cache: 'no-store' })).text();
  homes = JSON.parse(text) as PhoneHome[];
  names();
  const list = performance.now() - began;
  await (await database()).put('all', new Blob([text]), 'homes');
  return { list, all: performance.now() - began };
}

const headOf = (home: PhoneHome) => home.people.find((one) => one.id === home.headId)?.fullName ?? '';
const names = () => homes.map(headOf).sort();

/** Sends a body that is packed already. */
async function send(text: string): Promise<number> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const body = await new Response(stream).blob();
  const began = performance.now();
  const answer = await fetch('/bench/floor/push', {
    method: 'POST',
    headers: { 'content-type': 'application/gzip' },
    body,
  });
  await answer.text();
  return performance.now() - began;
}

async function nothing(): Promise<number> {
  const began = performance.now();
  await (await fetch('/bench/floor/nothing', { cache: 'no-store' })).text();
  return performance.now() - began;
}

/** Who was not met this year, by name: one look at everything. */
function left(): number {
  const began = performance.now();
  homes
    .filter((home) => !home.visits.some((visit) => visit.met === 'someone'))
    .map((home) => ({ home, name: headOf(home) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return performance.now() - began;
}

function search(): number {
  const began = performance.now();
  homes.filter((home) => headOf(home).includes('Nguyễn'));
  return performance.now() - began;
}

/** A start: what lies on the disk as a list on the screen. */
async function show(): Promise<void> {
  const blob: Blob | undefined = await (await database()).get('all', 'homes');
  if (!blob) return;
  homes = JSON.parse(await blob.text()) as PhoneHome[];
  document.body.innerHTML = `<ul>${names()
    .slice(0, 50)
    .map((name) => `<li>${name}</li>`)
    .join('')}</ul>`;
}

const bench = { first, send, nothing, left, search, show };
export type FloorBench = typeof bench;
Object.assign(globalThis, { bench });
if (location.search === '?start')
  void navigator.serviceWorker.register('/bench/floor-worker.js', { scope: '/bench/' });
void show();
