import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { defaultClock, type Clock } from '../model.ts';

/** The days by severity that are in force on a day; the product's own until the office set some. */
export async function clockOn(ctx: ReadContext, day: Day): Promise<Clock> {
  const row = await ctx.tx
    .selectFrom('obstacle_clocks')
    .select(['severe_days', 'moderate_days', 'minor_days'])
    .where('commune_id', '=', ctx.communeId)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .orderBy('kept_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { severe: row.severe_days, moderate: row.moderate_days, minor: row.minor_days } : defaultClock;
}
