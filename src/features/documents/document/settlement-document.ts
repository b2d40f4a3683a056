import type { OfficialDocument, Row } from '#platform/docx/document-model.ts';
import { formatDay } from '#shared/calendar.ts';
import { sumDong } from '#shared/dong.ts';
import type { SettledLine } from '#features/budget/model/settlement.ts';
import type { Settlement } from '#features/budget/queries/settlements.server.ts';
import { periodOf } from '#features/budget/words.ts';
import { inSentence } from '#shared/in-sentence.ts';
import { moneyFrame, signed, sumLines, type MoneyPaper } from './estimate-document.ts';
import { budget as words, kinds } from './words.ts';

/**
 * The settlement of a period as the Economic office reports it (form 1.4 of NĐ 30/2020, "Báo cáo"): what was approved, paid and left,
 * the sum paid in words, and the lines in an annex. It names no payee and no voucher.
 */
export function settlementDocument(
  settlement: Pick<Settlement, 'year' | 'period' | 'from' | 'to' | 'lines'>,
  paper: MoneyPaper,
): OfficialDocument {
  const { lines, year, period, from, to } = settlement;
  const sum = (key: 'approved' | 'before' | 'paid' | 'left') => sumDong(lines.map((line) => line[key]));
  const cells = (line: Pick<SettledLine, 'approved' | 'before' | 'paid' | 'left'>) => [
    signed(line.approved),
    signed(line.before),
    signed(line.paid),
    signed(line.left),
  ];
  const total = { approved: sum('approved'), before: sum('before'), paid: sum('paid'), left: sum('left') };
  return {
    ...moneyFrame(paper, kinds.settlement),
    subject: words.settlementSubject(inSentence(periodOf(year, period))),
    body: [
      { kind: 'paragraph', text: words.settlementOpening(formatDay(from), formatDay(to)) },
      { kind: 'bullet', text: words.approved(total.approved) },
      { kind: 'bullet', text: words.before(total.before) },
      { kind: 'bullet', text: words.paid(total.paid) },
      { kind: 'bullet', text: words.left(total.left) },
      ...sumLines(total.paid),
      { kind: 'paragraph', text: words.annexed },
    ],
    annexes: [
      {
        title: words.settlementAnnex,
        landscape: true,
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: words.columns.rank, width: 4, align: 'center' },
              { header: words.columns.name, width: 28, align: 'left' },
              { header: words.columns.source, width: 18, align: 'left' },
              { header: words.columns.approved, width: 13, align: 'right' },
              { header: words.columns.before, width: 12, align: 'right' },
              { header: words.columns.paid, width: 12, align: 'right' },
              { header: words.columns.left, width: 13, align: 'right' },
            ],
            rows: [
              ...lines.map((line, index): Row => ({
                cells: [String(index + 1), line.name, line.source, ...cells(line)],
              })),
              { cells: ['', words.total, '', ...cells(total)], total: true },
            ],
          },
        ],
      },
    ],
  };
}
