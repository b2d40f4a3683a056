import * as z from 'zod/mini';
import { writeContext, type Origin, type WriteContext } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Database } from '#platform/db/database.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { found, Problem, type FieldProblems } from '#shared/problem.ts';
import { insertHamlet } from '#features/org/commands/hamlets.server.ts';
import type { ImportSummary } from '../../model/import.ts';
import { canImport } from '../../policy.ts';
import * as words from '../../import-words.ts';
import { HamletChoices, type HamletChoice } from './import-choices.ts';
import { lockImports, prepareImport } from './prepare-import.server.ts';
import { writePlans } from './write-plans.server.ts';

const CommitInput = z.object({ importId: id, hamlets: HamletChoices });

/** How a long writing tells others where it is; failures of telling are not the import's. */
type Tell = (written: number) => void;

/**
 * Writes a read list into the register: compared anew with the register as it is now, in one transaction, all or nothing. While it
 * runs, `imports.progress` tells others how far it is, by small transactions of their own. Problems: `not_allowed`, `not_found`,
 * `state.conflict` when it is not waiting, `input.invalid` with `hamlets.<name>` for hamlets that nobody has assigned.
 */
export async function commitImport(
  database: Database,
  origin: Origin,
  rawInput: unknown,
): Promise<ImportSummary> {
  const write = await startImport(database, origin, rawInput);
  return write();
}

/**
 * The same in two steps: when it answers, everybody sees that the list is being written, and what it gives does the writing. Whoever
 * leads a person on meanwhile would else lead them to a page that still asks. Problems as above, those of the rows in the second step.
 */
export async function startImport(
  database: Database,
  origin: Origin,
  rawInput: unknown,
): Promise<() => Promise<ImportSummary>> {
  const input = parseInput(CommitInput, rawInput);
  if (!canImport(origin.actor)) throw new Problem('not_allowed');
  const scope = { commune: origin.actor.communeId };
  const total = await database.transaction(scope, (tx) => begin(writeContext(tx, origin), input.importId));
  return () => writeList(database, origin, input, total);
}

async function writeList(
  database: Database,
  origin: Origin,
  input: z.infer<typeof CommitInput>,
  total: number,
): Promise<ImportSummary> {
  const scope = { commune: origin.actor.communeId };
  let telling: Promise<unknown> = Promise.resolve();
  const tell: Tell = (written) => {
    telling = telling
      .then(() =>
        database.transaction(scope, (tx) =>
          tx
            .updateTable('imports')
            .set({ progress: Math.min(written, total) })
            .where('commune_id', '=', scope.commune)
            .where('id', '=', input.importId)
            .execute(),
        ),
      )
      .catch(() => {});
  };
  try {
    return await database.transaction(scope, async (tx) => {
      const ctx = writeContext(tx, origin);
      await lockImports(ctx);
      const summary = await write(ctx, input.importId, input.hamlets, tell);
      await telling;
      await finish(ctx, input.importId, summary);
      return summary;
    });
  } catch (error) {
    await telling;
    const message = error instanceof Problem && error.hasMessage ? error.message : words.failed;
    const state = error instanceof Problem ? 'read' : 'failed';
    await database.transaction(scope, (tx) =>
      tx
        .updateTable('imports')
        .set({ state, progress: 0, result: JSON.stringify({ message }) })
        .where('commune_id', '=', scope.commune)
        .where('id', '=', input.importId)
        .execute(),
    );
    throw error;
  }
}

async function begin(ctx: WriteContext, importId: Id): Promise<number> {
  const row = found(
    await ctx.tx
      .selectFrom('imports')
      .select(['state', 'total'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', importId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (row.state !== 'read' && row.state !== 'failed')
    throw new Problem('state.conflict', { message: words.notWaiting });
  if (row.total === 0) throw new Problem('state.conflict', { message: words.nothingToImport });
  await ctx.tx
    .updateTable('imports')
    .set({ state: 'writing', progress: 0, result: null })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', importId)
    .execute();
  return row.total;
}

async function write(
  ctx: WriteContext,
  importId: Id,
  choices: readonly HamletChoice[],
  tell: Tell,
): Promise<ImportSummary> {
  const { list } = await ctx.tx
    .selectFrom('imports')
    .select('list')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  if (!list) throw new Problem('state.conflict', { message: words.notWaiting });
  const assigned: HamletChoice[] = [];
  for (const choice of choices) {
    if (!choice.create) assigned.push(choice);
    else {
      const hamletId = await insertHamlet(ctx, { ...choice.create, validFrom: ctx.today });
      assigned.push({ name: choice.name, hamletId });
    }
  }
  const { plans, summary } = await prepareImport(ctx, list, assigned);
  const unknown: FieldProblems = {};
  for (const hamlet of summary.hamlets)
    if (hamlet.hamletId === null) unknown[`hamlets.${hamlet.name}`] = words.hamletUnknown(hamlet.name);
  if (Object.keys(unknown).length > 0) {
    const message = Object.values(unknown)[0] ?? '';
    throw new Problem('input.invalid', { fields: unknown, message });
  }
  await writePlans(ctx, importId, list, plans, tell);
  return summary;
}

async function finish(ctx: WriteContext, importId: Id, summary: ImportSummary): Promise<void> {
  await ctx.tx
    .updateTable('imports')
    .set({
      state: 'done',
      progress: summary.households,
      total: summary.households,
      file: null,
      list: null,
      summary: JSON.stringify(summary),
      result: JSON.stringify({ actions: summary.actions }),
      finished_at: ctx.now,
    })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', importId)
    .execute();
  await ctx.emit({
    name: 'import.committed',
    hamletId: null,
    subject: 'import',
    subjectId: importId,
    data: { householdIds: [], actions: summary.actions, residents: summary.residents },
  });
}
