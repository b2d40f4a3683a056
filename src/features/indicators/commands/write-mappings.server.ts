import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { withGiven, sameRow, type Clash, type Mapping, type ReportingSystem } from '../model/mapping.ts';
import { listIndicators } from '../queries/indicators.server.ts';
import { getSystem, listMappings } from '../queries/mappings.server.ts';

/** Held until commit: of two who keep one mapping at once, the second sees what the first did. */
export async function holdSystem(ctx: ReadContext, id: Id): Promise<ReportingSystem> {
  await getSystem(ctx, id);
  await ctx.tx
    .selectFrom('reporting_systems')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getSystem(ctx, id);
}

/** What was written of the given rows: those that were not there, those that say another thing now, those that say the same. */
export interface Written {
  added: Mapping[];
  changed: { before: Mapping; after: Mapping }[];
  same: number;
}

/**
 * Writes rows of a system's mapping. With a clash nothing is written, and the clashes come back. The caller has asked, and holds
 * the system.
 */
export async function writeMappings(
  ctx: WriteContext,
  systemId: Id,
  given: readonly Mapping[],
): Promise<{ written: Written; clashes: Clash[] }> {
  const standing = await listMappings(ctx, systemId);
  const known = new Set((await listIndicators(ctx)).map(({ code }) => code));
  const { rows, clashes } = withGiven(standing, given, known);
  const written: Written = { added: [], changed: [], same: 0 };
  if (clashes.length > 0) return { written, clashes };
  for (const after of rows) {
    const before = standing.find((row) => sameRow(row, after));
    if (before === undefined) {
      written.added.push(after);
      await ctx.tx
        .insertInto('indicator_mappings')
        .values({ commune_id: ctx.communeId, id: ctx.id(), system_id: systemId, ...columnsOf(ctx, after) })
        .execute();
    } else if (differs(before, after)) {
      written.changed.push({ before, after });
      await ctx.tx
        .updateTable('indicator_mappings')
        .set(columnsOf(ctx, after))
        .where('commune_id', '=', ctx.communeId)
        .where('system_id', '=', systemId)
        .where('indicator_code', '=', after.indicatorCode)
        .where('valid_from', '=', after.validFrom)
        .execute();
    } else if (given.some((row) => sameRow(row, after))) written.same += 1;
  }
  return { written, clashes };
}

const differs = (one: Mapping, other: Mapping) =>
  one.theirCode !== other.theirCode ||
  one.theirName !== other.theirName ||
  one.theirUnit !== other.theirUnit ||
  one.factor !== other.factor ||
  one.validTo !== other.validTo;

const columnsOf = (ctx: WriteContext, row: Mapping) => ({
  indicator_code: row.indicatorCode,
  their_code: row.theirCode,
  their_name: row.theirName,
  their_unit: row.theirUnit,
  factor: row.factor,
  valid_from: row.validFrom,
  valid_to: row.validTo,
  kept_by: ctx.actor.accountId,
  kept_at: ctx.now,
});
