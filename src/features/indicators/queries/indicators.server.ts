import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { isFigureCode } from '#features/reports/model/figure-codes.ts';
import type { Indicator } from '../model/indicator.ts';
import { canOpenIndicators } from '../policy.ts';

/** Every code with every meaning that it had, by code, the newest first. Throws `not_found` for who has nothing to do with them. */
export async function listIndicators(ctx: ReadContext): Promise<Indicator[]> {
  if (!canOpenIndicators(ctx.actor)) throw notFound();
  return (await indicators(ctx).orderBy('code').orderBy('valid_from', 'desc').execute()).map(toIndicator);
}

/** One meaning of a code; else `not_found`. */
export async function getIndicator(ctx: ReadContext, id: Id): Promise<Indicator> {
  const row = await indicators(ctx).where('id', '=', id).executeTakeFirst();
  return visible(row && toIndicator(row), () => canOpenIndicators(ctx.actor));
}

const indicators = (ctx: ReadContext) =>
  ctx.tx.selectFrom('indicators').selectAll().where('commune_id', '=', ctx.communeId);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof indicators>['executeTakeFirst']>>>;

/** A figure that the product does not count any more measures nothing. */
const figureOf = (code: string | null) => (isFigureCode(code) ? code : null);

const toIndicator = (row: Row): Indicator => ({
  id: row.id,
  code: row.code,
  name: row.name,
  unit: row.unit,
  numerator: figureOf(row.numerator),
  counting: row.counting,
  denominator: figureOf(row.denominator),
  source: row.source,
  points: row.points,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});
