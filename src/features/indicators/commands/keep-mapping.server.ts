import { defineCommand } from '#platform/commands/command.server.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { mappingOf, MappingKept, MappingRemoved } from '../model/mapping.ts';
import { canKeepIndicators } from '../policy.ts';
import { listMappings } from '../queries/mappings.server.ts';
import { holdSystem, writeMappings } from './write-mappings.server.ts';

/**
 * Says what a system calls an indicator from a day on, or that it is not sent there. From the very day on which a row begins it is
 * a correction of it; from a later day the row before ends. Throws `input.invalid` for what cannot stand beside the others.
 */
export const keepMapping = defineCommand({
  name: 'indicator_mapping.keep',
  input: MappingKept,
  load: (ctx, { systemId }) => holdSystem(ctx, systemId),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, { systemId, ...given }) => {
    const mapping = mappingOf(given);
    const { written, clashes } = await writeMappings(ctx, systemId, [mapping]);
    if (clashes.length > 0)
      throw new Problem('input.invalid', {
        fields: Object.fromEntries(clashes.map(({ field, message }) => [field, message])),
      });
    await ctx.emit({
      name: 'indicator_mapping.kept',
      hamletId: null,
      subject: 'reporting_system',
      subjectId: systemId,
      data: { indicatorCode: mapping.indicatorCode, ...written },
    });
  },
});

/** Takes away a row that should never have been; what the event says of it stays. */
export const removeMapping = defineCommand({
  name: 'indicator_mapping.remove',
  input: MappingRemoved,
  load: (ctx, { systemId }) => holdSystem(ctx, systemId),
  allow: (actor) => canKeepIndicators(actor),
  run: async (ctx, { systemId, indicatorCode, validFrom }) => {
    const standing = await listMappings(ctx, systemId);
    const before = standing.find((row) => row.indicatorCode === indicatorCode && row.validFrom === validFrom);
    if (before === undefined) throw notFound();
    await ctx.tx
      .deleteFrom('indicator_mappings')
      .where('commune_id', '=', ctx.communeId)
      .where('system_id', '=', systemId)
      .where('indicator_code', '=', indicatorCode)
      .where('valid_from', '=', validFrom)
      .execute();
    await ctx.emit({
      name: 'indicator_mapping.removed',
      hamletId: null,
      subject: 'reporting_system',
      subjectId: systemId,
      data: { indicatorCode, before },
    });
  },
});
