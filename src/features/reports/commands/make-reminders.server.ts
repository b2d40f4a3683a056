import { sql } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { addDays, dayOf, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { hamletLives } from '#features/org/queries/hamlet-lives.server.ts';
import { owesReport, reminderOn, reminderToMake } from '../model/reminder.ts';
import { movedBy, type PeriodKey } from '../model/span.ts';
import { boardCells } from '../queries/board-cells.server.ts';
import { remindersOf } from '../queries/reminders.server.ts';
import { reportCalendar, type ReportCalendar } from '../queries/report-calendar.server.ts';

/**
 * Reminds head and team leader of every hamlet that owes a report, as `reminderToMake` says, and tells each reminder as
 * `report.reminded`: whatever brings it to a person outside the product listens there. For the day's work; not a command, since
 * nobody may call it. Done again on the same day it makes nothing.
 */
export async function makeReminders(ctx: WriteContext): Promise<void> {
  const calendar = await reportCalendar(ctx);
  const hamlets = (await hamletLives(ctx)).map(({ id }) => id);
  const periods = periodsNear(ctx, calendar).filter((period) =>
    hamlets.some((hamletId) => reminderOn(ctx.today, calendar.dueOn(period, hamletId)) !== null),
  );
  if (periods.length === 0) return;
  const cells = await boardCells(ctx, calendar, hamlets, periods);
  const told = Map.groupBy(await remindersOf(ctx, periods), keyOf);
  const leaders = await leadersOfHamlets(ctx);
  for (const cell of [...cells.values()].flat()) {
    if (!owesReport(cell)) continue;
    const { hamletId, period } = cell;
    const dueOn = calendar.dueOn(period, hamletId);
    for (const accountId of leaders.get(hamletId) ?? []) {
      const before = told.get(keyOf({ hamletId, period, accountId })) ?? [];
      const day = reminderToMake(
        ctx.today,
        { due: dueOn, nextDue: nextDueOf(calendar, period) },
        before.map((one) => ({ dueOn: one.dueOn, day: one.day, on: dayOf(one.madeAt) })),
      );
      if (day === null) continue;
      const id = ctx.id();
      await ctx.tx
        .insertInto('report_reminders')
        .values({
          commune_id: ctx.communeId,
          id,
          period,
          hamlet_id: hamletId,
          due_on: dueOn,
          day,
          account_id: accountId,
          made_at: ctx.now,
          seen_at: null,
        })
        .execute();
      await ctx.emit({
        name: 'report.reminded',
        hamletId,
        subject: 'report_reminder',
        subjectId: id,
        data: { period, dueOn, day, to: accountId, reportId: cell.reportId },
      });
    }
  }
}

/** When the next report of the kind is due; after one that was asked for none comes, and its reminders end with a month. */
function nextDueOf(calendar: ReportCalendar, period: PeriodKey): Day {
  const next = movedBy(period, 1);
  return next === '' ? addDays(calendar.dueOn(period, null), 31) : calendar.dueOn(next, null);
}

/** Those whose due day may be near: the running one, where it is due soon after its end, and some before, where it was put off. */
function periodsNear(ctx: ReadContext, calendar: ReportCalendar): PeriodKey[] {
  return calendar.kinds
    .flatMap((kind) => [1, 0, -1, -2, -3].map((count) => movedBy(calendar.toReport(kind), count)))
    .filter((period) => calendar.isOwed(period))
    .concat(calendar.calls.map(({ period }) => period));
}

const keyOf = ({ hamletId, period, accountId }: { hamletId: Id; period: PeriodKey; accountId: Id }) =>
  `${hamletId} ${period} ${accountId}`;

/** The accounts that may write a hamlet's report now, each once. */
async function leadersOfHamlets(ctx: ReadContext): Promise<Map<Id, Id[]>> {
  const { rows } = await sql<{ hamlet_id: Id; account_id: Id }>`
    select distinct r.hamlet_id, r.account_id
      from account_roles as r
      join accounts as a on a.commune_id = ${ctx.communeId} and a.id = r.account_id and a.disabled_at is null
     where r.commune_id = ${ctx.communeId} and r.role in ('hamlet_head', 'hamlet_team_leader') and r.revoked_on is null
     order by r.hamlet_id, r.account_id`.execute(ctx.tx);
  const leaders = new Map<Id, Id[]>();
  for (const row of rows) leaders.set(row.hamlet_id, [...(leaders.get(row.hamlet_id) ?? []), row.account_id]);
  return leaders;
}
