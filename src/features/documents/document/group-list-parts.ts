import { blocksOfText, type OfficialDocument } from '#platform/docx/document-model.ts';
import { formatDay } from '#shared/calendar.ts';
import type { DocumentContent } from '../model/content.ts';
import { groupList as words, kinds } from './words.ts';

/** The list of registered groups. A list is no kind of document by itself (NĐ 30/2020, Điều 7): it is the annex of a notice. */
export function groupListParts({
  subject,
  text,
  rows,
}: Extract<DocumentContent, { kind: 'group_list' }>): Pick<
  OfficialDocument,
  'kind' | 'subject' | 'body' | 'annexes'
> {
  const { columns } = words;
  const names = rows.some(({ onDuty }) => onDuty !== undefined);
  return {
    kind: kinds.group_list,
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
              { header: columns.hamlet, width: 14, align: 'left' },
              { header: columns.name, width: 24, align: 'left' },
              { header: columns.place, width: 20, align: 'left' },
              { header: columns.hours, width: 17, align: 'left' },
              ...(names ? [{ header: columns.onDuty, width: 22, align: 'left' as const }] : []),
              { header: columns.registeredOn, width: 11, align: 'center' },
              { header: columns.state, width: 13, align: 'left' },
            ],
            rows: rows.map((row, index) => ({
              cells: [
                String(index + 1),
                row.hamlet,
                row.name,
                row.place,
                row.openingHours ?? '',
                ...(names ? [(row.onDuty ?? []).join(', ')] : []),
                formatDay(row.registeredOn),
                row.state,
              ],
            })),
          },
          { kind: 'paragraph', text: [{ text: words.total(rows.length), bold: true }] },
        ],
      },
    ],
  };
}
