import { fromColumns } from '#shared/columns.ts';
import { Problem } from '#shared/problem.ts';
import { readCursor } from '#features/sync/model/cursor.ts';
import { homeShape } from '#features/sync/model/home.ts';
import { listedShape } from '#features/sync/model/listed-home.ts';
import type { HelloLine, PullLine } from '#features/sync/model/lines.ts';
import type { Register } from '../register/register.ts';
import type { MemberStore } from '../store/member-store.ts';
import { phoneFull } from '../store/words.ts';
import { sendAll } from './send.ts';
import type { Server } from './server.ts';

/** What came of one exchange with the server. */
export type Exchange =
  | { end: 'done' }
  /** The server wants everything of this phone forgotten, and everything that could be sent was. */
  | { end: 'wipe'; reason: 'device' | 'account' }
  | { end: 'failed'; problem: Problem };

export interface Exchanging {
  server: Server;
  store: MemberStore;
  register: Register;
  appVersion: string;
  /** Called when something changed that a screen may show. */
  changed: () => void;
}

/**
 * One exchange: sends what waits, then takes what is new (laws 2 and 4). Never throws what a weak line does; whatever was
 * taken or confirmed before a failure stays so, and the next exchange goes on from there.
 */
export async function exchange(given: Exchanging): Promise<Exchange> {
  try {
    let held = await sendAll(given);
    const told = await takeAll(given);
    if (told.restored) {
      // What the restored server lacks goes out at once, not at the next occasion.
      held = await sendAll(given);
      await takeAll(given);
    }
    if (told.wipe === null) return held ? { end: 'failed', problem: held } : { end: 'done' };
    const { count } = await given.store.unsent();
    return count === 0
      ? { end: 'wipe', reason: told.wipe }
      : { end: 'failed', problem: new Problem('device.revoked') };
  } catch (error) {
    if (error instanceof Problem) return { end: 'failed', problem: error };
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      return { end: 'failed', problem: new Problem('storage.full', { message: phoneFull }) };
    throw error;
  }
}

async function takeAll(given: Exchanging): Promise<{ wipe: 'device' | 'account' | null; restored: boolean }> {
  const { server, store } = given;
  const { epoch, book, cursors } = store.meta;
  const awaited = await store.awaited();
  const lastWritten = await store.lastWritten();
  // Also when nobody announced it: the server has forgotten what it had confirmed (law 13).
  const isRestored = (hello: HelloLine) =>
    (epoch !== null && hello.epoch !== epoch) || hello.lastSeq < lastWritten;
  const told = { wipe: null as 'device' | 'account' | null, restored: false, ended: false };
  await server.pull(
    store.meta.token,
    { epoch, book: book?.hash ?? null, scopes: { ...cursors } },
    async (line) => {
      if (line.line === 'wipe') told.wipe = line.reason;
      else if (line.line === 'end') told.ended = true;
      else if (line.line === 'hello' && isRestored(line)) {
        told.restored = true;
        await store.sendAgain();
        given.register.setOperations(await store.unconfirmed());
      }
      await takeLine(given, line);
      given.changed();
    },
  );
  // An answer that stopped without a word is a cut one.
  if (!told.ended && told.wipe === null) throw new Problem('service.unavailable');
  if (told.ended) {
    await store.confirm(awaited);
    given.register.setOperations(await store.unconfirmed());
    given.changed();
  }
  return told;
}

async function takeLine({ store, register }: Exchanging, line: PullLine): Promise<void> {
  switch (line.line) {
    case 'hello':
      return store.noteServer(line.now, line.epoch);
    case 'book':
      await store.keepBook(line.hash, line.book);
      return register.setBook(line.book, register.today);
    case 'figures':
      return store.keepFigures(line.scope, line.figures);
    case 'revoked':
      register.setList(line.scope, null);
      return register.take([], await store.forgetScope(line.scope));
    case 'list': {
      const list = fromColumns(line.homes, listedShape);
      const gone = await store.keepList(line.scope, line.cursor, list);
      register.setList(line.scope, list.length === 0 ? null : list);
      return register.take([], gone);
    }
    case 'homes': {
      const homes = fromColumns(line.homes, homeShape);
      const isWhole = readCursor(line.cursor)?.filled === null;
      await store.keepHomes(line.scope, line.cursor, homes, line.gone, isWhole);
      const gone = line.gone.filter((id) => register.serverHome(id)?.hamletId === line.scope);
      register.take(homes, gone);
      if (isWhole) register.setList(line.scope, null);
      return undefined;
    }
    default:
      return undefined;
  }
}
