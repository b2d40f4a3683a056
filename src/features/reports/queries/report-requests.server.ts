import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { CommuneState } from '../model/commune-state.ts';
import type { AskedOfUnit, GivenFigures } from '../model/request.ts';
import type { PeriodKey } from '../model/span.ts';
import { canOpenParts, canReadPart } from '../policy.ts';

/** What a unit is asked for in a commune's report, and what it has given. */
export interface ReportRequest {
  id: Id;
  reportId: Id;
  period: PeriodKey;
  /** The days of the commune's report. */
  days: { from: Day; to: Day };
  /** Of the commune's report: what was approved is not filled any more. */
  reportState: CommuneState;
  unit: { id: Id; name: string; accountIds: Id[] };
  asked: AskedOfUnit;
  dueOn: Day;
  state: 'asked' | 'sent';
  texts: Record<string, string>;
  figures: GivenFigures;
  source: string | null;
  filledBy: Id | null;
  sentAt: Date | null;
  returnNote: string | null;
}

/** A request of a unit that the actor belongs to, or of a report that the actor reads anyway; else `not_found`. */
export async function getRequest(ctx: ReadContext, id: Id): Promise<ReportRequest> {
  const [request] = await requests(ctx, { id });
  return visible(request, ({ unit }) => canReadPart(ctx.actor, unit));
}

/** The requests of a commune's report, by unit. Asks no permission: who calls it has (`getCommuneReport`). */
export async function requestsOf(ctx: ReadContext, reportId: Id): Promise<ReportRequest[]> {
  return requests(ctx, { reportId });
}

/** What is asked of the actor's units, the newest period first; of a report that was opened anew its newest version. */
export async function ownRequests(ctx: ReadContext): Promise<ReportRequest[]> {
  if (!canOpenParts(ctx.actor)) return [];
  return newestOf(await requests(ctx, { accountId: ctx.actor.accountId }));
}

/** What a unit was asked and gave, the newest period first, of each period its newest version: what the actor may read of it. */
export async function requestsOfUnit(ctx: ReadContext, unitId: Id): Promise<ReportRequest[]> {
  const all = await requests(ctx, { unitId });
  return newestOf(all.filter(({ unit }) => canReadPart(ctx.actor, unit)));
}

const newestOf = (all: readonly ReportRequest[]): ReportRequest[] => {
  const seen = new Set<string>();
  return all.filter(({ unit, period }) => {
    const key = `${unit.id} ${period}`;
    return !seen.has(key) && seen.add(key);
  });
};

interface Row {
  id: Id;
  report_id: Id;
  period: PeriodKey;
  starts_on: Day;
  ends_on: Day;
  report_state: CommuneState;
  unit_id: Id;
  unit_name: string;
  account_ids: Id[];
  asked: AskedOfUnit;
  due_on: Day;
  state: 'asked' | 'sent';
  texts: Record<string, string>;
  figures: GivenFigures;
  source: string | null;
  filled_by: Id | null;
  sent_at: Date | null;
  return_note: string | null;
}

async function requests(
  ctx: ReadContext,
  which: { id?: Id; reportId?: Id; unitId?: Id; accountId?: Id },
): Promise<ReportRequest[]> {
  const { rows } = await sql<Row>`
    select q.id, q.report_id, c.period, c.starts_on::text as starts_on, c.ends_on::text as ends_on, c.state as report_state, q.unit_id, q.unit_name, q.asked, q.due_on::text as due_on, q.state,
           q.texts, q.figures, q.source, q.filled_by, q.sent_at, q.return_note,
           array(select p.account_id::text from unit_people as p
                  where p.commune_id = ${ctx.communeId} and p.unit_id = q.unit_id and p.ended_at is null) as account_ids
      from report_requests as q
      join commune_reports as c on c.commune_id = ${ctx.communeId} and c.id = q.report_id
     where q.commune_id = ${ctx.communeId}
       ${which.id === undefined ? sql`` : sql`and q.id = ${which.id}`}
       ${which.reportId === undefined ? sql`` : sql`and q.report_id = ${which.reportId}`}
       ${which.unitId === undefined ? sql`` : sql`and q.unit_id = ${which.unitId}`}
       ${
         which.accountId === undefined
           ? sql``
           : sql`and exists (select 1 from unit_people as p
               where p.commune_id = ${ctx.communeId} and p.unit_id = q.unit_id and p.account_id = ${which.accountId} and p.ended_at is null)`
       }
     order by c.ends_on desc, c.version desc, q.unit_name, q.id`.execute(ctx.tx);
  return rows.map((row) => ({
    id: row.id,
    reportId: row.report_id,
    period: row.period,
    days: { from: row.starts_on, to: row.ends_on },
    reportState: row.report_state,
    unit: { id: row.unit_id, name: row.unit_name, accountIds: row.account_ids },
    asked: row.asked,
    dueOn: row.due_on,
    state: row.state,
    texts: row.texts,
    figures: row.figures,
    source: row.source,
    filledBy: row.filled_by,
    sentAt: row.sent_at,
    returnNote: row.return_note,
  }));
}
