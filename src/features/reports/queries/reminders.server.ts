import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { dayOf, daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { hamletLives } from '#features/org/queries/hamlet-lives.server.ts';
import { owesReport, type ReminderDay } from '../model/reminder.ts';
import type { PeriodKey } from '../model/span.ts';
import { canSeeBoard, canSeeReminder, ownReportHamlets } from '../policy.ts';
import { boardCells } from './board-cells.server.ts';
import { reportCalendar } from './report-calendar.server.ts';

/** A reminder as it was made. */
export interface Reminder {
  id: Id;
  period: PeriodKey;
  hamletId: Id;
  accountId: Id;
  /** The due day that held when it was made. */
  dueOn: Day;
  day: ReminderDay;
  madeAt: Date;
  seenAt: Date | null;
}

/** A reminder that waits for the person it was made for, with how the report stands today. */
export interface OwnReminder {
  id: Id;
  hamletId: Id;
  hamlet: string;
  period: PeriodKey;
  /** For this hamlet as of today; it may have been put off since. */
  dueOn: Day;
  /** Days until the due day; negative when it is over. */
  daysLeft: number;
  /** It was sent, and given back to be mended. */
  isReturned: boolean;
  reportId: Id | null;
}

/** A reminder that the actor got; else `not_found`. */
export async function getReminder(ctx: ReadContext, id: Id): Promise<Reminder> {
  const [row] = await reminders(ctx, sql`m.id = ${id}`);
  return visible(row, (reminder) => canSeeReminder(ctx.actor, reminder));
}

/** What the actor has not put away: of each hamlet and period that is still owed the newest one, the most pressing first. */
export async function ownReminders(ctx: ReadContext): Promise<OwnReminder[]> {
  const own = ownReportHamlets(ctx.actor);
  if (own.length === 0) return [];
  const unseen = (
    await reminders(ctx, sql`m.account_id = ${ctx.actor.accountId} and m.seen_at is null`)
  ).filter(({ hamletId }) => own.includes(hamletId));
  if (unseen.length === 0) return [];
  const calendar = await reportCalendar(ctx);
  const periods = [...new Set(unseen.map(({ period }) => period))];
  const cells = await boardCells(ctx, calendar, own, periods);
  const names = new Map((await hamletLives(ctx)).map(({ id, name }) => [id, name]));
  const newest = new Map(unseen.map((one) => [`${one.hamletId} ${one.period}`, one]));
  return [...newest.values()]
    .flatMap(({ id, hamletId, period }): OwnReminder[] => {
      const cell = cells.get(hamletId)?.find((one) => one.period === period);
      const hamlet = names.get(hamletId);
      if (!cell || hamlet === undefined || !owesReport(cell)) return [];
      const dueOn = calendar.dueOn(period, hamletId);
      return [
        {
          id,
          hamletId,
          hamlet,
          period,
          dueOn,
          daysLeft: daysBetween(ctx.today, dueOn),
          isReturned: cell.daysLate !== null,
          reportId: cell.reportId,
        },
      ];
    })
    .sort((one, other) => one.daysLeft - other.daysLeft);
}

/** Who of a hamlet was reminded last of a period, and whether they have put it away. */
export type LastReminded = { name: string; on: Day; seenOn: Day | null }[];

/** The last reminder of a period that each person got, by hamlet, the newest first. Throws `not_found` for who does not see the board. */
export async function lastReminders(ctx: ReadContext, period: PeriodKey): Promise<Map<Id, LastReminded>> {
  if (!canSeeBoard(ctx.actor)) throw notFound();
  const made = await reminders(ctx, sql`m.period = ${period}`);
  const newest = new Map(made.map((one) => [`${one.hamletId} ${one.accountId}`, one]));
  const hamlets = new Map<Id, LastReminded>();
  for (const { hamletId, accountName, madeAt, seenAt } of [...newest.values()].toReversed())
    hamlets.set(hamletId, [
      ...(hamlets.get(hamletId) ?? []),
      { name: accountName, on: dayOf(madeAt), seenOn: seenAt && dayOf(seenAt) },
    ]);
  return hamlets;
}

/** The reminders of these periods, for the day's work. Asks no permission: nobody calls it but the clock. */
export async function remindersOf(ctx: ReadContext, periods: readonly PeriodKey[]): Promise<Reminder[]> {
  return periods.length === 0 ? [] : reminders(ctx, sql`m.period = any(${[...periods]}::text[])`);
}

/** In the order in which they were made. */
async function reminders(
  ctx: ReadContext,
  which: ReturnType<typeof sql>,
): Promise<(Reminder & { accountName: string })[]> {
  const { rows } = await sql<Reminder & { accountName: string }>`
    select m.id, m.period, m.hamlet_id as "hamletId", m.account_id as "accountId", m.due_on as "dueOn", m.day,
           m.made_at as "madeAt", m.seen_at as "seenAt", a.full_name as "accountName"
      from report_reminders as m
      join accounts as a on a.commune_id = ${ctx.communeId} and a.id = m.account_id
     where m.commune_id = ${ctx.communeId} and ${which}
     order by m.made_at, m.id`.execute(ctx.tx);
  return rows;
}
