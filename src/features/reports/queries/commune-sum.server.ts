import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { notFound } from '#shared/problem.ts';
import { getCommune, listHamlets } from '#features/org/queries.server.ts';
import type { CommuneSum, SumRow } from '../model/commune-sum.ts';
import { isInForce } from '../model/report-state.ts';
import type { PeriodKey } from '../model/span.ts';
import { canSeeCommuneSum } from '../policy.ts';
import { reportsOf } from './find-report.server.ts';
import { reportCalendar } from './report-calendar.server.ts';
import { templateFor } from './templates.server.ts';

/**
 * The commune's table of a period: of each hamlet the newest version that it has sent and nobody returned, as it was sent
 * (the snapshot). Hamlets without one are in it by name, with no figure. Throws `not_found` for who may not see it.
 */
export async function communeSum(ctx: ReadContext, period: PeriodKey): Promise<CommuneSum> {
  if (!canSeeCommuneSum(ctx.actor)) throw notFound();
  const calendar = await reportCalendar(ctx);
  const span = calendar.spanOf(period);
  const template = await templateFor(ctx, 'office', span.to);
  const commune = await getCommune(ctx);
  const reports = (await reportsOf(ctx, [period])).filter((report) => isInForce(report.state));
  const rows = (await listHamlets(ctx)).map(({ id, name }): SumRow => {
    const report = reports.find((one) => one.hamletId === id);
    return {
      hamletId: id,
      name,
      report: report?.snapshot
        ? {
            id: report.id,
            version: report.version,
            isAccepted: report.state !== 'submitted',
            daysLate: report.snapshot.daysLate,
            figures: new Map(report.snapshot.figures.map((figure) => [figure.code, figure])),
          }
        : null,
    };
  });
  const sent = reports.flatMap((report) => (report.submittedAt ? [dayOf(report.submittedAt)] : []));
  return {
    span,
    dueOn: calendar.dueOn(period, null),
    asOf: sent.sort().at(-1) ?? null,
    commune: { name: commune.name, title: commune.title, isSample: commune.isSample },
    team: commune.teamKindName,
    template: template.definition,
    rows,
  };
}
