import type { WriteContext } from '#platform/commands/command.server.ts';
import { missingIn, type Evidence } from '../model/evidence.ts';

/** Tells an export of figures as the export of the report that they were taken from. */
export async function tellExport(
  ctx: WriteContext,
  evidence: Evidence,
  data: Record<string, unknown>,
): Promise<void> {
  const { span, report, rows } = evidence;
  const told = { period: span.key, hamlets: rows.length - missingIn(evidence).length, ...data };
  await ctx.emit(
    report === null
      ? {
          name: 'report.exported',
          hamletId: null,
          subject: 'report_sum',
          subjectId: ctx.id(),
          data: told,
        }
      : {
          name: 'commune_report.exported',
          hamletId: null,
          subject: 'commune_report',
          subjectId: report.id,
          data: told,
        },
  );
}
