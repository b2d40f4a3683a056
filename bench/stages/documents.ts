import { runCommand, runQuery, type Command } from '#platform/commands/command.server.ts';
import type { Actor } from '#platform/commands/actor.ts';
import { acceptReport } from '#features/reports/commands/decide-report.server.ts';
import { openCommuneReport } from '#features/reports/commands/draft-commune-report.server.ts';
import { exportCommuneReport } from '#features/reports/commands/export-commune-report.server.ts';
import { exportReport } from '#features/reports/commands/export-report.server.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { submitReport } from '#features/reports/commands/submit-report.server.ts';
import type { ExportedFile } from '#features/reports/export/report-files.server.ts';
import { getReport } from '#features/reports/queries/find-report.server.ts';
import { addMonths, dayOf, monthOf } from '#shared/calendar.ts';
import { enter, oneOfEachHamlet } from '../actors.ts';
import type { Outcome, Outcomes } from '../bars.ts';
import { repeat } from '../measure.ts';
import type { Store } from '../store.ts';

/**
 * Last month's reports of all hamlets, sent and accepted, and the commune's report of them: each as Word and as PDF, as
 * the pages hand them out (permission, figures, document, event).
 */
export async function measureDocuments(store: Store, tries: number): Promise<Outcomes> {
  const { database } = store.runtime;
  const now = store.runtime.now();
  const period = addMonths(monthOf(dayOf(now)), -1);
  const heads = await oneOfEachHamlet(store, 'hamlet_head');
  const { actor: officer } = await enter(store, 'hanh');
  let reportId: string | null = null;
  for (const head of heads) {
    const hamletId = head.grants.find((grant) => grant.role === 'hamlet_head')?.hamletId;
    const id = await runCommand(database, openReport, { actor: head, now }, { hamletId, period });
    const stateOf = async () =>
      (await runQuery(database, { actor: head, now }, (ctx) => getReport(ctx, id))).state;
    if ((await stateOf()) === 'draft')
      await runCommand(database, submitReport, { actor: head, now }, { reportId: id });
    if ((await stateOf()) === 'submitted')
      await runCommand(database, acceptReport, { actor: officer, now }, { reportId: id });
    reportId ??= id;
  }
  const communeId = await runCommand(database, openCommuneReport, { actor: officer, now }, { period });

  const measured = async <Input, Loaded>(
    command: Command<Input, Loaded, ExportedFile>,
    actor: Actor,
    about: Record<string, unknown>,
  ): Promise<Outcome> => {
    let bytes = 0;
    const times = await repeat(tries, async () => {
      bytes = (await runCommand(database, command, { actor, now }, about)).bytes.length;
    });
    return {
      value: times.median / 1000,
      p95: times.p95 / 1000,
      note: `${heads.length} hamlets, ${(bytes / 1000).toFixed(0)} kB`,
    };
  };
  return {
    documentHamletDocx: await measured(exportReport, officer, { reportId }),
    documentHamletPdf: await measured(exportReport, officer, { reportId, format: 'pdf' }),
    documentCommuneDocx: await measured(exportCommuneReport, officer, { reportId: communeId }),
    documentCommunePdf: await measured(exportCommuneReport, officer, { reportId: communeId, format: 'pdf' }),
  };
}
