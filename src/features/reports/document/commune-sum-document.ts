import { inSentence } from '#shared/in-sentence.ts';
import type { Block, Column, OfficialDocument, Row } from '#platform/docx/document-model.ts';
import { headOf } from '#features/documents/document/compose-document.ts';
import type { PaperSettings } from '#features/documents/model/settings.ts';
import { formatCount, formatPercent } from '#shared/numbers.ts';
import { rateOfFigure, type ReportFigure } from '../model/figures.ts';
import { fillIn, titleIn, type SumColumn } from '../model/template.ts';
import { draftText } from '../narrative/draft-text.ts';
import { inOneLine } from '../narrative/sentences.ts';
import { sumFigure, type CommuneSum, type SumRow } from '../model/commune-sum.ts';
import { nextInText, spanInText } from '../words.ts';
import { unbroken } from './figure-cells.ts';
import * as words from './words.ts';

/**
 * The commune's sum as the Culture–Social office reports it (R71): who has sent, the figures of those, and an annex
 * lying crosswise with a row per hamlet. Who is missing is named and never estimated. `paper`: issuer, signer and recipients of
 * the office's report on the day.
 */
export function communeSumDocument(sum: CommuneSum, paper: PaperSettings): OfficialDocument {
  const { issuer, signer, recipients } = paper;
  const { authority, title, name } = signer;
  const form = sum.template.document;
  const fill = (text: string) =>
    fillIn(text, {
      commune: sum.commune.title,
      place: sum.commune.name,
      team: sum.team,
      month: spanInText(sum.span),
      next: nextInText(sum.span.key),
    });
  return {
    ...headOf(issuer, { number: null, datedOn: null }, sum.asOf ?? sum.dueOn),
    kind: form.kind,
    subject: fill(form.subject),
    addressees: form.addressees.map(fill),
    body: [
      { kind: 'paragraph', text: fill(form.opening) },
      ...bodyOf(sum),
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
          { kind: 'paragraph', text: [{ text: words.signs(sum.span.kind), italic: true }] },
        ],
      },
    ],
    sampleData: sum.commune.isSample,
  };
}

/** Before anybody consolidated: where the hamlets stand, and the sums. */
function bodyOf(sum: CommuneSum): Block[] {
  if (sum.answers) return answerBlocks(sum, sum.answers);
  const sections = sum.template.sections.filter(({ code }) => code === 'general' || code === 'results');
  return sections.flatMap((section): Block[] => [
    { kind: 'heading', level: 1, text: titleIn(section.title, sum.span.key) },
    ...(section.code === 'general' ? statusLines(sum) : resultLines(sum)).map((text): Block =>
      text.startsWith('- ')
        ? { kind: 'bullet', text: unbroken(text.slice(2)) }
        : { kind: 'paragraph', text: unbroken(text) },
    ),
  ]);
}

/** A thematic or ad-hoc report is summed by what the hamlets answered, each with its name; its figures stand in the annex. */
function answerBlocks(sum: CommuneSum, answers: NonNullable<CommuneSum['answers']>): Block[] {
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  return [
    heading(words.sum.status),
    ...statusLines(sum).map((text): Block => ({ kind: 'paragraph', text: unbroken(text) })),
    ...answers.flatMap(({ title, texts }): Block[] => [
      heading(title),
      ...texts.map(({ hamlet, text }): Block => ({
        kind: 'bullet',
        text: unbroken(`${hamlet}: ${inOneLine(text)}`),
      })),
      ...(texts.length === 0 ? [{ kind: 'paragraph', text: words.sum.noAnswer } as const] : []),
    ]),
  ];
}

/** Which hamlets have sent, which were late, which are missing. */
export function statusLines({ rows }: CommuneSum): string[] {
  const missing = rows.filter((row) => row.report === null).map((row) => row.name);
  const late = rows.flatMap(({ name, report }) =>
    report && report.daysLate > 0 ? [words.sum.lateOne(name, report.daysLate)] : [],
  );
  return [
    missing.length === 0
      ? words.sum.allSent(rows.length)
      : words.sum.someSent(rows.length - missing.length, rows.length, missing.join(', ')),
    ...(late.length > 0 ? [words.sum.late(late.join(', '))] : []),
  ];
}

function resultLines(sum: CommuneSum): string[] {
  const codes = [...new Set(sum.rows.flatMap((row) => [...(row.report?.figures.keys() ?? [])]))];
  const rows = codes.flatMap((code) => sumFigure(sum.rows, code) ?? []);
  if (rows.length === 0) return [words.sum.nothing];
  const ground = { kind: sum.span.kind, rows, place: sum.commune.title, team: sum.team };
  return (['outreach', 'government', 'economy', 'society', 'groups'] as const).flatMap((code) =>
    draftText(code, ground).split('\n').filter(Boolean),
  );
}

export function sumColumns(sum: CommuneSum): Column[] {
  return [
    { header: words.rank, width: 5, align: 'center' },
    { header: words.hamlet, width: 13, align: 'left' },
    ...sum.template.sumColumns.map(({ header, group }): Column => ({
      header,
      width: 8,
      align: 'right',
      ...(group === null ? {} : { group }),
    })),
    { header: words.note, width: 13, align: 'left' },
  ];
}

export function sumRows(sum: CommuneSum): Row[] {
  const columns = sum.template.sumColumns;
  const sent = sum.rows.filter((row) => row.report !== null).length;
  return [
    ...sum.rows.map((row, index) => ({
      cells: [
        String(index + 1),
        row.name,
        ...columns.map((column) => sumCell(column, row.report?.figures.get(column.indicator) ?? null)),
        noteOf(row),
      ],
    })),
    {
      cells: [
        '',
        words.total(sent, sum.rows.length),
        ...columns.map((column) => sumCell(column, sumFigure(sum.rows, column.indicator))),
        '',
      ],
      total: true,
    },
  ];
}

/** One cell of the commune's table; "—" where a hamlet has not sent, or does not collect. */
export function sumCell({ value }: SumColumn, figure: ReportFigure | null): string {
  if (figure === null) return '—';
  return value === 'rate'
    ? formatPercent(rateOfFigure(figure)).replace(/ %$/, '')
    : formatCount(figure[value]);
}

/** A column's head in one line: "Hộ được tuyên truyền: lũy kế"; an abbreviation keeps its capitals. */
export function columnTitle({ group, header }: SumColumn): string {
  return group === null ? header : `${group}: ${inSentence(header)}`;
}

export function noteOf({ report }: SumRow): string {
  if (report === null) return words.notSent;
  return words.notes(report.daysLate, report.isAccepted);
}
