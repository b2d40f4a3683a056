import type { ReadContext } from '#platform/commands/command.server.ts';
import { changedFigures, type FigureChange, type ReportFigure } from '../model/figures.ts';
import type { Report } from './find-report.server.ts';
import { reportFigures } from './report-figures.server.ts';
import { getTemplate } from './templates.server.ts';

/** The same period's figures as they are now, by the report's own form. Asks no permission: who calls it has (`getReport`). */
export async function figuresNow(
  ctx: ReadContext,
  report: Pick<Report, 'hamletId' | 'span' | 'templateId'>,
): Promise<ReportFigure[]> {
  const template = await getTemplate(ctx, report.templateId);
  const { hamletId, span } = report;
  return (await reportFigures(ctx, template.definition, { hamletId, span, cutoffAt: ctx.now })).rows;
}

/**
 * What the same period's figures say now and did not say when the report was sent ("đã đổi sau khi gửi: +3 hộ", P17). Nothing for
 * a draft, whose figures are live. The snapshot itself never changes.
 */
export async function differsSinceSubmission(
  ctx: ReadContext,
  report: Pick<Report, 'hamletId' | 'span' | 'templateId' | 'state' | 'snapshot'>,
): Promise<FigureChange[]> {
  if (report.state === 'draft' || !report.snapshot) return [];
  // A day that had not come when it was sent (the last one, in the evening) belongs to the period too: it is a difference.
  return changedFigures(report.snapshot.figures, await figuresNow(ctx, report));
}
