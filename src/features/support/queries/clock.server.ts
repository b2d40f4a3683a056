import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { defaultSupportClock, type SupportClock } from '../model.ts';

/** The days by urgency that are in force on a day; the product's own until the office set some. */
export async function supportClockOn(ctx: ReadContext, day: Day): Promise<SupportClock> {
  const row = await ctx.tx
    .selectFrom('support_clocks')
    .select(['urgent_days', 'soon_days', 'ordinary_days'])
    .where('commune_id', '=', ctx.communeId)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .orderBy('kept_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row
    ? { urgent: row.urgent_days, soon: row.soon_days, ordinary: row.ordinary_days }
    : defaultSupportClock;
}
