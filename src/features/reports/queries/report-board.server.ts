import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { addMonths, monthOf, type Day, type Month } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import { daysLate, dueOn } from '../model/period.ts';
import { isInForce, type ReportState } from '../model/report-state.ts';
import { canSeeBoard } from '../policy.ts';
import { dueDayOf } from './report-content.server.ts';

/** Where a hamlet stands with a month. */
export interface BoardCell {
  hamletId: Id;
  month: Month;
  /** The newest version; null: nobody opened one. */
  reportId: Id | null;
  state: ReportState | null;
  /** An earlier version is in force while a new one is written. */
  hasVersionInForce: boolean;
  /** Days late of the first sending; null while it was never sent. */
  daysLate: number | null;
  /** Nothing was sent and the due day is over. */
  isMissing: boolean;
  /** Work written down after the sending may have changed the figures: worth a look. */
  mayDiffer: boolean;
}

export interface ReportBoard {
  /** Newest first. */
  months: { month: Month; dueOn: Day }[];
  hamlets: { id: Id; name: string; cells: BoardCell[] }[];
}

/** Hamlets × the last months of the plan (R84). Throws `not_found` for who does not see all hamlets. */
export async function reportBoard(ctx: ReadContext, monthsShown = 6): Promise<ReportBoard> {
  if (!canSeeBoard(ctx.actor)) throw notFound();
  const plan = await findPlan(ctx);
  const current = monthOf(ctx.today);
  const first = plan ? monthOf(plan.startsOn) : current;
  const months: ReportBoard['months'] = [];
  for (let month = current; month >= first && months.length < monthsShown; month = addMonths(month, -1))
    months.push({ month, dueOn: dueOn(month, await dueDayOf(ctx, month)) });
  const cells = await cellsOf(ctx, months);
  const hamlets = await listHamlets(ctx);
  return {
    months,
    hamlets: hamlets.map(({ id, name }) => ({
      id,
      name,
      cells: months.map(
        ({ month, dueOn: due }) => cells.get(`${id} ${month}`) ?? nothing(id, month, ctx.today > due),
      ),
    })),
  };
}

const nothing = (hamletId: Id, month: Month, isMissing: boolean): BoardCell => ({
  hamletId,
  month,
  reportId: null,
  state: null,
  hasVersionInForce: false,
  daysLate: null,
  isMissing,
  mayDiffer: false,
});

interface BoardRow {
  hamlet_id: Id;
  month: Month;
  id: Id;
  state: ReportState;
  in_force: boolean;
  first_submitted_at: Date | null;
  due_on: Day | null;
  may_differ: boolean;
}

async function cellsOf(
  ctx: ReadContext,
  months: readonly { month: Month; dueOn: Day }[],
): Promise<Map<string, BoardCell>> {
  const oldest = months.at(-1)?.month;
  if (oldest === undefined) return new Map();
  // Whether later work touches the month is asked cheaply here, and exactly on the report's own page.
  const { rows } = await sql<BoardRow>`
    select distinct on (r.hamlet_id, r.month) r.hamlet_id, r.month, r.id, r.state, r.first_submitted_at, r.due_on,
           bool_or(r.state in ('accepted', 'locked', 'submitted')) over (partition by r.hamlet_id, r.month) as in_force,
           r.cutoff_at is not null and exists (
             select 1 from visits as v
              where v.commune_id = ${ctx.communeId} and v.hamlet_id = r.hamlet_id and v.recorded_at > r.cutoff_at
                and v.visited_on between (r.month || '-01')::date
                and ((r.month || '-01')::date + interval '1 month' - interval '1 day')::date) as may_differ
      from reports as r
     where r.commune_id = ${ctx.communeId} and r.kind = 'hamlet_month' and r.month >= ${oldest}
     order by r.hamlet_id, r.month, r.version desc`.execute(ctx.tx);
  const due = new Map(months.map(({ month, dueOn: day }) => [month, day]));
  return new Map(
    rows.map((row) => {
      const lastDay = row.due_on ?? due.get(row.month) ?? ctx.today;
      const cell: BoardCell = {
        hamletId: row.hamlet_id,
        month: row.month,
        reportId: row.id,
        state: row.state,
        hasVersionInForce: row.in_force && !isInForce(row.state),
        daysLate:
          row.first_submitted_at === null
            ? null
            : daysLate(row.month, Number(lastDay.slice(8)), row.first_submitted_at),
        isMissing: row.first_submitted_at === null && ctx.today > lastDay,
        mayDiffer: row.may_differ && row.state !== 'draft',
      };
      return [`${row.hamlet_id} ${row.month}`, cell];
    }),
  );
}
