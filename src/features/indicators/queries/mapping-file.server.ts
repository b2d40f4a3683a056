import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { dataFile, type ExportedFile } from '#features/reports/export/report-files.server.ts';
import { mappingTable } from '../export/mapping-table.ts';
import { file } from '../mapping-words.ts';
import { listIndicators } from './indicators.server.ts';
import { getSystem, listMappings } from './mappings.server.ts';

/** A system's mapping as a file; codes alone, no figure is in it. Throws `not_found` for who has nothing to do with indicators. */
export async function mappingFile(
  ctx: ReadContext,
  systemId: Id,
  format: 'xlsx' | 'csv',
): Promise<ExportedFile> {
  const system = await getSystem(ctx, systemId);
  const mappings = await listMappings(ctx, systemId);
  const indicators = await listIndicators(ctx);
  return dataFile(
    {
      name: file.name(system.name),
      table: () => mappingTable(mappings, indicators, ctx.today),
      json: () => mappings,
    },
    format,
  );
}
