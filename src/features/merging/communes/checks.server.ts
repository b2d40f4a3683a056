import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { addDays, addMonths, monthOf, startOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import { reportFigures } from '#features/reports/queries/report-figures.server.ts';
import { templateVersions } from '#features/reports/queries/templates.server.ts';
import { recount } from '#features/targets/recount.server.ts';
import { countAsOf } from '#features/targets/queries/figures-as-of.server.ts';
import { countedAnew, fates } from './fates.ts';
import { communeTables } from './table-order.server.ts';
import type { MergerInHand } from './merger.ts';
import { enter } from './scope.server.ts';
import { contextOf } from './survey.server.ts';
import * as words from './words.ts';

/** How many rows each table has of the commune in whose scope one is. */
export async function countRows(tx: Tx, commune: string): Promise<Map<string, number>> {
  const counts = (await communeTables(tx)).map(
    (name) =>
      sql`select ${name}::text as name, count(*)::int as rows from ${sql.table(name)} where commune_id = ${commune}`,
  );
  const { rows } = await sql<{ name: string; rows: number }>`${sql.join(counts, sql` union all `)}`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.name, row.rows]));
}

/** What has to be the same when a merger is done. */
export interface Before {
  rowsOfOld: Map<string, number>;
  rowsOfNew: Map<string, number>;
  pastOfOld: string;
  pastOfNew: string;
  /** Rows that are written besides those of the old, by table. */
  more: Map<string, number>;
  homes: HomesOfHamlet[];
  accounts: AccountAtTheDoor[];
}

interface HomesOfHamlet {
  id: Id;
  homes: number;
  people: number;
}

/** What signing in asks of an account. */
interface AccountAtTheDoor {
  id: Id;
  login: string;
  password_hash: string | null;
  disabled_at: Date | null;
  tokens: string[];
}

export async function lookBefore(tx: Tx, merger: MergerInHand): Promise<Before> {
  const { from, into, on, now } = merger;
  await enter(tx, into);
  const rowsOfNew = await countRows(tx, into);
  const pastOfNew = await pastFigures(contextOf(tx, into, now), on);
  await enter(tx, from);
  return {
    rowsOfNew,
    pastOfNew,
    rowsOfOld: await countRows(tx, from),
    pastOfOld: await pastFigures(contextOf(tx, from, now), on),
    more: await rowsBesides(tx, merger),
    homes: await homesOf(tx, from),
    accounts: await accountsOf(tx, from),
  };
}

/** A place for what concerns the whole commune, its movements' hamlets by name, and names that hamlets get from the day. */
async function rowsBesides(tx: Tx, { from, on, names }: MergerInHand): Promise<Map<string, number>> {
  const { rows } = await sql<{ movements: number; named: number }>`
    select (select count(*)::int from emulation_movements as m cross join hamlets as h
             where m.commune_id = ${from} and h.commune_id = ${from}
               and not exists (select 1 from emulation_hamlets as p where p.commune_id = ${from} and p.movement_id = m.id)) as movements,
           (select count(distinct n.hamlet_id)::int from hamlet_names as n
             where n.commune_id = ${from} and n.hamlet_id = any(${[...names.keys()]}::uuid[])
               and not exists (select 1 from hamlet_names as d
                 where d.commune_id = ${from} and d.hamlet_id = n.hamlet_id and d.valid_from = ${on})) as named`.execute(
    tx,
  );
  return new Map([
    ['hamlets', 1],
    ['emulation_hamlets', rows[0]?.movements ?? 0],
    ['hamlet_names', rows[0]?.named ?? 0],
  ]);
}

/**
 * The figures of a commune before a day, as its reports read them: of the last month that had ended, and of its targets on the day
 * before; as it was known when they ended, and as it is known now. One text, to be compared letter by letter.
 */
export async function pastFigures(ctx: ReadContext, on: Day): Promise<string> {
  const said: unknown[] = [];
  const eve = addDays(on, -1);
  for (const cutoffAt of [startOf(on), ctx.now])
    said.push(await countAsOf(ctx, { hamletId: null, day: eve, cutoffAt }));
  const [form] = await templateVersions(ctx, 'hamlet');
  if (form) {
    const calendar = await reportCalendar(ctx);
    const last = calendar.spanOf(addMonths(monthOf(on), -1));
    const span = last.to < on ? last : calendar.spanOf(addMonths(monthOf(on), -2));
    for (const cutoffAt of [startOf(addDays(span.to, 1)), ctx.now])
      said.push(await reportFigures(ctx, form.definition, { hamletId: null, span, cutoffAt }));
  }
  return JSON.stringify(said);
}

/** Hộ and người of the register by hamlet, doubles and those who left included. */
async function homesOf(tx: Tx, commune: string): Promise<HomesOfHamlet[]> {
  const { rows } = await sql<HomesOfHamlet>`
    select h.id, count(distinct x.id)::int as homes, count(r.id)::int as people from hamlets as h
      left join households as x on x.commune_id = ${commune} and x.hamlet_id = h.id
      left join residents as r on r.commune_id = ${commune} and r.household_id = x.id
     where h.commune_id = ${commune} group by h.id order by h.id`.execute(tx);
  return rows;
}

async function accountsOf(tx: Tx, commune: string): Promise<AccountAtTheDoor[]> {
  const { rows } = await sql<AccountAtTheDoor>`
    select a.id, a.login, a.password_hash, a.disabled_at,
           (select coalesce(array_agg(d.token_hash order by d.id), '{}') from devices as d
             where d.commune_id = ${commune} and d.account_id = a.id) as tokens
      from accounts as a where a.commune_id = ${commune} order by a.id`.execute(tx);
  return rows;
}

/**
 * Compares with what was before; throws `state.conflict` that says what differs, so that nothing of the merger is left. Ends in the
 * scope of the commune that goes on.
 */
export async function checkAfter(
  tx: Tx,
  merger: MergerInHand,
  before: Before,
  titles: { from: string; into: string },
): Promise<void> {
  const { from, into, on, now } = merger;
  await enter(tx, from);
  for (const [table, rows] of await countRows(tx, from)) {
    const was = before.rowsOfOld.get(table) ?? 0;
    if (rows !== was) refuse(words.failed.rowsOfOld(table, was, rows));
  }
  if ((await pastFigures(contextOf(tx, from, now), on)) !== before.pastOfOld)
    refuse(words.failed.past(titles.from));
  await enter(tx, into);
  await compareRows(tx, into, before);
  await compareHomes(tx, into, before);
  await compareAccounts(tx, into, before);
  if ((await pastFigures(contextOf(tx, into, now), on)) !== before.pastOfNew)
    refuse(words.failed.past(titles.into));
  const { differences } = await recount(contextOf(tx, into, now));
  if (differences.length > 0) refuse(words.failed.recount(differences.length));
}

function refuse(message: string): never {
  throw new Problem('state.conflict', { message });
}

/** Tables whose rows all go over have grown by what the other commune has, and what stays has not grown. */
async function compareRows(tx: Tx, into: string, before: Before): Promise<void> {
  for (const [table, rows] of await countRows(tx, into)) {
    const fate = fates.get(table);
    if (fate === 'decided' || countedAnew.has(table)) continue;
    const carried =
      fate === 'carried' ? (before.rowsOfOld.get(table) ?? 0) + (before.more.get(table) ?? 0) : 0;
    const added = rows - (before.rowsOfNew.get(table) ?? 0);
    if (added !== carried) refuse(words.failed.rowsOfNew(table, carried, added));
  }
}

/** Each hamlet has the hộ and người in the one commune that it had in the other. */
async function compareHomes(tx: Tx, into: string, before: Before): Promise<void> {
  const now = new Map((await homesOf(tx, into)).map((one) => [one.id, one]));
  const names = await tx
    .selectFrom('hamlets')
    .select(['id', 'name'])
    .where('commune_id', '=', into)
    .execute();
  for (const was of before.homes) {
    const is = now.get(was.id);
    if (is?.homes !== was.homes || is.people !== was.people)
      refuse(words.failed.hamlet(names.find((one) => one.id === was.id)?.name ?? was.id));
  }
}

/** Everybody signs in with the name and password of before, and every phone has the token that it had. */
async function compareAccounts(tx: Tx, into: string, before: Before): Promise<void> {
  const now = new Map((await accountsOf(tx, into)).map((one) => [one.id, JSON.stringify(one)]));
  const lost = before.accounts.filter((one) => now.get(one.id) !== JSON.stringify(one));
  if (lost.length > 0) refuse(words.failed.accounts(lost.length));
}
