import type { WriteContext } from '#platform/commands/command.server.ts';
import { firstDayOf } from '#shared/calendar.ts';
import { defaultIndicators } from '../default-indicators.ts';
import { insertIndicator } from './insert-indicator.server.ts';

/**
 * Gives a commune that never had an indicator its first ones, from the first day of the year. For the set-up, and for the day's
 * work where the product was there before them; not a command, since nobody may call it.
 */
export async function seedDefaultIndicators(ctx: WriteContext): Promise<void> {
  const there = await ctx.tx
    .selectFrom('indicators')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .limit(1)
    .executeTakeFirst();
  if (there) return;
  const validFrom = firstDayOf(`${ctx.today.slice(0, 4)}-01`);
  for (const indicator of defaultIndicators) {
    const id = await insertIndicator(ctx, { ...indicator, validFrom });
    await ctx.emit({
      name: 'indicator.added',
      hamletId: null,
      subject: 'indicator',
      subjectId: id,
      data: { code: indicator.code, after: indicator },
    });
  }
}
