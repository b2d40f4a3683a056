import { basename } from 'node:path';
import type { Origin } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { Problem } from '#shared/problem.ts';
import { hamletKindOf } from '#features/org/model.ts';
import type { ImportSummary } from '../../model/import.ts';
import { nothingFound } from '../../transfer/words.ts';
import { commitImport } from './commit-import.server.ts';
import type { HamletChoice } from './import-choices.ts';
import { readImport } from './read-import.server.ts';

/**
 * The import of the command line: reads a file and writes it in one go, as the given officer. Hamlets that the commune does not have
 * are created only with `createHamlets`; else `input.invalid` names them. Problems as of `readImport` and `commitImport`.
 */
export async function importFile(
  database: Database,
  origin: Origin,
  path: string,
  options: { createHamlets?: boolean } = {},
): Promise<{ importId: string; summary: ImportSummary }> {
  const { importId, summary } = await readImport(database, origin, { source: path, name: basename(path) });
  if (summary.households === 0)
    throw new Problem('file.unreadable', { message: nothingFound(basename(path)) });
  const hamlets: HamletChoice[] = options.createHamlets
    ? summary.hamlets
        .filter((hamlet) => hamlet.hamletId === null && hamlet.name !== '')
        .map(({ name }) => ({ name, create: { name, kind: hamletKindOf(name) } }))
    : [];
  return { importId, summary: await commitImport(database, origin, { importId, hamlets }) };
}
