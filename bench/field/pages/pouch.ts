import PouchDB from 'pouchdb-browser';

/*
 * PouchDB as CHT uses it: one document per row, replicated with a server that speaks CouchDB's protocol. Bundled only where the
 * package could be had (bench/field/pouch.ts).
 */

interface Local {
  replicate: { from(remote: unknown): Promise<unknown>; to(remote: unknown): Promise<unknown> };
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  info(): Promise<{ doc_count: number }>;
  allDocs(options: object): Promise<{ rows: { doc: { type?: string; name?: string } }[] }>;
}

let local: Local;
let remote: unknown;

function begin(name: string): void {
  const Opened = PouchDB as new (name: string, options?: object) => Local;
  local = new Opened('bench');
  remote = new Opened(`${location.origin}/db/${name}`, { skip_setup: true });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const first = () => timed(() => local.replicate.from(remote));
const send = () => timed(() => local.replicate.to(remote));
/** Both ways, as an app that syncs does. */
const nothing = () =>
  timed(async () => {
    await local.replicate.to(remote);
    await local.replicate.from(remote);
  });
const write = (docs: readonly object[]) => local.bulkDocs(docs);
const count = async () => (await local.info()).doc_count;

/** Households without a visit, by name: everything is read, as without an index of its own. */
const left = () =>
  timed(async () => {
    const { rows } = await local.allDocs({ include_docs: true });
    rows
      .filter((row) => row.doc.type === 'household')
      .sort((a, b) => ((a.doc.name ?? '') < (b.doc.name ?? '') ? -1 : 1));
  });

const bench = { begin, first, send, nothing, write, count, left };
export type PouchBench = typeof bench;
Object.assign(globalThis, { bench });
