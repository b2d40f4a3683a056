import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { daysBetween, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { hamletsOn } from '#features/org/queries/hamlet-lives.server.ts';
import { owesReport, reminderOn, type ReminderDay } from '../model/reminder.ts';
import type { ReportState } from '../model/report-state.ts';
import type { PeriodKey } from '../model/span.ts';
import { canSeeBoard } from '../policy.ts';
import { boardCells } from './board-cells.server.ts';
import { lastReminders, type LastReminded } from './reminders.server.ts';
import { reportCalendar } from './report-calendar.server.ts';

/** A hamlet that owes a report, and whom to call about it. */
export interface OwingHamlet {
  hamletId: Id;
  name: string;
  state: ReportState | null;
  dueOn: Day;
  /** Days after the due day; negative while there is time. Null: it was sent once, was returned, and waits to be mended. */
  days: number | null;
  /** The newest reminder that is due; null: none yet. */
  reminder: ReminderDay | null;
  reason: string | null;
  heads: { name: string; phone: string | null }[];
  /** Whom the product reminded, and who has put it away. */
  reminded: LastReminded;
}

/** Who has still to send a period's report, the latest first (R84, R92). Throws `not_found` for who does not see the board. */
export async function owingHamlets(ctx: ReadContext, period: PeriodKey): Promise<OwingHamlet[]> {
  if (!canSeeBoard(ctx.actor)) throw notFound();
  const calendar = await reportCalendar(ctx);
  if (!calendar.isOwed(period)) return [];
  const hamlets = await hamletsOn(ctx, calendar.spanOf(period).to);
  const cells = await boardCells(
    ctx,
    calendar,
    hamlets.map(({ id }) => id),
    [period],
  );
  const heads = await headsOfHamlets(ctx);
  const reminded = await lastReminders(ctx, period);
  return hamlets
    .flatMap(({ id, name }): OwingHamlet[] => {
      const [cell] = cells.get(id) ?? [];
      if (!cell || !owesReport(cell)) return [];
      return [
        {
          hamletId: id,
          name,
          state: cell.state,
          dueOn: cell.dueOn,
          days: cell.daysLate === null ? daysBetween(cell.dueOn, ctx.today) : null,
          reminder: cell.daysLate === null ? reminderOn(ctx.today, cell.dueOn) : null,
          reason: cell.extension,
          heads: heads.get(id) ?? [],
          reminded: reminded.get(id) ?? [],
        },
      ];
    })
    .sort((one, other) => (other.days ?? -Infinity) - (one.days ?? -Infinity));
}

/** The accounts that hold the head's role of each hamlet now. Members' phones are known to who sees all hamlets' reports. */
async function headsOfHamlets(ctx: ReadContext): Promise<Map<Id, OwingHamlet['heads']>> {
  const { rows } = await sql<{ hamlet_id: Id; name: string; phone: string | null }>`
    select r.hamlet_id, a.full_name as name, coalesce(m.phone, a.phone) as phone
      from account_roles as r
      join accounts as a on a.commune_id = ${ctx.communeId} and a.id = r.account_id and a.disabled_at is null
      left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = a.member_id
     where r.commune_id = ${ctx.communeId} and r.role = 'hamlet_head' and r.revoked_on is null
     order by a.sort_key, a.id`.execute(ctx.tx);
  const heads = new Map<Id, OwingHamlet['heads']>();
  for (const { hamlet_id: hamletId, name, phone } of rows)
    heads.set(hamletId, [...(heads.get(hamletId) ?? []), { name, phone }]);
  return heads;
}
