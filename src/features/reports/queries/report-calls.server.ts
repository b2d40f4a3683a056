import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { callKindOf, type CallKind } from '../model/report-call.ts';
import type { PeriodKey, Span } from '../model/span.ts';

/** A thematic or ad-hoc report that the office asks hamlets for. */
export interface ReportCall {
  id: Id;
  kind: CallKind;
  period: PeriodKey;
  span: Span;
  title: string;
  note: string | null;
  dueOn: Day;
  templateId: Id;
  hamletIds: Id[];
  /** The office asks for it no longer; what was sent stays. */
  isCancelled: boolean;
}

/** Every such report, the newest first. Asks no permission: what hamlets are asked for is told to everybody who reports. */
export async function reportCalls(ctx: ReadContext): Promise<ReportCall[]> {
  const { rows } = await sql<{
    id: Id;
    period: string;
    title: string;
    note: string | null;
    starts_on: Day;
    ends_on: Day;
    due_on: Day;
    template_id: Id;
    cancelled_at: Date | null;
    hamlet_ids: Id[];
  }>`
    select c.id, c.period, c.title, c.note, c.starts_on::text as starts_on, c.ends_on::text as ends_on, c.due_on::text as due_on,
           c.template_id, c.cancelled_at,
           array(select h.hamlet_id::text from report_call_hamlets as h
                  where h.commune_id = ${ctx.communeId} and h.call_id = c.id order by 1) as hamlet_ids
      from report_calls as c
     where c.commune_id = ${ctx.communeId}
     order by c.asked_at desc, c.period desc`.execute(ctx.tx);
  return rows.map((row) => ({
    id: row.id,
    kind: callKindOf(row.period),
    period: row.period,
    span: { key: row.period, kind: 'asked', closing: 'calendar', from: row.starts_on, to: row.ends_on },
    title: row.title,
    note: row.note,
    dueOn: row.due_on,
    templateId: row.template_id,
    hamletIds: row.hamlet_ids,
    isCancelled: row.cancelled_at !== null,
  }));
}

/** The one of a key; null: the key is of a period of the calendar, or of none. Asks no permission, see above. */
export async function callOf(ctx: ReadContext, period: PeriodKey): Promise<ReportCall | null> {
  return (await reportCalls(ctx)).find((call) => call.period === period) ?? null;
}
