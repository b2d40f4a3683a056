import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { toColumns } from '#shared/columns.ts';
import { isId, type Id } from '#shared/ids.ts';
import { phoneBook, phoneFigures } from './book.server.ts';
import type { KnownDevice } from './devices.server.ts';
import { epochOf } from './epoch.server.ts';
import { heldSince, phoneHomes } from './homes.server.ts';
import { homeShape, type PhoneHome } from './model/home.ts';
import { listed, listedShape } from './model/listed-home.ts';
import type { PullLine, PullQuery } from './model/lines.ts';
import {
  comesAfter,
  nothingFilled,
  readCursor,
  writeCursor,
  type Cursor,
  type FillKey,
} from './model/cursor.ts';
import { hamletsOnPhone, viewOf } from './policy.ts';
import { scopeOf } from './scopes.server.ts';

/** Households (hộ) in one line: small enough that a cut connection costs little, large enough to pack well. */
const homesPerLine = 60;

/**
 * What a phone has not yet, line by line (law 4): its book, then of each of its hamlets the changes since its cursor; of a
 * hamlet that is new to it the list at once and then the households, those that come first at the front (law 10). Hamlets
 * that are no longer its own are revoked (law 5). Only hamlets of the actor's roles, only what their roles may know (P8).
 */
export async function pullLines(
  ctx: ReadContext,
  device: Pick<KnownDevice, 'id' | 'standing'>,
  query: PullQuery,
): Promise<PullLine[]> {
  const epoch = await epochOf(ctx);
  const { last_seq: lastSeq } = await ctx.tx
    .selectFrom('devices')
    .select('last_seq')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', device.id)
    .executeTakeFirstOrThrow();
  const lines: PullLine[] = [{ line: 'hello', now: ctx.now.toISOString(), epoch, lastSeq }];
  if (device.standing !== 'good') {
    lines.push({ line: 'wipe', reason: device.standing === 'device_revoked' ? 'device' : 'account' });
    return lines;
  }
  const { book, hash } = await phoneBook(ctx);
  if (query.book !== hash) lines.push({ line: 'book', hash, book });
  const mine = hamletsOnPhone(ctx.actor);
  for (const scope of Object.keys(query.scopes))
    if (isId(scope) && !mine.includes(scope)) lines.push({ line: 'revoked', scope });
  for (const scope of mine) {
    lines.push(
      ...(await scopeLines(ctx, scope, epoch, query.epoch === epoch ? query.scopes[scope] : undefined)),
    );
    const figures = await phoneFigures(ctx, scope, book.targets);
    if (figures) lines.push({ line: 'figures', scope, figures });
  }
  lines.push({ line: 'end' });
  return lines;
}

async function scopeLines(
  ctx: ReadContext,
  scope: Id,
  epoch: Id,
  told: string | undefined,
): Promise<PullLine[]> {
  // Read before the rows: what changes while they are read is told again next time.
  const { revision, prunedTo } = await scopeOf(ctx, scope);
  const view = viewOf(ctx.actor, scope);
  const cursor = told === undefined ? null : readCursor(told);
  const isUsable =
    cursor !== null &&
    cursor.epoch === epoch &&
    cursor.view === view &&
    cursor.revision >= prunedTo &&
    cursor.revision <= revision;
  if (!isUsable) return wholeLines(ctx, scope, { epoch, view, revision, filled: nothingFilled }, true);
  if (cursor.filled !== null) return wholeLines(ctx, scope, { ...cursor, filled: cursor.filled }, false);
  return changeLines(ctx, scope, cursor, revision);
}

/** All of a hamlet, from the first household that the phone has not: a list that was begun is gone on with. */
async function wholeLines(
  ctx: ReadContext,
  scope: Id,
  cursor: Cursor & { filled: FillKey },
  isNew: boolean,
): Promise<PullLine[]> {
  const ids = await ctx.tx
    .selectFrom('sync_homes')
    .select('household_id')
    .where('commune_id', '=', ctx.communeId)
    .where('hamlet_id', '=', scope)
    .where('gone', '=', false)
    .orderBy('household_id')
    .execute();
  const homes = await homesIn(
    ctx,
    scope,
    ids.map((row) => row.household_id),
    await heldSince(ctx),
  );
  const rows = homes
    .map((home) => {
      const row = listed(home, ctx.today);
      return { home, row, key: { reasons: row.reasons.length, id: home.id } };
    })
    .sort((left, right) => (comesAfter(left.key, right.key) ? 1 : -1));
  const lines: PullLine[] = [];
  const at = (filled: FillKey | null) => writeCursor({ ...cursor, filled });
  if (isNew)
    lines.push({
      line: 'list',
      scope,
      cursor: at(rows.length === 0 ? null : nothingFilled),
      homes: toColumns(
        rows.map(({ row }) => row),
        listedShape,
      ),
    });
  const left = rows.filter(({ key }) => comesAfter(key, cursor.filled));
  for (let start = 0; start < left.length; start += homesPerLine) {
    const part = left.slice(start, start + homesPerLine);
    const isLast = start + homesPerLine >= left.length;
    lines.push({
      line: 'homes',
      scope,
      cursor: at(isLast ? null : (part.at(-1)?.key ?? null)),
      homes: toColumns(
        part.map(({ home }) => home),
        homeShape,
      ),
      gone: [],
    });
  }
  // Nothing was left to fill, though the phone had not heard so.
  if (!isNew && left.length === 0)
    lines.push({ line: 'homes', scope, cursor: at(null), homes: toColumns([], homeShape), gone: [] });
  return lines;
}

/**
 * The households as they are, without one that has left the hamlet while this answer was being made: it is another hamlet's
 * now, and told as gone next time.
 */
async function homesIn(ctx: ReadContext, scope: Id, ids: readonly Id[], since: Day): Promise<PhoneHome[]> {
  const homes = await phoneHomes(ctx, ids, since);
  return [...homes.values()].filter((home) => home.hamletId === scope);
}

async function changeLines(
  ctx: ReadContext,
  scope: Id,
  cursor: Cursor,
  revision: number,
): Promise<PullLine[]> {
  if (cursor.revision === revision) return [];
  const { rows } = await sql<{ id: Id; revision: number; gone: boolean }>`
    select household_id as id, revision, gone from sync_homes
     where commune_id = ${ctx.communeId} and hamlet_id = ${scope}
       and revision > ${cursor.revision} and revision <= ${revision}
     order by revision, household_id`.execute(ctx.tx);
  const since = await heldSince(ctx);
  const lines: PullLine[] = [];
  for (const part of byRevision(rows)) {
    const living = part.filter((row) => !row.gone).map((row) => row.id);
    const homes = await homesIn(ctx, scope, living, since);
    lines.push({
      line: 'homes',
      scope,
      cursor: writeCursor({ ...cursor, revision: part.at(-1)?.revision ?? revision, filled: null }),
      homes: toColumns(homes, homeShape),
      gone: part.filter((row) => row.gone).map((row) => row.id),
    });
  }
  const last = lines.at(-1);
  const end = writeCursor({ ...cursor, revision, filled: null });
  if (last?.line === 'homes') last.cursor = end;
  else lines.push({ line: 'homes', scope, cursor: end, homes: toColumns([], homeShape), gone: [] });
  return lines;
}

/** Parts of at least so many households that end where a revision ends: a cursor stands between revisions only. */
function byRevision<Row extends { revision: number }>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (const row of rows) {
    const part = parts.at(-1);
    if (part && (part.length < homesPerLine || part.at(-1)?.revision === row.revision)) part.push(row);
    else parts.push([row]);
  }
  return parts;
}
