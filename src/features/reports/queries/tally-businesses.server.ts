import { sql, type RawBuilder } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { commitmentsSigned, stepsDone, technologiesApplied } from '#features/commerce/facts.server.ts';
import { inHamlet, threeCounts, type Ground, type SpanCounts, type Spans } from './tallies.server.ts';

/** Businesses (cơ sở, each once) that did a step, opened a shop, promised quality, applied technology: by `BusinessCount`. */
export async function tallyBusinesses(ctx: ReadContext, ground: Ground, spans: Spans): Promise<SpanCounts[]> {
  const of = (what: BusinessCount) =>
    sql`select ${what} as key, ${threeCounts(sql`distinct b.business_id`, sql`b.happened_on`, spans)}
      from ${businessesOf(ground, what)} as b`;
  const { rows } = await sql<SpanCounts>`
    ${of('guided')} union all ${of('shops')} union all ${of('committed')} union all ${of('technology')}`.execute(
    ctx.tx,
  );
  return rows;
}

export type BusinessCount = 'guided' | 'shops' | 'committed' | 'technology';

const factsOf = {
  guided: stepsDone,
  shops: stepsDone,
  committed: commitmentsSigned,
  technology: technologiesApplied,
} as const;

/** One row per step done, promise signed or technology applied: business_id, name, happened_on; of a hamlet its own. */
export function businessesOf({ asOf, family }: Ground, what: BusinessCount): RawBuilder<unknown> {
  const shops = what === 'shops' ? sql`and f.step = 'shop'` : sql``;
  return sql`(
    select f.business_id, f.name, f.happened_on from ${factsOf[what](asOf)} as f
     where true ${inHamlet(sql`f.hamlet_id`, family)} ${shops})`;
}
