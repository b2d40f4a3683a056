import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { buildPages } from './build-pages.ts';
import { asker } from './exchange.ts';
import type { PouchBench } from './pages/pouch.ts';
import type { Runs } from './rows.ts';
import { freshPhone } from './slow-phone.ts';

/** A server that speaks CouchDB's protocol, with a page of PouchDB, in a folder of its own; the product needs none of it. */
export interface PouchServer {
  url: string;
  close(): Promise<void>;
}

const packages = [
  'pouchdb-browser@9.0.0',
  'events@3',
  'pouchdb-node@9.0.0',
  'express-pouchdb@4.2.0',
  'express@4',
  'compression@1',
];
const patience = 180_000;

// Packed answers, as the proxy before a CouchDB gives them; the databases lie on the disk.
const program = `
const express = require('express');
const PouchDB = require('pouchdb-node').defaults({ prefix: process.argv[2] + '/data/' });
const app = express();
app.use(require('compression')());
app.use('/bench', express.static(process.argv[2] + '/pages'));
app.use('/db', require('express-pouchdb')(PouchDB, {
  mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: process.argv[2] + '/log.txt',
}));
const server = app.listen(0, '127.0.0.1', () => console.log('port ' + server.address().port));
`;

/** Brings the packages from npm and starts the server; throws when one of it cannot be done. */
export async function startPouch(folder: string): Promise<PouchServer> {
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...packages];
  await promisify(execFile)('npm', options, { cwd: folder, timeout: patience });
  const pages = await buildPages(['pouch'], [], {
    'pouchdb-browser': join(folder, 'node_modules/pouchdb-browser/lib/index.es.js'),
    events: join(folder, 'node_modules/events/events.js'),
  });
  for (const [path, content] of pages) {
    await mkdir(dirname(join(folder, 'pages', path)), { recursive: true });
    await writeFile(join(folder, 'pages', path), content);
  }
  await writeFile(join(folder, 'server.cjs'), program);
  const child = spawn(process.execPath, ['server.cjs', folder], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('its server ended')));
  ended.catch(() => {});
  const late = new Promise<never>((_, failed) => {
    setTimeout(() => failed(new Error('its server did not start')), 30_000).unref();
  });
  const said = once(child.stdout, 'data').then(([data]: Buffer[]) => data?.toString() ?? '');
  const port = /port (\d+)/.exec(await Promise.race([said, ended, late]))?.[1];
  if (port === undefined) throw new Error('its server did not start');
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

/** One document for each household, person and visit, as CHT keeps them. */
export function documentsOf(homes: readonly PhoneHome[]): object[] {
  return homes.flatMap(({ id, people, visits, ...home }) => [
    { _id: id, type: 'household', name: people.find((one) => one.id === home.headId)?.fullName, ...home },
    ...people.map(({ id: personId, ...person }) => ({
      _id: personId,
      type: 'person',
      parent: id,
      ...person,
    })),
    ...visits.map(({ id: visitId, ...visit }) => ({ _id: visitId, type: 'visit', household: id, ...visit })),
  ]);
}

/** First replication of the same data, 100 visits back, nothing new, all on the same slow phone. */
export async function measurePouch(
  browser: Browser,
  pouch: PouchServer,
  documents: readonly object[],
  { runs, count, tell }: { runs: Runs; count: number; tell: (line: string) => void },
): Promise<void> {
  const database = `${pouch.url}/db/bench`;
  const write = async (method: 'PUT' | 'POST', path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(database + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`its server answers ${answer.status}`);
    await answer.text();
  };
  await write('PUT', '', {});
  for (let start = 0; start < documents.length; start += 500)
    await write('POST', '/_bulk_docs', { docs: documents.slice(start, start + 500) });
  for (let run = 0; run < count; run += 1) {
    const phone = await freshPhone(browser, `${pouch.url}/bench/pouch.html`);
    const ask = asker<PouchBench>(phone);
    await ask('begin', 'bench');
    await phone.slow();
    const first = await ask('first');
    const wire = phone.wire('/db/');
    const left = await ask('left');
    await phone.quick();
    const held = await ask('count');
    if (held < documents.length) throw new Error(`it holds ${held} of ${documents.length} documents`);
    // The checkpoints of both ways are made before it is measured.
    await ask('nothing');
    await ask('write', visitsAnew(documents, run));
    await phone.slow();
    phone.wire();
    const push = await ask('send');
    const pushed = phone.wire('/db/');
    await phone.quick();
    await ask('nothing');
    await phone.slow();
    phone.wire();
    const nothing = await ask('nothing');
    const asked = phone.wire('/db/');
    runs.add('pouch', {
      firstList: first,
      firstAll: first,
      firstBytes: wire.down,
      firstRequests: wire.requests,
      leftFirst: left,
      push,
      pushRequests: pushed.requests,
      nothing,
      nothingRequests: asked.requests,
    });
    await phone.close();
    tell(
      `PouchDB ${run + 1}: first ${Math.round(first)} ms in ${wire.requests} requests, push ${Math.round(push)} ms, nothing new ${Math.round(nothing)} ms`,
    );
  }
}

/** A hundred visits that are not there yet. */
const visitsAnew = (documents: readonly object[], run: number): object[] =>
  documents
    .filter((one) => 'type' in one && one.type === 'visit')
    .slice(0, 100)
    .map((one, index) => ({ ...one, _id: `new-${Date.now()}-${run}-${index}` }));
