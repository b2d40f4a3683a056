import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';

export interface DayOff {
  day: Day;
  kind: 'off' | 'working';
  name: string;
}

/** Holidays and weekends that are worked in exchange, the newest first. Public. */
export async function listDaysOff(ctx: ReadContext): Promise<DayOff[]> {
  return ctx.tx
    .selectFrom('days_off')
    .select(['day', 'kind', 'name'])
    .where('commune_id', '=', ctx.communeId)
    .orderBy('day', 'desc')
    .execute();
}
