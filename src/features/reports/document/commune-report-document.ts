import {
  blocksOfText,
  type Annex,
  type Block,
  type OfficialDocument,
} from '#platform/docx/document-model.ts';
import { headOf } from '#features/documents/document/compose-document.ts';
import type { PaperSettings } from '#features/documents/model/settings.ts';
import type { Signer } from '#features/plans/model.ts';
import { formatCount } from '#shared/numbers.ts';
import { communeCharts } from './commune-charts.ts';
import { doesNotApply, unbroken } from './figure-cells.ts';
import { sumColumns, sumRows } from './commune-sum-document.ts';
import * as printed from './words.ts';
import { kindOf, movedBy } from '../model/span.ts';
import { fillIn, titleIn, type ReportTemplate } from '../model/template.ts';
import { periodInText } from '../words.ts';
import { sumOf, type CommuneContent, type CommuneDocument } from '../model/commune-content.ts';
import type { Registration } from '../queries/find-commune-report.server.ts';

/**
 * The commune's report in the layout of Nghị định 30/2020/NĐ-CP, by the form of the document: header, number and date as the
 * records clerk gave them (blank until then), the texts, signer and recipients of the day (R74, R75), the annex with a row per hamlet.
 */
export function communeReportDocument(
  content: CommuneContent,
  template: ReportTemplate,
  { document, registered }: { document: CommuneDocument; registered: Registration },
): OfficialDocument {
  const { document: form } = template;
  const sum = sumOf(content, template);
  const fill = (text: string) =>
    fillIn(text, {
      commune: content.commune.title,
      place: content.commune.name,
      team: content.team,
      month: periodInText(content.period),
      next: periodInText(movedBy(content.period, 1)),
    });
  const { issuer, signer, recipients } =
    content.papers?.[document] ?? paperOfForm(content, form, document, fill);
  const { authority, title, name } = signer;
  return {
    ...headOf(issuer, registered, content.dueOn),
    kind: form.kind,
    subject: fill(form.subject),
    addressees: form.addressees.map(fill),
    body: [
      { kind: 'paragraph', text: fill(form.opening) },
      ...bodyOf(content, template),
      { kind: 'paragraph', text: fill(form.closing) },
    ],
    signature: { authority, title, name },
    recipients,
    annexes: [
      {
        title: fill(form.annexTitle),
        landscape: true,
        blocks: [
          { kind: 'table', columns: sumColumns(sum), rows: sumRows(sum) },
          { kind: 'paragraph', text: [{ text: printed.signs(kindOf(content.period)), italic: true }] },
          ...communeCharts(content, sum),
        ],
      },
      ...filledAnnex(content),
    ],
    sampleData: content.commune.isSample,
  };
}

function bodyOf(content: CommuneContent, template: ReportTemplate): Block[] {
  const textOf = (code: string) => content.sections.find((section) => section.code === code)?.text ?? '';
  return template.sections.flatMap((section): Block[] => [
    { kind: 'heading', level: 1, text: titleIn(section.title, content.period) },
    ...(section.sections.length === 0
      ? blocksOfText(unbroken(textOf(section.code)))
      : section.sections.flatMap((inner): Block[] => [
          { kind: 'heading', level: 2, text: titleIn(inner.title, content.period) },
          ...blocksOfText(unbroken(textOf(inner.code))),
        ])),
  ]);
}

/** What the form and the plan said, for a report that was approved before issuers, signers and recipients had dates. */
function paperOfForm(
  content: CommuneContent,
  form: ReportTemplate['document'],
  document: CommuneDocument,
  fill: (text: string) => string,
): Pick<PaperSettings, 'issuer' | 'recipients'> & { signer: Signer } {
  const isCommittees = document === 'commune';
  const { authority, title } = form.signature;
  const own = { authority: authority.map(fill), title: fill(title), name: null };
  return {
    issuer: {
      superior: form.superior.map(fill),
      lines: form.issuer.map(fill),
      inText: fill(form.issuerInText),
      symbol: form.symbol ?? '',
      place: content.commune.name,
    },
    signer: (isCommittees ? content.signer : null) ?? own,
    recipients:
      isCommittees && content.recipients.length > 0 ? content.recipients : form.recipients.map(fill),
  };
}

/** What other units gave, with their names; one that has not sent is named, and its figures are "—". */
function filledAnnex(content: CommuneContent): Annex[] {
  const parts = content.filled ?? [];
  if (parts.length === 0) return [];
  const heads = printed.columns(kindOf(content.period));
  const cell = (shown: boolean, value: number | null) => (shown ? formatCount(value) : doesNotApply);
  return [
    {
      title: `${printed.filled.title} ${periodInText(content.period)}`,
      landscape: false,
      blocks: [
        {
          kind: 'table',
          columns: [
            { header: heads.code, width: 7, align: 'center' },
            { header: heads.title, width: 45, align: 'left' },
            { header: heads.unit, width: 14, align: 'center' },
            { header: heads.period, width: 16, align: 'right' },
            { header: heads.cumulative, width: 18, align: 'right' },
          ],
          rows: parts.flatMap((part) => [
            { section: printed.filled.part(part.code, part.title, part.unit, part.sentOn !== null) },
            ...part.rows.map((row) => ({
              cells: [
                row.code,
                row.title,
                row.unit,
                cell(row.period, row.values.period),
                cell(row.cumulative, row.values.cumulative),
              ],
            })),
          ]),
        },
        { kind: 'paragraph', text: [{ text: printed.filled.signs, italic: true }] },
      ],
    },
  ];
}
