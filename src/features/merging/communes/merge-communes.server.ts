import { sql } from 'kysely';
import { callCommand } from '#platform/commands/command.server.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import { newId } from '#shared/ids.ts';
import { inviteAccount } from '#features/accounts/commands/invite.server.ts';
import { keepBaseline } from '#features/targets/baseline.server.ts';
import { refreshMarks } from '#features/targets/marks.server.ts';
import { carryOver } from './carry.server.ts';
import { checkAfter, lookBefore } from './checks.server.ts';
import type { CommuneMerger, MergerInHand } from './merger.ts';
import { enter } from './scope.server.ts';
import { contextOf, survey, type Survey } from './survey.server.ts';
import * as words from './words.ts';

/** What a merger of communes did, or would do. */
export interface CommuneMergerResult extends Omit<Survey, 'names'> {
  /** Rows that were written in the commune that goes on, by table; null: it was refused, or people must choose first. */
  rows: ReadonlyMap<string, number> | null;
  /** How the archive is read: who signs in, with which code; null: nothing was written. */
  archive: { login: string; code: string } | null;
}

/**
 * Merges a commune of the installation into another one from a day on (R104; decision 0021), whole or not at all: what lives on is
 * copied under the other commune's code with its ids; the one that ends keeps all it had and is closed, to be read by one account of
 * its own. Figures of the days before stay, in both, letter by letter; from the day the other counts both. For the owner on
 * the console, with the product stopped.
 *
 * `write` false does everything, checks included, and takes it back. Throws `input.invalid` for communes that are not both here, and
 * `state.conflict` for a check that fails; then nothing is written.
 */
export async function mergeCommunes(
  database: Database,
  merger: CommuneMerger,
  { now, write }: { now: Date; write: boolean },
): Promise<CommuneMergerResult> {
  let result: CommuneMergerResult | null = null;
  try {
    return await database.transaction({ commune: merger.into }, async (tx) => {
      result = await mergeIn(tx, merger, now);
      if (!write) throw new TakenBack();
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack && result !== null)
      return { ...(result as CommuneMergerResult), archive: null };
    throw error;
  }
}

/** Ends the transaction of a rehearsal. */
class TakenBack extends Error {}

async function mergeIn(tx: Tx, merger: CommuneMerger, now: Date): Promise<CommuneMergerResult> {
  const { names, ...told } = await survey(tx, merger, now);
  if (told.refusals.length > 0 || told.undecided.length > 0) return { ...told, rows: null, archive: null };
  const inHand: MergerInHand = {
    ...merger,
    id: newId(now),
    now,
    wholeId: newId(now),
    wholeName: words.wholeName(told.from),
    names,
  };
  const before = await lookBefore(tx, inHand);
  await enter(tx, merger.into);
  await noteMerger(tx, inHand, before.rowsOfOld);
  const rows = await carryOver(tx, inHand);
  await countAnew(tx, inHand);
  await checkAfter(tx, inHand, before, told);
  const archive = await closeOld(tx, inHand, told.from);
  await enter(tx, merger.into);
  await contextOf(tx, merger.into, now).emit({
    name: 'commune.merged_in',
    hamletId: null,
    subject: 'commune_merger',
    subjectId: inHand.id,
    data: { from: merger.from, name: told.from, validFrom: merger.on, decision: merger.paper },
  });
  return { ...told, rows, archive };
}

const noteMerger = (tx: Tx, { id, from, into, on, paper, now }: MergerInHand, counts: Map<string, number>) =>
  tx
    .insertInto('commune_mergers')
    .values({
      commune_id: into,
      id,
      from_commune: from,
      valid_from: on,
      paper,
      counts: JSON.stringify(Object.fromEntries(counts)),
      done_at: now,
    })
    .execute();

/** Marks and counters of the commune that goes on are of all its people; its pace is taken from all of them too. */
async function countAnew(tx: Tx, { into, now }: MergerInHand): Promise<void> {
  const ctx = contextOf(tx, into, now);
  await refreshMarks(ctx, 'all');
  await keepBaseline(ctx);
}

/** Closes the commune that ended, and lets one account in to read it. */
async function closeOld(
  tx: Tx,
  { from, into, on, paper, now, id }: MergerInHand,
  title: string,
): Promise<{ login: string; code: string }> {
  await enter(tx, from);
  await sql`update installed_communes set closed_on = ${on}, merged_into = ${into} where commune_id = ${from}`.execute(
    tx,
  );
  const ctx = contextOf(tx, from, now);
  const asAdministrator = {
    ...ctx,
    actor: { ...ctx.actor, grants: [{ role: 'commune_admin', hamletId: null }] },
  };
  const { login, code } = await callCommand(asAdministrator, inviteAccount, {
    login: `luutru.${from}`,
    fullName: words.archiveName(title),
    memberId: null,
    roles: [
      { role: 'culture_social_officer', hamletId: null },
      { role: 'auditor', hamletId: null },
    ],
  });
  await ctx.emit({
    name: 'commune.merged_away',
    hamletId: null,
    subject: 'commune_merger',
    subjectId: id,
    data: { into, validFrom: on, decision: paper },
  });
  return { login, code };
}

/** What is said of a merger at the console, line by line. */
export function sayResult(merger: CommuneMerger, result: CommuneMergerResult, write: boolean): string[] {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map((one) => `  ${one}`)];
  const rows = [...(result.rows ?? [])]
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    words.heading(
      { title: result.from, code: merger.from },
      { title: result.into, code: merger.into },
      merger.on,
    ),
    ...part(words.parts.refusals, result.refusals),
    ...part(words.parts.undecided, result.undecided),
    ...part(words.parts.toFinish, result.toFinish),
    ...part(words.parts.decided, result.decided),
    ...part(
      words.parts.rows,
      rows.map(([table, count]) => words.rowsLine(table, count)),
    ),
    ...(result.rows === null ? [] : ['', words.checked]),
    ...(result.rows === null || write ? [] : [words.dryDone]),
    ...(result.archive === null ? [] : [words.done(result.from, result.archive.login, result.archive.code)]),
  ];
}
