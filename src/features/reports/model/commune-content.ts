import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { PaperSettings } from '#features/documents/model/settings.ts';
import type { Closing, Signer } from '#features/plans/model.ts';
import type { CommuneSum, SumRow } from './commune-sum.ts';
import type { ContentSection } from './content.ts';
import type { ReportFigure } from './figures.ts';
import { spanOf, type PeriodKey } from './span.ts';
import type { FilledPart } from './request.ts';
import type { ReportTemplate } from './template.ts';

/** Which of the two documents of one report: the office's to the People's Committee, or the Committee's to the province. */
export type CommuneDocument = 'office' | 'commune';

/** A hamlet in the commune's report, by value; null: it has no accepted report, and is named and never estimated. */
export interface CommuneRow {
  hamletId: Id;
  name: string;
  report: { id: Id; version: number; daysLate: number; figures: ReportFigure[] } | null;
}

/** Percent reached in a month's report, and where the plan's line stood; a month without a report is null. */
export interface EarlierRates {
  period: PeriodKey;
  rates: Record<string, { reached: number | null; planned: number | null }>;
}

/**
 * The commune's whole report: live while it is a draft, frozen when the head of the office approves it. Everything that a later
 * change could touch is in it by value (R83).
 */
export interface CommuneContent {
  /** The shape of this object, for the day when it changes. */
  format: 1;
  period: PeriodKey;
  closing: Closing;
  /** ISO: hamlets' reports that were accepted later are not in here. */
  cutoffAt: string;
  dueOn: Day;
  commune: { name: string; title: string; isSample: boolean };
  team: string;
  rows: CommuneRow[];
  sections: ContentSection[];
  /** Figures that other units gave; absent where none was asked. */
  filled?: FilledPart[];
  /** The commune's rates in the months before of the same year, by code; absent in what was frozen before they were kept. */
  earlier?: EarlierRates[];
  /** Who signs for the People's Committee (R75), and where its report goes (R74). */
  signer: Signer | null;
  recipients: string[];
  /** Issuer, signer and recipients of both documents on the day; absent in what was approved before they had dates. */
  papers?: Record<CommuneDocument, PaperSettings>;
}

/** The content as the table that sums over hamlets. */
export function sumOf(content: CommuneContent, template: ReportTemplate): CommuneSum {
  return {
    span: spanOf(content.period, content.closing),
    dueOn: content.dueOn,
    asOf: null,
    commune: content.commune,
    team: content.team,
    template,
    rows: content.rows.map((row): SumRow => ({
      ...row,
      report: row.report && {
        ...row.report,
        isAccepted: true,
        figures: new Map(row.report.figures.map((figure) => [figure.code, figure])),
      },
    })),
  };
}
