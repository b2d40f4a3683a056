import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { Mapping, ReportingSystem } from '../model/mapping.ts';
import { canOpenIndicators } from '../policy.ts';

/** The systems that take our figures, by name. Throws `not_found` for who has nothing to do with indicators. */
export async function listSystems(ctx: ReadContext): Promise<ReportingSystem[]> {
  if (!canOpenIndicators(ctx.actor)) throw notFound();
  return (await systems(ctx).orderBy('name').execute()).map(toSystem);
}

/** One of them; else `not_found`. */
export async function getSystem(ctx: ReadContext, id: Id): Promise<ReportingSystem> {
  const row = await systems(ctx).where('id', '=', id).executeTakeFirst();
  return visible(row && toSystem(row), () => canOpenIndicators(ctx.actor));
}

/** All rows of a system's mapping, by our code, the oldest first; else `not_found`. */
export async function listMappings(ctx: ReadContext, systemId: Id): Promise<Mapping[]> {
  await getSystem(ctx, systemId);
  const rows = await ctx.tx
    .selectFrom('indicator_mappings')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('system_id', '=', systemId)
    .orderBy('indicator_code')
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    indicatorCode: row.indicator_code,
    theirCode: row.their_code,
    theirName: row.their_name,
    theirUnit: row.their_unit,
    factor: row.factor,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

const systems = (ctx: ReadContext) =>
  ctx.tx.selectFrom('reporting_systems').selectAll().where('commune_id', '=', ctx.communeId);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof systems>['executeTakeFirst']>>>;

const toSystem = (row: Row): ReportingSystem => ({
  id: row.id,
  name: row.name,
  shape: row.shape,
  orgUnit: row.org_unit,
  dataSet: row.data_set,
});
