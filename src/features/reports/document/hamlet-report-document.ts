import {
  blocksOfText,
  type Block,
  type Column,
  type OfficialDocument,
  type Row,
} from '#platform/docx/document-model.ts';
import type { ReportContent } from '../model/content.ts';
import { kindOf } from '../model/span.ts';
import { fillIn, hamletInText, titleIn, type ReportTemplate } from '../model/template.ts';
import { nextInText, spanInText } from '../words.ts';
import { changeCell, cumulativeCell, goalCell, periodCell, rateCell, unbroken } from './figure-cells.ts';
import * as words from './words.ts';

/**
 * A hamlet's report in the layout of Nghị định 30/2020/NĐ-CP (domain/04 §3.4): header, recipients and signature by the
 * form, number left blank, the texts as the body, the figures as the annex. Of the content only: the same snapshot
 * gives the same document.
 */
export function hamletReportDocument(
  content: ReportContent,
  template: Pick<ReportTemplate, 'document' | 'sections' | 'parts'>,
): OfficialDocument {
  const { document: form } = template;
  const fill = (text: string) =>
    fillIn(text, {
      hamlet: hamletInText(content.hamlet),
      board: `Ban ${hamletInText(content.hamlet)}`,
      kind: content.hamlet.kind,
      commune: content.commune.title,
      place: content.commune.name,
      team: content.team,
      month: spanInText({ key: content.period, from: content.startsOn, to: content.endsOn }),
      next: nextInText(content.period),
    });
  return {
    ...(form.superior.length > 0 ? { superior: form.superior.map(fill) } : {}),
    issuer: form.issuer.map(fill),
    issuerInText: fill(form.issuerInText),
    number: null,
    symbol: form.symbol === null ? null : fill(form.symbol),
    place: content.commune.name,
    date: content.sentOn,
    year: Number((content.sentOn ?? content.day).slice(0, 4)),
    kind: form.kind,
    subject: fill(form.subject),
    addressees: form.addressees.map(fill),
    body: [
      { kind: 'paragraph', text: fill(form.opening) },
      ...bodyOf(content, template),
      { kind: 'paragraph', text: fill(form.closing) },
    ],
    signature: {
      ...(form.signature.authority.length > 0 ? { authority: form.signature.authority.map(fill) } : {}),
      title: fill(form.signature.title),
      name: content.signer,
    },
    recipients: form.recipients.map(fill),
    // A thematic report may ask for words only.
    annexes:
      content.figures.length === 0
        ? []
        : [
            {
              title: fill(form.annexTitle),
              landscape: false,
              blocks: [
                { kind: 'table', columns: indicatorColumns(content), rows: indicatorRows(content, template) },
                { kind: 'paragraph', text: [{ text: words.signs(kindOf(content.period)), italic: true }] },
                ...explanations(content),
              ],
            },
          ],
    sampleData: content.commune.isSample,
  };
}

/** Headings of the form with the texts under them; a section without text keeps its heading. */
function bodyOf(content: ReportContent, template: Pick<ReportTemplate, 'sections'>): Block[] {
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

/** The hamlet's words on what fell or is behind the plan, under the figures (W15). */
function explanations(content: ReportContent): Block[] {
  const given = (content.explanations ?? []).filter(({ text }) => text !== null);
  if (given.length === 0) return [];
  return [
    { kind: 'paragraph', text: [{ text: words.explanations, bold: true }] },
    ...given.map(({ code, title, text }): Block => ({
      kind: 'bullet',
      text: unbroken(`${code}. ${title}: ${(text ?? '').replace(/\s*\n\s*/g, '; ')}`),
    })),
  ];
}

function indicatorColumns({ period }: ReportContent): Column[] {
  const headers = words.columns(kindOf(period));
  return [
    { header: headers.code, width: 6, align: 'center' },
    { header: headers.title, width: 32, align: 'left' },
    { header: headers.unit, width: 11, align: 'center' },
    { header: headers.period, width: 10, align: 'right' },
    { header: headers.cumulative, width: 11, align: 'right' },
    { header: headers.goal, width: 10, align: 'right' },
    { header: headers.rate, width: 9, align: 'right' },
    { header: headers.change, width: 10, align: 'right' },
  ];
}

/** Rows of the figures under the lines of their parts; rows within another ("B4.loa") have no number of their own. */
function indicatorRows(content: ReportContent, template: Pick<ReportTemplate, 'parts'>): Row[] {
  return template.parts.flatMap((part): Row[] => [
    { section: `${part.code}. ${part.title}` },
    ...content.figures
      .filter((figure) => figure.part === part.code)
      .map((figure) => ({
        cells: [
          figure.code.includes('.') ? '' : figure.code,
          figure.title,
          figure.unit,
          periodCell(figure),
          cumulativeCell(figure),
          unbroken(goalCell(figure)),
          rateCell(figure),
          changeCell(figure),
        ],
      })),
  ]);
}
