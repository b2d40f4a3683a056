import { runCommand } from '#platform/commands/command.server.ts';
import { exportCommuneSum, exportReport } from '#features/reports/commands/export-report.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import { addMonths, dayOf, monthOf } from '#shared/calendar.ts';
import { enter, oneOfEachHamlet } from '../actors.ts';
import type { Outcomes } from '../bars.ts';
import { repeat } from '../measure.ts';
import type { Store } from '../store.ts';

/** Last month's report of a hamlet while it is a draft (figures counted live), and the commune's table of all that were sent. */
export async function measureReports(store: Store, tries: number): Promise<Outcomes> {
  const { database } = store.runtime;
  const now = () => store.runtime.now();
  const month = addMonths(monthOf(dayOf(now())), -1);
  const heads = await oneOfEachHamlet(store, 'hamlet_head');
  const reports = [];
  for (const actor of heads) {
    const hamletId = actor.grants.find((grant) => grant.role === 'hamlet_head')?.hamletId;
    const reportId = await runCommand(database, openReport, { actor, now: now() }, { hamletId, month });
    reports.push({ actor, reportId });
  }
  const [first] = reports;
  if (!first) throw new Error('the demo commune has no heads of hamlets');
  let bytes = 0;
  const hamlet = await repeat(
    tries,
    async () => {
      const file = await runCommand(
        database,
        exportReport,
        { actor: first.actor, now: now() },
        { reportId: first.reportId },
      );
      bytes = file.bytes.length;
    },
    1,
  );
  for (const { actor, reportId } of reports)
    await runCommand(database, submitReport, { actor, now: now() }, { reportId });
  const { actor: officer } = await enter(store, 'hanh');
  const sum = await repeat(
    tries,
    () => runCommand(database, exportCommuneSum, { actor: officer, now: now() }, { month }),
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
      note: `${reports.length} hamlets’ reports`,
    },
  };
}
