import { sql } from 'kysely';
import { runCommand, runQuery } from '#platform/commands/command.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { ownReports } from '#features/reports/queries/own-reports.server.ts';
import { reportBoard } from '#features/reports/queries/report-board.server.ts';
import { addMonths, dayOf, monthOf } from '#shared/calendar.ts';
import { demoCommune } from '../../src/cli/first-start.ts';
import { enter, oneOfEachHamlet } from '../actors.ts';
import type { Outcomes } from '../bars.ts';
import { repeat } from '../measure.ts';
import { withOwner, type Store } from '../store.ts';

/** What a commune of 24 hamlets has after five years: a report of each month of each hamlet, and about as many visits. */
export const boardHamlets = 24;
const months = 60;
const visitsOfYear = 25_000;

/** The board of the hamlets' reports, of the months that it shows and of all five years; and what a head finds of the own hamlet. */
export async function measureBoard(store: Store, tries: number): Promise<Outcomes> {
  const { database } = store.runtime;
  const now = store.runtime.now();
  const heads = await oneOfEachHamlet(store, 'hamlet_head');
  const month = addMonths(monthOf(dayOf(now)), -1);
  for (const actor of heads) {
    const hamletId = actor.grants.find((grant) => grant.role === 'hamlet_head')?.hamletId;
    const reportId = await runCommand(database, openReport, { actor, now }, { hamletId, period: month });
    const { state } = await runQuery(database, { actor, now }, (ctx) => getReport(ctx, reportId));
    if (state === 'draft') await runCommand(database, submitReport, { actor, now }, { reportId });
  }
  const size = await growOld(store);
  const { actor: officer } = await enter(store, 'hanh');
  const [head] = heads;
  if (!head) throw new Error('the demo commune has no heads of hamlets');
  const asked = { actor: officer, now };
  const shown = await repeat(tries, () => runQuery(database, asked, (ctx) => reportBoard(ctx)));
  const all = await repeat(tries, () =>
    runQuery(database, asked, (ctx) => reportBoard(ctx, { most: months })),
  );
  const own = await repeat(tries, () => runQuery(database, { actor: head, now }, ownReports));
  const note = `${size.reports} reports with ${(size.bytes / size.reports / 1000).toFixed(0)} kB of figures and text each, ${size.visits} visits`;
  return {
    hamletBoard: { value: shown.median, p95: shown.p95, note },
    hamletBoardAll: { value: all.median, p95: all.p95 },
    hamletOwnReports: { value: own.median, p95: own.p95 },
  };
}

/** Writes what five years leave behind, from what the demo has: reports with real snapshots, visits of the years before. */
async function growOld(store: Store): Promise<{ reports: number; bytes: number; visits: number }> {
  const { communeId } = demoCommune;
  const size = await store.runtime.database.transaction({ commune: communeId }, async (tx) => {
    await sql`update plans set starts_on = starts_on - interval '5 years' where commune_id = ${communeId}`.execute(
      tx,
    );
    await sql`
      insert into reports (commune_id, id, kind, hamlet_id, period, starts_on, ends_on, version, template_id, state, narrative,
                           snapshot, cutoff_at, submitted_by, submitted_at, first_submitted_at, due_on, created_at, updated_at)
      select r.commune_id, gen_random_uuid(), 'hamlet', h.id, to_char(d.first, 'YYYY-MM'), d.first,
             (d.first + interval '1 month' - interval '1 day')::date, 1, r.template_id, 'locked', r.narrative, r.snapshot,
             d.sent, r.submitted_by, d.sent, d.sent, (d.first + interval '1 month 9 days')::date, d.sent, d.sent
        from hamlets as h
        cross join lateral (
          select months.first::date as first, months.first + interval '1 month 8 days' as sent
            from generate_series(date_trunc('month', ${store.runtime.now()}::timestamptz) - interval '60 months',
                                 date_trunc('month', ${store.runtime.now()}::timestamptz) - interval '1 month',
                                 interval '1 month') as months (first)) as d
        cross join lateral (
          select * from reports as sent where sent.commune_id = h.commune_id and sent.snapshot is not null
           order by sent.hamlet_id = h.id desc, sent.id limit 1) as r
       where h.commune_id = ${communeId}
      on conflict do nothing`.execute(tx);
    await sql`
      insert into visits
      select (jsonb_populate_record(v, jsonb_build_object(
               'id', gen_random_uuid(), 'replaces', null, 'next_on', null,
               'visited_on', v.visited_on - (copy % 5) * interval '1 year',
               'recorded_at', v.recorded_at - (copy % 5) * interval '1 year'))).*
        from visits as v
        cross join generate_series(1, (select (5 * ${visitsOfYear}) / greatest(count(*), 1) from visits
                                        where commune_id = ${communeId})::int) as copy
       where v.commune_id = ${communeId}`.execute(tx);
    const { rows } = await sql<{ reports: number; bytes: number; visits: number }>`
      select count(*)::int as reports, sum(length(snapshot::text))::float8 as bytes,
             (select count(*)::int from visits where commune_id = ${communeId}) as visits
        from reports where commune_id = ${communeId} and snapshot is not null`.execute(tx);
    return rows[0] ?? { reports: 0, bytes: 0, visits: 0 };
  });
  // What the database does by itself in five years, before it is asked.
  await withOwner(store, (owner) => owner.query('vacuum (analyze)'));
  return size;
}
