import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { notFound } from '#shared/problem.ts';
import { getCommune, listHamlets } from '#features/org/queries.server.ts';
import type { CommuneSum, SumRow } from '../model/commune-sum.ts';
import { isInForce } from '../model/report-state.ts';
import { document as words } from '../call-words.ts';
import type { PeriodKey } from '../model/span.ts';
import type { ReportTemplate } from '../model/template.ts';
import { canSeeCommuneSum } from '../policy.ts';
import { reportsOf } from './find-report.server.ts';
import { reportCalendar } from './report-calendar.server.ts';
import { callOf, type ReportCall } from './report-calls.server.ts';
import { getTemplate, templateFor } from './templates.server.ts';

/**
 * The commune's table of a period: of each hamlet the newest version that it has sent and nobody returned, as it was sent
 * (the snapshot). Hamlets without one are in it by name, with no figure. Throws `not_found` for who may not see it.
 */
export async function communeSum(ctx: ReadContext, period: PeriodKey): Promise<CommuneSum> {
  if (!canSeeCommuneSum(ctx.actor)) throw notFound();
  const calendar = await reportCalendar(ctx);
  const span = calendar.spanOf(period);
  const office = (await templateFor(ctx, 'office', span.to)).definition;
  const call = await callOf(ctx, period);
  const commune = await getCommune(ctx);
  const reports = (await reportsOf(ctx, [period])).filter((report) => isInForce(report.state));
  const rows = (await listHamlets(ctx))
    .filter(({ id }) => call === null || call.hamletIds.includes(id))
    .map(({ id, name }): SumRow => {
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
    template: call === null ? office : await sumFormOf(ctx, call, office),
    rows,
  };
}

/** The office's own head and foot over the columns of a thematic or ad-hoc report. */
async function sumFormOf(
  ctx: ReadContext,
  call: ReportCall,
  office: ReportTemplate,
): Promise<ReportTemplate> {
  const { definition } = await getTemplate(ctx, call.templateId);
  return {
    ...office,
    document: {
      ...office.document,
      subject: words.sumSubject(definition.name),
      opening: words.sumOpening(definition.name),
      closing: words.sumClosing,
      annexTitle: words.sumAnnex,
    },
    sumColumns: definition.sumColumns,
  };
}
