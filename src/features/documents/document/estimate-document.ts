import type { Block, OfficialDocument, Row } from '#platform/docx/document-model.ts';
import { formatDay, type Day } from '#shared/calendar.ts';
import { plainDong, sumDong, type Dong } from '#shared/dong.ts';
import { dongInWords } from '#shared/dong-in-words.ts';
import { formatCount } from '#shared/numbers.ts';
import type { Estimate } from '#features/budget/queries/estimates.server.ts';
import type { PaperSettings } from '../model/settings.ts';
import { headOf } from './compose-document.ts';
import { budget as words, kinds } from './words.ts';

/** What a paper about money says of the commune and the day it is printed. */
export interface MoneyPaper {
  settings: PaperSettings;
  /** "xã Nhơn Mỹ" */
  commune: string;
  day: Day;
  isSample: boolean;
}

/**
 * An estimate, or a change of one, as the Economic office submits it (form 1.4 of NĐ 30/2020, "Tờ trình"): the sum in figures and in
 * words, by source, and the lines with quantity, norm and amount in an annex lying crosswise.
 */
export function estimateDocument(
  estimate: Pick<Estimate, 'year' | 'kind' | 'title' | 'reason' | 'decision' | 'lines' | 'total'>,
  paper: MoneyPaper,
): OfficialDocument {
  const { year, title, lines, total, decision, reason } = estimate;
  const isChange = estimate.kind === 'change';
  const sources = [...Map.groupBy(lines, ({ source }) => source)];
  return {
    ...moneyFrame(paper, kinds.estimate),
    subject: isChange ? words.changeSubject(title, year) : words.estimateSubject(title, year),
    body: [
      { kind: 'paragraph', text: words.estimateOpening(year) },
      ...(isChange && reason !== null ? [paragraph(words.reason(reason))] : []),
      ...sumLines(total),
      ...(sources.length > 1 ? [paragraph(`${words.bySource}:`)] : []),
      ...(sources.length > 1
        ? sources.map(([name, own]): Block => ({
            kind: 'bullet',
            text: words.ofSource(name, sumDong(own.map(({ amount }) => amount))),
          }))
        : []),
      ...(decision ? [paragraph(words.decided(decision.number, formatDay(decision.on)))] : []),
      paragraph(words.annexed),
    ],
    annexes: [
      {
        title: words.estimateAnnex,
        landscape: true,
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: words.columns.rank, width: 4, align: 'center' },
              { header: words.columns.name, width: 26, align: 'left' },
              { header: words.columns.team, width: 11, align: 'left' },
              { header: words.columns.source, width: 16, align: 'left' },
              { header: words.columns.unit, width: 10, align: 'center' },
              { header: words.columns.quantity, width: 8, align: 'right' },
              { header: words.columns.norm, width: 12, align: 'right' },
              { header: words.columns.amount, width: 13, align: 'right' },
            ],
            rows: [
              ...lines.map((line, index): Row => ({
                cells: [
                  String(index + 1),
                  line.name,
                  line.hamlet ?? '',
                  line.source,
                  line.unit,
                  formatCount(line.quantity),
                  plainDong(line.norm),
                  signed(line.amount),
                ],
              })),
              { cells: ['', words.total, '', '', '', '', '', signed(total)], total: true },
            ],
          },
        ],
      },
    ],
  };
}

/** Head, kind, addressee, signature and recipients of a paper about money. */
export function moneyFrame(
  { settings, commune, day, isSample }: MoneyPaper,
  kind: string,
): Omit<OfficialDocument, 'subject' | 'body'> {
  const { authority, title, name } = settings.signer;
  return {
    ...headOf(settings.issuer, { number: null, datedOn: null }, day),
    kind,
    addressees: [words.addressee(commune)],
    signature: { authority, title, name },
    recipients: settings.recipients,
    sampleData: isSample,
  };
}

/** The sum in figures, and in words as official papers have it. */
export const sumLines = (total: Dong): Block[] => [
  { kind: 'paragraph', text: [{ text: words.totalOf(total), bold: true }] },
  { kind: 'paragraph', text: [{ text: words.inWords(dongInWords(total)), italic: true }] },
];

/** '1.234.567', with a true minus where a change takes away. */
export const signed = (amount: Dong): string => (amount < 0n ? `−${plainDong(-amount)}` : plainDong(amount));

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
