import { blocksOfText, type OfficialDocument } from '#platform/docx/document-model.ts';
import type { Contents } from '../model/content.ts';
import { commendationList as words, kinds } from './words.ts';

/** Whom to commend in a movement. A list is no kind of document by itself (NĐ 30/2020, Điều 7): it is the annex of a notice. */
export function commendationListParts({
  subject,
  text,
  commended,
}: Contents['commendation_list']): Pick<OfficialDocument, 'kind' | 'subject' | 'body' | 'annexes'> {
  const { columns } = words;
  return {
    kind: kinds.commendation_list,
    subject,
    body: [...blocksOfText(text), { kind: 'paragraph', text: words.annexed }],
    annexes: [
      {
        title: words.annexTitle,
        landscape: true,
        blocks: [
          {
            kind: 'table',
            columns: [
              { header: columns.rank, width: 5, align: 'center' },
              { header: columns.name, width: 21, align: 'left' },
              { header: columns.kind, width: 12, align: 'left' },
              { header: columns.hamlet, width: 12, align: 'left' },
              { header: columns.figure, width: 26, align: 'left' },
              { header: columns.reason, width: 28, align: 'left' },
            ],
            rows: commended.map((row, index) => ({
              cells: [String(index + 1), row.name, row.kind, row.hamlet ?? '', row.figure, row.reason],
            })),
          },
          { kind: 'paragraph', text: [{ text: words.total(commended.length), bold: true }] },
        ],
      },
    ],
  };
}
