import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import type { VisitCheckResult } from '#features/visits/model/plausible.ts';
import { canDecideReport, canSeePeopleBehind } from '../policy.ts';
import { getReport } from './find-report.server.ts';

/** A drawn visit as the one who goes to ask needs it. */
export interface SampledVisit {
  id: Id;
  householdId: Id;
  headName: string;
  address: string | null;
  on: Day;
  /** Who wrote the visit down. */
  by: string | null;
  result: VisitCheckResult | null;
  note: string | null;
}

/** The visits that were drawn of a report, in the order of the draw. Throws `not_found` for who does not decide about it. */
export async function reportSample(ctx: ReadContext, reportId: Id): Promise<SampledVisit[]> {
  const report = await getReport(ctx, reportId);
  // Who wrote the visits must not know which ones are asked about.
  if (!canDecideReport(ctx.actor, report) || !canSeePeopleBehind(ctx.actor, report.hamletId))
    throw notFound();
  const { rows } = await sql<SampledVisit>`
    select s.id, v.household_id as "householdId", h.head_name as "headName", h.address, v.visited_on::text as "on",
           coalesce(m.full_name, a.full_name) as by, s.result, s.note
      from report_samples as s
      join visits as v on v.commune_id = ${ctx.communeId} and v.id = s.visit_id
      join households as h on h.commune_id = ${ctx.communeId} and h.id = v.household_id
      left join team_members as m on m.commune_id = ${ctx.communeId} and m.id = v.member_id
      left join accounts as a on a.commune_id = ${ctx.communeId} and a.id = v.recorded_by
     where s.commune_id = ${ctx.communeId} and s.report_id = ${report.id}
     order by s.drawn_at, s.id`.execute(ctx.tx);
  return rows;
}
