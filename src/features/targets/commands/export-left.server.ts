import * as z from 'zod/mini';
import { writeContext, type Origin, type WriteContext } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import type { Database } from '#platform/db/database.server.ts';
import type { ExportTable, ExportValue } from '#platform/sheet/write-sheet.server.ts';
import { line, optionalId } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { canExportRegister } from '#features/registry/policy.ts';
import { priorityNames } from '#features/registry/words.ts';
import * as words from '../left-words.ts';
import { canSeeNames } from '../policy.ts';
import { whoIsLeft, type LeftSubject } from '../queries/who-is-left.server.ts';

const ExportLeftInput = z.object({ target: line(20), hamletId: optionalId });

/**
 * Hands everybody who is left for a target to `write` as a table that streams out page by page, in the order of the work
 * list. It holds no restricted column. Writes 'target.left_exported' in the same transaction (issue line 10). Problems:
 * `not_found` for who may not see the names, `not_allowed` for who may not take them away.
 */
export async function exportLeft<Result>(
  database: Database,
  origin: Origin,
  rawInput: unknown,
  write: (table: ExportTable) => Promise<Result>,
): Promise<Result> {
  const { target, hamletId } = parseInput(ExportLeftInput, rawInput);
  return database.transaction({ commune: origin.actor.communeId }, async (tx) => {
    const ctx = writeContext(tx, origin);
    if (!canSeeNames(ctx.actor, hamletId)) throw new Problem('not_found');
    if (!canExportRegister(ctx.actor, hamletId)) throw new Problem('not_allowed');
    const first = await whoIsLeft(ctx, target, hamletId, null);
    await ctx.emit({
      name: 'target.left_exported',
      hamletId,
      subject: 'target',
      subjectId: ctx.id(),
      data: { householdIds: [], target, hamletId },
    });
    return write({
      sheetName: words.sheetName,
      columns: words.exportColumns.map(({ header, width, kind }) => ({ header, width, kind })),
      rows: rowsOf(ctx, target, hamletId, first),
    });
  });
}

async function* rowsOf(
  ctx: WriteContext,
  target: string,
  hamletId: string | null,
  first: Awaited<ReturnType<typeof whoIsLeft>>,
): AsyncGenerator<readonly ExportValue[]> {
  for (let page = first; ; page = await whoIsLeft(ctx, target, hamletId, page.next)) {
    for (const subject of page.subjects) yield rowOf(subject);
    if (page.next === null) return;
  }
}

const rowOf = (left: LeftSubject): readonly ExportValue[] => [
  left.hamletName,
  left.groupName,
  left.name,
  left.headName ?? left.name,
  left.address,
  left.isPriority
    ? left.reasons
        .filter((reason) => reason !== 'vulnerable')
        .map((reason) => priorityNames[reason])
        .join(', ') || words.priorityOnly
    : '',
  left.lastContactOn,
  left.missing.join('; '),
];
