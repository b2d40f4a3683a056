import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { chooseOne } from '#shared/words.ts';
import { dataFile, dataFormats, type ExportedFile } from '#features/reports/export/report-files.server.ts';
import { period } from '#features/reports/model/inputs.ts';
import { indicatorJson, indicatorTable } from '../export/indicator-table.ts';
import { indicatorValues } from '../model/evidence.ts';
import { canReadEvidence } from '../policy.ts';
import { evidenceOf } from '../queries/evidence.server.ts';
import { listIndicators } from '../queries/indicators.server.ts';
import * as words from '../words.ts';
import { tellExport } from './tell-export.server.ts';

/**
 * The indicators of a period with their values as a file, for whoever above asks for evidence (R4): with numerator, denominator,
 * unit, source and cut-off. By the right, and into the log, of the report that they are taken from.
 */
export const exportIndicators = defineCommand({
  name: 'indicator.export',
  input: z.object({ period, format: z._default(z.enum(dataFormats, chooseOne), 'xlsx') }),
  load: (ctx, input) => evidenceOf(ctx, input.period),
  allow: (actor, evidence) => canReadEvidence(actor, evidence.kind),
  run: async (ctx, { format }, evidence): Promise<ExportedFile> => {
    const values = indicatorValues(await listIndicators(ctx), evidence);
    const file = await dataFile(
      {
        name: words.fileName(evidence.span.key, evidence.commune.title),
        table: () => indicatorTable(values, evidence),
        json: () => indicatorJson(values, evidence),
      },
      format,
    );
    await tellExport(ctx, evidence, { format, what: 'indicators' });
    return file;
  },
});
