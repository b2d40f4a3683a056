import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { hamletsOn } from '#features/org/queries/hamlet-lives.server.ts';
import { getCommune } from '#features/org/queries.server.ts';
import type { CommuneSum, SumRow } from '../model/commune-sum.ts';
import { isInForce } from '../model/report-state.ts';
import { document as words } from '../call-words.ts';
import type { PeriodKey } from '../model/span.ts';
import { textSections, titleIn, type ReportTemplate } from '../model/template.ts';
import { canSeeCommuneSum } from '../policy.ts';
import { reportsOf, type Report } from './find-report.server.ts';
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
  const commune = await getCommune(ctx, span.to < ctx.today ? span.to : ctx.today);
  const reports = (await reportsOf(ctx, [period])).filter((report) => isInForce(report.state));
  const hamlets = (await hamletsOn(ctx, span.to)).filter(
    ({ id }) => call === null || (call.isCancelled ? call.hamletIds.includes(id) : calendar.asks(period, id)),
  );
  const rows = hamlets.map(({ id, name }): SumRow => {
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
    ...(call === null ? {} : { answers: await answersOf(ctx, call, reports, hamlets) }),
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

/** What the hamlets' people wrote for a thematic or ad-hoc report, section by section, in the order of the hamlets. */
async function answersOf(
  ctx: ReadContext,
  call: ReportCall,
  reports: readonly Report[],
  hamlets: readonly { id: Id; name: string }[],
): Promise<NonNullable<CommuneSum['answers']>> {
  const { definition } = await getTemplate(ctx, call.templateId);
  return textSections(definition).map(({ code, title }) => ({
    title: titleIn(title, call.period),
    texts: hamlets.flatMap(({ id, name }) => {
      const report = reports.find((one) => one.hamletId === id);
      const section = report?.snapshot?.sections.find((one) => one.code === code && one.written);
      return section ? [{ hamlet: name, text: section.text }] : [];
    }),
  }));
}
