import * as z from 'zod/mini';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import * as words from '../../import-words.ts';
import { canImport } from '../../policy.ts';
import { nobodyImports } from './prepare-import.server.ts';
import { loadImport } from './undo-import.server.ts';

/** Throws a read list away before anything was written: the file and what was read from it go, the line of the audit stays. */
export const dropImport = defineCommand({
  name: 'import.drop',
  input: z.object({ importId: id }),
  load: (ctx, input) => loadImport(ctx, input.importId),
  allow: (actor) => canImport(actor),
  async run(ctx, input, found) {
    if (found.state !== 'read' && found.state !== 'failed')
      throw new Problem('state.conflict', { message: words.notWaiting });
    await ctx.tx
      .updateTable('imports')
      .set({ state: 'dropped', file: null, list: null, finished_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', input.importId)
      .execute();
    await ctx.tx
      .deleteFrom('import_rows')
      .where('commune_id', '=', ctx.communeId)
      .where('import_id', '=', input.importId)
      .execute();
    await ctx.emit({
      name: 'import.dropped',
      hamletId: null,
      subject: 'import',
      subjectId: input.importId,
      data: { householdIds: [], fileName: found.file_name },
    });
  },
});

/**
 * After a start: an import that says 'writing' while nobody writes was cut off by the end of the server. Its transaction was rolled
 * back, so nothing is in the register; it is shown as interrupted and may be tried again.
 */
export async function markInterruptedImports(ctx: WriteContext): Promise<void> {
  if (!(await nobodyImports(ctx))) return;
  await ctx.tx
    .updateTable('imports')
    .set({ state: 'failed', progress: 0, result: JSON.stringify({ message: words.interrupted }) })
    .where('commune_id', '=', ctx.communeId)
    .where('state', '=', 'writing')
    .execute();
}
