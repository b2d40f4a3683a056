import { tidyHamlet } from './hamlet-name.ts';
import type { ParsedHousehold } from './parsed-list.ts';
import type { SheetReading } from './read-list.ts';
import type { RowCells } from './row-cells.ts';
import * as words from './words.ts';

type Place = Pick<
  ParsedHousehold,
  'sheet' | 'row' | 'order' | 'hamlet' | 'bookNumber' | 'group' | 'address' | 'note'
>;

/** Where a household is and what its first row says about it; a hamlet left empty in a hamlet's column is that of the household before. */
export function readPlace(reading: SheetReading, cells: RowCells, hamletBefore: string | null): Place {
  const heading = reading.headings.get(cells.row);
  const stated = cells.line('hamlet', 100);
  const hamlet =
    stated === null ? (heading?.hamlet ?? (cells.has('hamlet') ? hamletBefore : null)) : tidyHamlet(stated);
  const order = cells.text('order');
  return {
    sheet: reading.sheet,
    row: cells.row + 1,
    order: /^\d{1,7}$/.test(order) ? Number(order) : null,
    hamlet: hamlet ?? reading.hamlet,
    bookNumber: cells.line('bookNumber', 30),
    group: cells.line('group', 60) ?? heading?.group ?? null,
    address: cells.line('address', 200),
    note: cells.line('note', 1000),
  };
}

export function warnOfWhatIsMissing(reading: SheetReading, households: readonly ParsedHousehold[]): void {
  if (households.some(({ hamlet }) => hamlet === null))
    reading.notes.warn(null, 'hamlet_missing', words.hamletMissing);
  const { poverty, poor, nearPoor } = reading.columns.columns;
  if (poverty === undefined && poor === undefined && nearPoor === undefined) {
    reading.notes.warn(null, 'poverty_not_stated', words.povertyNotStated);
  }
}
