import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { Problem } from '#shared/problem.ts';
import { chooseOne } from '#shared/words.ts';
import { dataFile, dataFormats, type ExportedFile } from '#features/reports/export/report-files.server.ts';
import { period } from '#features/reports/model/inputs.ts';
import { dataValueSet, mappedJson, mappedTable } from '../export/mapping-table.ts';
import { indicatorValues } from '../model/evidence.ts';
import { mappedValues, unmappedCodes } from '../model/mapped-values.ts';
import { canReadEvidence } from '../policy.ts';
import { evidenceOf } from '../queries/evidence.server.ts';
import { listIndicators } from '../queries/indicators.server.ts';
import { getSystem, listMappings } from '../queries/mappings.server.ts';
import { values as words } from '../mapping-words.ts';
import { tellExport } from './tell-export.server.ts';

const formats = [...dataFormats, 'dhis2'] as const;

/**
 * The figures of a period in the codes of another system, by the right and into the log of the report that they are taken from, as
 * the indicators' own export. Every indicator is in the file, or named in it as not sent. The DHIS2 file has no room for that:
 * `state.conflict` names the undecided ones instead.
 */
export const exportMapped = defineCommand({
  name: 'indicator.export_mapped',
  input: z.object({ period, systemId: id, format: z._default(z.enum(formats, chooseOne), 'xlsx') }),
  load: async (ctx, input) => ({
    evidence: await evidenceOf(ctx, input.period),
    system: await getSystem(ctx, input.systemId),
  }),
  allow: (actor, { evidence }) => canReadEvidence(actor, evidence.kind),
  run: async (ctx, { format }, { evidence, system }): Promise<ExportedFile> => {
    const values = mappedValues(
      indicatorValues(await listIndicators(ctx), evidence),
      await listMappings(ctx, system.id),
      evidence.span.to,
    );
    const undecided = unmappedCodes(values);
    if (format === 'dhis2' && system.shape !== 'dhis2')
      throw new Problem('state.conflict', { message: words.onlyDhis2 });
    if (format === 'dhis2' && undecided.length > 0)
      throw new Problem('state.conflict', { message: words.undecided(undecided) });
    const isDhis2 = format === 'dhis2';
    const exported = await dataFile(
      {
        name: `${words.name(evidence.span.key, system.name, evidence.commune.title)}${isDhis2 ? ' - DHIS2' : ''}`,
        table: () => mappedTable(values, evidence),
        json: () => (isDhis2 ? dataValueSet(values, evidence, system) : mappedJson(values, evidence, system)),
      },
      isDhis2 ? 'json' : format,
    );
    await tellExport(ctx, evidence, {
      format,
      what: 'mapped_indicators',
      system: system.name,
      unmapped: undecided,
    });
    return exported;
  },
});
