import type { ReadContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { notFound } from '#shared/problem.ts';
import { hamletsOn } from '#features/org/queries/hamlet-lives.server.ts';
import { getCommune } from '#features/org/queries.server.ts';
import type { SumRow } from '#features/reports/model/commune-sum.ts';
import type { ReportFigure } from '#features/reports/model/figures.ts';
import { kindOf, type PeriodKey } from '#features/reports/model/span.ts';
import { communeVersionsOf } from '#features/reports/queries/find-commune-report.server.ts';
import { reportsOf } from '#features/reports/queries/find-report.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import type { Evidence } from '../model/evidence.ts';
import { canReadEvidence } from '../policy.ts';

/**
 * The reports that a period's values are taken from: the commune's own once it is issued, as it was approved; before that the
 * hamlets' accepted ones, as they were sent. Throws `not_found` for who may read neither, and for what is no period of the
 * calendar: a thematic report has a form and days of its own.
 */
export async function evidenceOf(ctx: ReadContext, period: PeriodKey): Promise<Evidence> {
  if (kindOf(period) === 'asked') throw notFound();
  const issued = await issuedOf(ctx, period);
  if (!canReadEvidence(ctx.actor, issued ? 'issued' : 'accepted')) throw notFound();
  if (issued?.snapshot) {
    const { id, span, snapshot, registered } = issued;
    return {
      kind: 'issued',
      span,
      commune: snapshot.commune,
      report: { id, ...registered.commune },
      asOf: snapshot.cutoffAt ? dayOf(new Date(snapshot.cutoffAt)) : null,
      rows: snapshot.rows.map((row): SumRow => ({
        ...row,
        report: row.report && {
          ...row.report,
          isAccepted: true,
          figures: byCode(row.report.figures),
        },
      })),
    };
  }
  const accepted = (await reportsOf(ctx, [period])).filter(
    ({ state, snapshot }) => (state === 'accepted' || state === 'locked') && snapshot !== null,
  );
  const sent = accepted.flatMap(({ submittedAt }) => (submittedAt ? [dayOf(submittedAt)] : []));
  const { title, isSample } = await getCommune(ctx);
  const span = (await reportCalendar(ctx)).spanOf(period);
  return {
    kind: 'accepted',
    span,
    commune: { title, isSample },
    report: null,
    asOf: sent.sort().at(-1) ?? null,
    rows: (await hamletsOn(ctx, span.to)).map(({ id, name }): SumRow => {
      const report = accepted.find((one) => one.hamletId === id);
      return {
        hamletId: id,
        name,
        report: report?.snapshot
          ? {
              id: report.id,
              version: report.version,
              isAccepted: true,
              daysLate: report.snapshot.daysLate,
              figures: byCode(report.snapshot.figures),
            }
          : null,
      };
    }),
  };
}

/** The same, or null for who may read neither. */
export async function findEvidence(ctx: ReadContext, period: PeriodKey): Promise<Evidence | null> {
  return canReadEvidence(ctx.actor, (await issuedOf(ctx, period)) ? 'issued' : 'accepted')
    ? evidenceOf(ctx, period)
    : null;
}

/** The newest version that left the house. */
const issuedOf = async (ctx: ReadContext, period: PeriodKey) =>
  (await communeVersionsOf(ctx, period)).find(
    ({ state, snapshot }) => (state === 'issued' || state === 'archived') && snapshot !== null,
  );

const byCode = (figures: readonly ReportFigure[]) => new Map(figures.map((figure) => [figure.code, figure]));
