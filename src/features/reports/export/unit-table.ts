import type { ExportTable } from '#platform/sheet/write-sheet.server.ts';
import { formatDay } from '#shared/calendar.ts';
import * as printed from '../document/words.ts';
import type { CommuneContent } from '../model/commune-content.ts';
import { kindOf } from '../model/span.ts';
import * as words from './words.ts';

/** What other units gave to the commune's report, a row per unit and row; what is not known is an empty cell, never 0. */
export function unitTable(content: CommuneContent): ExportTable {
  const headers = printed.columns(kindOf(content.period));
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const });
  const number = (header: string) => ({ header, width: 18, kind: 'number' as const });
  return {
    sheetName: words.givenByUnits,
    columns: [
      text(words.fromUnit, 28),
      text(words.code, 12),
      text(headers.title, 48),
      text(headers.unit, 12),
      number(headers.period),
      number(headers.cumulative),
      text(words.sentOn, 14),
    ],
    rows: (content.filled ?? []).flatMap(({ unit, sentOn, rows }) =>
      rows.map(({ code, title, unit: measure, values }) => [
        unit,
        code,
        title,
        measure,
        values.period,
        values.cumulative,
        sentOn && formatDay(sentOn),
      ]),
    ),
  };
}
