import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { KnownFigure } from '#platform/feature.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Answers } from '../model/sample.ts';
import { movedBy, type PeriodKey } from '../model/span.ts';
import { boardCells } from './board-cells.server.ts';
import { reportCalendar } from './report-calendar.server.ts';

const months = 3;

/**
 * What this room knows of a hamlet, for who inspects it: of the last three monthly reports whose day is over, how many were sent in
 * time; of this year's visits that were asked about again, how many were as written down (R97). Asks no right.
 */
export async function knownOfHamlet(ctx: ReadContext, hamletId: Id): Promise<KnownFigure[]> {
  return [await onTime(ctx, hamletId), await agreement(ctx, hamletId)];
}

async function onTime(ctx: ReadContext, hamletId: Id): Promise<KnownFigure> {
  const calendar = await reportCalendar(ctx);
  const periods: PeriodKey[] = [];
  // The report that is asked for now may still be in time.
  for (let key = calendar.toReport('month'), tries = 0; tries <= months; key = movedBy(key, -1), tries += 1)
    if (periods.length < months && calendar.isOwed(key) && calendar.dueOn(key, hamletId) < ctx.today)
      periods.push(key);
  const cells = (await boardCells(ctx, calendar, [hamletId], periods)).get(hamletId) ?? [];
  return {
    code: 'reports_on_time',
    part: cells.filter((cell) => cell.daysLate === 0).length,
    of: cells.length,
  };
}

async function agreement(ctx: ReadContext, hamletId: Id): Promise<KnownFigure> {
  const { rows } = await sql<Answers>`
    select (count(*) filter (where a.result = 'confirmed'))::int as confirmed,
           (count(*) filter (where a.result = 'differs'))::int as differs
      from (
        select distinct on (s.visit_id) s.visit_id, s.result from report_samples as s
         where s.commune_id = ${ctx.communeId} and s.result is not null
         order by s.visit_id, s.checked_at desc, s.id
      ) as a
      join visits as v on v.commune_id = ${ctx.communeId} and v.id = a.visit_id
     where v.hamlet_id = ${hamletId} and v.visited_on >= ${`${ctx.today.slice(0, 4)}-01-01`}`.execute(ctx.tx);
  const { confirmed = 0, differs = 0 } = rows[0] ?? {};
  return { code: 'agreement', part: confirmed, of: confirmed + differs };
}
