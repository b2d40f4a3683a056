import { runCommand, runQuery } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { checkSample, drawSample } from '#features/reports/commands/keep-sample.server.ts';
import { reportsOf } from '#features/reports/queries/find-report.server.ts';
import { reportSample } from '#features/reports/queries/report-sample.server.ts';
import { addMonths, dayOf, monthOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { officeActor, type DemoPlace } from './demo-actors.ts';

/** What was found at the doors: mostly as written down, sometimes otherwise or nobody at home, and one not asked yet. */
const found = [
  'confirmed',
  'confirmed',
  'differs',
  'confirmed',
  'not_met',
  'confirmed',
  'confirmed',
  null,
] as const;
const note = { differs: 'Bà con nói hôm đó người khác trong Tổ đến.', not_met: 'Hai lần đến đều đi vắng.' };
const drawn = 8;

/** Re-visits (R97): of last month's reports of the first hamlets some visits are drawn and asked about, through the commands. */
export async function writeDemoSamples(database: Database, place: DemoPlace): Promise<void> {
  const hanh = { actor: officeActor(place, 'hanh'), now: place.now };
  const month = addMonths(monthOf(dayOf(place.now)), -1);
  const some = new Set(place.hamlets.slice(0, 3).map(({ id }) => id));
  const reports = await runQuery(database, hanh, (ctx) => reportsOf(ctx, [month]));
  for (const { id: reportId, hamletId } of reports) {
    if (!some.has(hamletId) || !(await draw(reportId))) continue;
    const sample = await runQuery(database, hanh, (ctx) => reportSample(ctx, reportId));
    for (const [index, { id: sampleId }] of sample.entries()) {
      const result = found[index % found.length] ?? null;
      if (result === null) continue;
      await runCommand(database, checkSample, hanh, {
        sampleId,
        result,
        note: result === 'confirmed' ? null : note[result],
      });
    }
  }

  /** A small commune may have had no visit in the month to ask about. */
  async function draw(reportId: string): Promise<boolean> {
    try {
      await runCommand(database, drawSample, hanh, { reportId, count: drawn });
      return true;
    } catch (cause) {
      if (cause instanceof Problem && cause.code === 'state.conflict') return false;
      throw cause;
    }
  }
}
