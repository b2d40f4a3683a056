import { sumFigure, type CommuneSum } from '../model/commune-sum.ts';
import type { ReportContent } from '../model/content.ts';
import { rateOfFigure, type ReportFigure } from '../model/figures.ts';

/**
 * Reports as open JSON, for evidence and for other reporting systems (R4, engineering/integrations): figures by their codes,
 * null for what is not collected. `format` counts on when the shape changes.
 */

const valuesOf = (figure: ReportFigure) => ({
  code: figure.code,
  title: figure.title,
  unit: figure.unit,
  period: figure.period,
  cumulative: figure.cumulative,
  population: figure.population,
  unknown: figure.unknown,
  rate: rateOfFigure(figure),
  change: figure.change,
  goal: figure.goal,
});

export const contentJson = (content: ReportContent, version: number) => ({
  format: 'to-so.report.1',
  period: content.period,
  startsOn: content.startsOn,
  endsOn: content.endsOn,
  cutoffAt: content.cutoffAt,
  commune: content.commune.title,
  hamlet: content.hamlet.name,
  version,
  sentOn: content.sentOn,
  daysLate: content.sentOn === null ? null : content.daysLate,
  sampleData: content.commune.isSample,
  figures: content.figures.map(valuesOf),
  sections: content.sections.map(({ code, title, text, written }) => ({ code, title, text, written })),
});

export function sumJson(sum: CommuneSum) {
  const codes = [...new Set(sum.rows.flatMap((row) => [...(row.report?.figures.keys() ?? [])]))];
  return {
    format: 'to-so.report-sum.1',
    period: sum.span.key,
    startsOn: sum.span.from,
    endsOn: sum.span.to,
    commune: sum.commune.title,
    dueOn: sum.dueOn,
    asOf: sum.asOf,
    sampleData: sum.commune.isSample,
    hamlets: sum.rows.map(({ name, report }) => ({
      name,
      // Null: it has sent nothing that stands, and is not estimated.
      report: report && {
        version: report.version,
        accepted: report.isAccepted,
        daysLate: report.daysLate,
        figures: [...report.figures.values()].map(valuesOf),
      },
    })),
    // Of a thematic or ad-hoc report.
    ...(sum.answers ? { answers: sum.answers } : {}),
    total: codes.flatMap((code) => sumFigure(sum.rows, code) ?? []).map(valuesOf),
  };
}
