import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { yearOf, type Numbered } from '#features/documents/number-once.server.ts';
import type { Narrative } from '../model/content.ts';
import { kindOf, type PeriodKey, type Span } from '../model/span.ts';
import { canReadCommuneReport } from '../policy.ts';
import type { CommuneContent } from '../model/commune-content.ts';
import { communeStates, type CommuneState } from '../model/commune-state.ts';

/** Number and date as the records clerk gave them; null until then, never invented. */
export interface Registration {
  number: string | null;
  datedOn: Day | null;
}

/** A version of the commune's report of a period. */
export interface CommuneReport {
  id: Id;
  span: Span;
  version: number;
  state: CommuneState;
  templates: { office: Id; commune: Id };
  narrative: Narrative;
  /** What was approved; null until then. */
  snapshot: CommuneContent | null;
  cutoffAt: Date | null;
  preparedBy: Id;
  officeApprovedBy: Id | null;
  officeApprovedAt: Date | null;
  leaderApprovedBy: Id | null;
  leaderApprovedAt: Date | null;
  returned: { by: Id; at: Date; note: string } | null;
  registered: { office: Registration; commune: Registration };
  distribution: string[] | null;
  issuedAt: Date | null;
  archivedAt: Date | null;
  /** When somebody last wrote, or decided. */
  updatedAt: Date;
}

/** A report that the actor may read; else `not_found`. */
export async function getCommuneReport(ctx: ReadContext, id: Id): Promise<CommuneReport> {
  const row = await communeReports(ctx).where('id', '=', id).executeTakeFirst();
  return visible(row && toReport(row), (report) => canReadCommuneReport(ctx.actor, report));
}

/** All versions of a period, newest first. Asks no permission. */
export async function communeVersionsOf(ctx: ReadContext, period: PeriodKey): Promise<CommuneReport[]> {
  const rows = await communeReports(ctx).where('period', '=', period).orderBy('version', 'desc').execute();
  return rows.map(toReport);
}

/** What was approved last for a month of the same year before this one; null where there is nothing. Asks no permission. */
export async function approvedBefore(ctx: ReadContext, period: PeriodKey): Promise<CommuneContent | null> {
  const row = await communeReports(ctx)
    .where('period', 'like', `${period.slice(0, 4)}-__`)
    .where('period', '<', period)
    .where('state', '!=', 'draft')
    .where('snapshot', 'is not', null)
    .orderBy('period', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toReport(row).snapshot;
}

/** What the actor may read of all periods, newest first; of these states only, where they are named. */
export async function listCommuneReports(
  ctx: ReadContext,
  states: readonly CommuneState[] = communeStates,
): Promise<CommuneReport[]> {
  const rows = await communeReports(ctx)
    .where('state', 'in', states)
    .orderBy('ends_on', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map(toReport).filter((report) => canReadCommuneReport(ctx.actor, report));
}

/** Whether another report, of the office or of the Committee, has the number in its year; also one that was superseded. Asks no permission. */
export async function isReportNumberTaken(
  ctx: ReadContext,
  { number, datedOn }: Numbered,
  except: Id,
): Promise<boolean> {
  const year = yearOf(datedOn);
  const { rows } = await sql`
    select 1 from commune_reports
     where commune_id = ${ctx.communeId} and id <> ${except}
       and ((office_number = ${number} and extract(year from office_dated_on) = ${year})
         or (commune_number = ${number} and extract(year from commune_dated_on) = ${year}))
     limit 1`.execute(ctx.tx);
  return rows.length > 0;
}

const communeReports = (ctx: ReadContext) =>
  ctx.tx.selectFrom('commune_reports').selectAll().where('commune_id', '=', ctx.communeId);

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof communeReports>['executeTakeFirst']>>>;

const toReport = (row: Row): CommuneReport => ({
  id: row.id,
  span: {
    key: row.period,
    kind: kindOf(row.period),
    closing: row.starts_on.endsWith('-15') ? 'fourteenth' : 'calendar',
    from: row.starts_on,
    to: row.ends_on,
  },
  version: row.version,
  state: row.state,
  templates: { office: row.office_template_id, commune: row.commune_template_id },
  // Written by this room's commands only, in these shapes.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  narrative: row.narrative as Narrative,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  snapshot: row.snapshot as CommuneContent | null,
  cutoffAt: row.cutoff_at,
  preparedBy: row.prepared_by,
  officeApprovedBy: row.office_approved_by,
  officeApprovedAt: row.office_approved_at,
  leaderApprovedBy: row.leader_approved_by,
  leaderApprovedAt: row.leader_approved_at,
  returned:
    row.returned_by && row.returned_at
      ? { by: row.returned_by, at: row.returned_at, note: row.return_note ?? '' }
      : null,
  registered: {
    office: { number: row.office_number, datedOn: row.office_dated_on },
    commune: { number: row.commune_number, datedOn: row.commune_dated_on },
  },
  distribution: row.distribution,
  issuedAt: row.issued_at,
  archivedAt: row.archived_at,
  updatedAt: row.updated_at,
});
