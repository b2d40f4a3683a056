import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf, type Month } from '#shared/calendar.ts';
import { notFound } from '#shared/problem.ts';
import { getCommune, listHamlets } from '#features/org/queries.server.ts';
import type { CommuneSum, SumRow } from '../model/commune-sum.ts';
import { dueOn } from '../model/period.ts';
import { isInForce } from '../model/report-state.ts';
import { canSeeCommuneSum } from '../policy.ts';
import { reportsBetween } from './find-report.server.ts';
import { dueDayOf } from './report-content.server.ts';
import { templateFor } from './templates.server.ts';

/**
 * The commune's table of a month: of each hamlet the newest version that it has sent and nobody returned, as it was sent
 * (the snapshot). Hamlets without one are in it by name, with no figure. Throws `not_found` for who may not see it.
 */
export async function communeSum(ctx: ReadContext, month: Month): Promise<CommuneSum> {
  if (!canSeeCommuneSum(ctx.actor)) throw notFound();
  const template = await templateFor(ctx, 'commune_month', month);
  const commune = await getCommune(ctx);
  const reports = (await reportsBetween(ctx, month, month)).filter((report) => isInForce(report.state));
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
    month,
    dueOn: dueOn(month, await dueDayOf(ctx, month)),
    asOf: sent.sort().at(-1) ?? null,
    commune: { name: commune.name, title: commune.title, isSample: commune.isSample },
    team: commune.teamKindName,
    template: template.definition,
    rows,
  };
}
