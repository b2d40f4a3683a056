import type { OfficialDocument } from '#platform/docx/document-model.ts';
import {
  moneyPaper,
  printedEstimate,
  printedSettlement,
} from '#features/documents/printed-budget.test-data.ts';
import { commitmentDocument } from '#features/documents/document/commitment-document.ts';
import {
  commitmentPlace,
  printedCommitment,
  signedCommitment,
} from '#features/documents/printed-commitment.test-data.ts';
import { estimateDocument } from '#features/documents/document/estimate-document.ts';
import { settlementDocument } from '#features/documents/document/settlement-document.ts';
import { defaultSettings } from '#features/documents/default-settings.ts';
import { printedInspection } from '#features/documents/printed-inspection.test-data.ts';
import { documentOf, printed } from '#features/documents/printed.test-data.ts';
import { communeTemplate, hamletTemplate, officeTemplate } from '#features/reports/default-templates.ts';
import { communeReportDocument } from '#features/reports/document/commune-report-document.ts';
import { communeSumDocument } from '#features/reports/document/commune-sum-document.ts';
import { hamletReportDocument } from '#features/reports/document/hamlet-report-document.ts';
import {
  communeContent,
  communeSumContent,
  hamletContent,
} from '#features/reports/document/sample-contents.test-data.ts';

const blank = { number: null, datedOn: null };
const given = { number: '212/BC-UBND', datedOn: '2026-11-12' as const };

/** One document of every kind that the product makes. A new kind of report is a line here, one of the office’s documents a line of `printed`; each is held to the decree. */
export const documentKinds: Record<string, () => OfficialDocument> = {
  ...Object.fromEntries(printed.map(({ content }) => [content.kind, () => documentOf(content)])),
  'minutes of an inspection': () => documentOf(printedInspection),
  'an estimate of money': () => estimateDocument(printedEstimate, moneyPaper('estimate')),
  'a settlement of money': () => settlementDocument(printedSettlement, moneyPaper('settlement')),
  'a promise of quality, to be signed': () => commitmentDocument(printedCommitment, commitmentPlace),
  'a promise of quality, signed': () => commitmentDocument(signedCommitment, commitmentPlace),
  'a hamlet’s report': () => hamletReportDocument(hamletContent, hamletTemplate),
  'the commune’s sum': () =>
    communeSumDocument(
      communeSumContent,
      defaultSettings('office_report', communeSumContent.commune, undefined),
    ),
  'the office’s report, without a number': () =>
    communeReportDocument(communeContent, officeTemplate, { document: 'office', registered: blank }),
  'the commune’s report, with number and date': () =>
    communeReportDocument(communeContent, communeTemplate, { document: 'commune', registered: given }),
};
