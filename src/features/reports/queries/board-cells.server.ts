import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { daysLate } from '../model/due.ts';
import { isInForce, type ReportState } from '../model/report-state.ts';
import type { PeriodKey } from '../model/span.ts';
import type { ReportCalendar } from './report-calendar.server.ts';

/** Where a hamlet stands with a period. */
export interface BoardCell {
  hamletId: Id;
  period: PeriodKey;
  /** The last day for this hamlet, an extension included. */
  dueOn: Day;
  /** Why its due day was put off; null: it was not. */
  extension: string | null;
  /** The newest version; null: nobody opened one. */
  reportId: Id | null;
  state: ReportState | null;
  /** An earlier version is in force while a new one is written. */
  hasVersionInForce: boolean;
  /** Days late of the first sending; null while it was never sent. */
  daysLate: number | null;
  /** False: the hamlet was not asked for this report. */
  isAsked: boolean;
  /** Nothing was sent and the due day is over. */
  isMissing: boolean;
  /** Work written down after the sending may have changed the figures: worth a look. */
  mayDiffer: boolean;
}

/** How these hamlets stand with these periods, by hamlet and in the order of the periods. Asks no permission: who calls it has. */
export async function boardCells(
  ctx: ReadContext,
  calendar: ReportCalendar,
  hamletIds: readonly Id[],
  periods: readonly PeriodKey[],
): Promise<Map<Id, BoardCell[]>> {
  const rows = await rowsOf(ctx, periods);
  return new Map(
    hamletIds.map((hamletId) => [
      hamletId,
      periods.map((period) =>
        cellOf(rows.get(`${hamletId} ${period}`), {
          hamletId,
          period,
          dueOn: calendar.dueOn(period, hamletId),
          extension: calendar.extensionOf(period, hamletId)?.reason ?? null,
          isAsked: calendar.asks(period, hamletId),
          today: ctx.today,
        }),
      ),
    ]),
  );
}

function cellOf(
  row: BoardRow | undefined,
  {
    today,
    ...place
  }: Pick<BoardCell, 'hamletId' | 'period' | 'dueOn' | 'extension' | 'isAsked'> & { today: Day },
): BoardCell {
  // Sent: the day that counted then.
  const due = row?.due_on ?? place.dueOn;
  const sentAt = row?.first_submitted_at ?? null;
  return {
    ...place,
    dueOn: due,
    reportId: row?.id ?? null,
    state: row?.state ?? null,
    hasVersionInForce: row !== undefined && row.in_force && !isInForce(row.state),
    daysLate: sentAt === null ? null : daysLate(due, sentAt),
    isMissing: place.isAsked && sentAt === null && today > due,
    mayDiffer: row !== undefined && row.may_differ && row.state !== 'draft',
  };
}

interface BoardRow {
  hamlet_id: Id;
  period: PeriodKey;
  id: Id;
  state: ReportState;
  in_force: boolean;
  first_submitted_at: Date | null;
  due_on: Day | null;
  may_differ: boolean;
}

/** The newest version of each hamlet and period. */
async function rowsOf(ctx: ReadContext, periods: readonly PeriodKey[]): Promise<Map<string, BoardRow>> {
  // Whether later work touches the period is asked cheaply here, and exactly on the report's own page.
  const { rows } = await sql<BoardRow>`
    select distinct on (r.hamlet_id, r.period) r.hamlet_id, r.period, r.id, r.state, r.first_submitted_at, r.due_on,
           bool_or(r.state in ('accepted', 'locked', 'submitted')) over (partition by r.hamlet_id, r.period) as in_force,
           r.cutoff_at is not null and exists (
             select 1 from visits as v
              where v.commune_id = ${ctx.communeId} and v.hamlet_id = r.hamlet_id and v.recorded_at > r.cutoff_at
                and v.visited_on between r.starts_on and r.ends_on) as may_differ
      from reports as r
     where r.commune_id = ${ctx.communeId} and r.kind = 'hamlet' and r.period = any(${[...periods]}::text[])
     order by r.hamlet_id, r.period, r.version desc`.execute(ctx.tx);
  return new Map(rows.map((row) => [`${row.hamlet_id} ${row.period}`, row]));
}
