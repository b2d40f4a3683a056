import { runCommand, runQuery } from '#platform/commands/command.server.ts';
import { exportCommuneSum, exportReport } from '#features/reports/commands/export-report.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { addMonths, dayOf, monthOf, type Month } from '#shared/calendar.ts';
import { enter, oneOfEachHamlet } from '../actors.ts';
import type { Outcomes } from '../bars.ts';
import { repeat } from '../measure.ts';
import type { Store } from '../store.ts';

/** This month's report of a hamlet, a draft whose figures are counted live, and last month's table of all that were sent. */
export async function measureReports(store: Store, tries: number): Promise<Outcomes> {
  const { database } = store.runtime;
  const now = () => store.runtime.now();
  const thisMonth = monthOf(dayOf(now()));
  const month = addMonths(thisMonth, -1);
  const heads = await oneOfEachHamlet(store, 'hamlet_head');
  const [actor] = heads;
  if (!actor) throw new Error('the demo commune has no heads of hamlets');
  const open = (head: typeof actor, of: Month) => {
    const hamletId = head.grants.find((grant) => grant.role === 'hamlet_head')?.hamletId;
    return runCommand(database, openReport, { actor: head, now: now() }, { hamletId, period: of });
  };
  const reportId = await open(actor, thisMonth);
  let bytes = 0;
  const hamlet = await repeat(
    tries,
    async () => {
      const file = await runCommand(database, exportReport, { actor, now: now() }, { reportId });
      bytes = file.bytes.length;
    },
    3,
  );
  for (const head of heads) {
    const origin = { actor: head, now: now() };
    const id = await open(head, month);
    const { state } = await runQuery(database, origin, (ctx) => getReport(ctx, id));
    if (state === 'draft') await runCommand(database, submitReport, origin, { reportId: id });
  }
  const { actor: officer } = await enter(store, 'hanh');
  const sum = await repeat(
    tries,
    () => runCommand(database, exportCommuneSum, { actor: officer, now: now() }, { period: month }),
    1,
  );
  return {
    reportDocx: {
      value: hamlet.median / 1000,
      p95: hamlet.p95 / 1000,
      note: `a draft, figures counted live; ${(bytes / 1000).toFixed(0)} kB`,
    },
    sumDocx: {
      value: sum.median / 1000,
      p95: sum.p95 / 1000,
      note: `${heads.length} hamlets with a head`,
    },
  };
}
