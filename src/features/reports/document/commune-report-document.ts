import { blocksOfText, type Block, type OfficialDocument } from '#platform/docx/document-model.ts';
import { unbroken } from './figure-cells.ts';
import { sumColumns, sumRows } from './commune-sum-document.ts';
import * as printed from './words.ts';
import { kindOf, movedBy } from '../model/span.ts';
import { fillIn, titleIn, type ReportTemplate } from '../model/template.ts';
import { periodInText } from '../words.ts';
import { sumOf, type CommuneContent } from '../model/commune-content.ts';
import type { Registration } from '../queries/find-commune-report.server.ts';

/** Which of the two documents of one report: the office's to the People's Committee, or the Committee's to the province. */
export type CommuneDocument = 'office' | 'commune';

/**
 * The commune's report in the layout of Nghị định 30/2020/NĐ-CP, by the form of the document: header, number and date as the
 * records clerk gave them (blank until then), the texts, the signer of the plan (R75), the annex with a row per hamlet.
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
  // As the clerk wrote it: "212/BC-UBND" has its own symbol.
  const [number = null, symbol = form.symbol] = registered.number?.split('/') ?? [];
  // The plan names who signs for the Committee; the office's head signs for the office.
  const signer = document === 'commune' ? content.signer : null;
  return {
    ...(form.superior.length > 0 ? { superior: form.superior.map(fill) } : {}),
    issuer: form.issuer.map(fill),
    issuerInText: fill(form.issuerInText),
    number,
    symbol,
    place: content.commune.name,
    date: registered.datedOn,
    year: Number((registered.datedOn ?? content.dueOn).slice(0, 4)),
    kind: form.kind,
    subject: fill(form.subject),
    addressees: form.addressees.map(fill),
    body: [
      { kind: 'paragraph', text: fill(form.opening) },
      ...bodyOf(content, template),
      { kind: 'paragraph', text: fill(form.closing) },
    ],
    signature: {
      authority: signer ? signer.authority : form.signature.authority.map(fill),
      title: signer ? signer.title : fill(form.signature.title),
      name: signer?.name ?? null,
    },
    recipients:
      document === 'commune' && content.recipients.length > 0
        ? content.recipients
        : form.recipients.map(fill),
    annexes: [
      {
        title: fill(form.annexTitle),
        landscape: true,
        blocks: [
          { kind: 'table', columns: sumColumns(sum), rows: sumRows(sum) },
          { kind: 'paragraph', text: [{ text: printed.signs(kindOf(content.period)), italic: true }] },
        ],
      },
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
