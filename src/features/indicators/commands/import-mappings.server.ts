import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { mappingOf, MappingRow, type Mapping } from '../model/mapping.ts';
import { canKeepIndicators } from '../policy.ts';
import { file as words } from '../mapping-words.ts';
import { holdSystem, writeMappings } from './write-mappings.server.ts';

const mostRows = 2000;

/** Rows of a mapping file as they were read: the number that the sheet shows, and what its cells say. */
const Rows = z
  .array(z.object({ row: z.number(), values: z.record(z.string(), z.unknown()) }))
  .check(z.minLength(1, words.noRows), z.maxLength(mostRows, words.tooMany(mostRows)));

/**
 * Takes a mapping file: its rows are added or stand in place of those with the same indicator and first day; rows that are not in
 * it stay. With anything wrong in any row nothing is written, and every wrong row is named with its number (`rows.7`).
 */
export const importMappings = defineCommand({
  name: 'indicator_mapping.import',
  input: z.object({ systemId: id, rows: Rows }),
  load: (ctx, { systemId }) => holdSystem(ctx, systemId),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, { systemId, rows }) => {
    const told: { row: number; problem: string }[] = [];
    const read = new Map<Mapping, number>();
    for (const { row, values } of rows)
      for (const [field, problem] of problemsOf(() =>
        read.set(mappingOf(parseInput(MappingRow, values)), row),
      ))
        told.push({ row, problem: words.rowProblem(row, columnOf(field), problem) });
    if (told.length > 0) throw refused(told);
    const { written, clashes } = await writeMappings(ctx, systemId, [...read.keys()]);
    if (clashes.length > 0)
      throw refused(
        clashes.map(({ given, field, message }) => {
          const row = read.get(given) ?? 0;
          return { row, problem: words.rowProblem(row, columnOf(field), message) };
        }),
      );
    const { added, changed, same } = written;
    await ctx.emit({
      name: 'indicator_mapping.imported',
      hamletId: null,
      subject: 'reporting_system',
      subjectId: systemId,
      data: { added, changed, same },
    });
    return { added: added.length, changed: changed.length, same };
  },
});

function problemsOf(work: () => void): [string, string][] {
  try {
    work();
    return [];
  } catch (cause) {
    if (cause instanceof Problem && cause.code === 'input.invalid') return Object.entries(cause.fields);
    throw cause;
  }
}

const columnOf = (field: string) =>
  Object.entries(words.columns).find(([name]) => name === field)?.[1] ?? null;

/** In the order of the sheet. */
const refused = (told: readonly { row: number; problem: string }[]) =>
  new Problem('input.invalid', {
    message: words.refused,
    fields: Object.fromEntries(
      told
        .toSorted((one, other) => one.row - other.row)
        .map(({ row, problem }, index) => [`rows.${row}.${index}`, problem]),
    ),
  });
