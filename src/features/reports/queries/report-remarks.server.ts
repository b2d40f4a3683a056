import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { Remark } from '../model/remarks.ts';
import { canDecideReport } from '../policy.ts';
import { getReport } from './find-report.server.ts';

/**
 * What was asked and answered beside the figures and sections of a report that the actor may read, oldest first. What the reader
 * has not sent yet only those see who decide about the report.
 */
export async function reportRemarks(ctx: ReadContext, reportId: Id): Promise<Remark[]> {
  const report = await getReport(ctx, reportId);
  const seesWaiting = canDecideReport(ctx.actor, report) && report.state === 'submitted';
  const { rows } = await sql<Remark>`
    select m.id, m.subject, m.code, m.question, a.full_name as "askedBy", m.answer, b.full_name as "answeredBy",
           m.question is not null and m.sent_at is null as "isWaiting"
      from report_remarks as m
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = m.asked_by
      left join accounts as b on b.commune_id = ${ctx.communeId} and b.id = m.answered_by
     where m.commune_id = ${ctx.communeId} and m.report_id = ${report.id}
       and (m.question is null or m.sent_at is not null or ${seesWaiting})
     order by m.asked_at, m.id`.execute(ctx.tx);
  return rows;
}
