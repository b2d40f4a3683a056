import type { ParsedHousehold } from './parsed-list.ts';
import { readPhone, readSize, readSmartphone } from './person-cells.ts';
import { readPlace, warnOfWhatIsMissing } from './read-place.ts';
import type { SheetReading } from './read-list.ts';
import type { RowCells } from './row-cells.ts';
import * as words from './words.ts';

/** A list with one row per household, in which only the head is named. */
export function readHouseholdRows(reading: SheetReading): ParsedHousehold[] {
  const households: ParsedHousehold[] = [];
  for (const cells of reading.rows) {
    const household = readRow(reading, cells, households.at(-1));
    if (household) households.push(household);
  }
  const { headName, memberCount } = reading.columns.columns;
  if (headName === undefined && memberCount === undefined && households.length > 0) {
    reading.notes.warn(null, 'rows_taken_as_households', words.rowsTakenAsHouseholds);
  }
  warnOfWhatIsMissing(reading, households);
  return households;
}

function readRow(
  reading: SheetReading,
  cells: RowCells,
  before: ParsedHousehold | undefined,
): ParsedHousehold | null {
  const headName = cells.name(cells.has('headName') ? 'headName' : 'fullName', reading.fromTcvn3);
  if (headName === null) {
    reading.notes.skip(cells.row, 'name_unusable', cells.text('headName') || cells.text('fullName'));
    return null;
  }
  const phone = cells.read(cells.text('phone'), readPhone, (text, value) =>
    value === null ? words.phoneNotUnderstood(text) : words.phoneSeveral(value),
  );
  const row = cells.row + 1;
  return {
    ...readPlace(reading, cells, before?.hamlet ?? null),
    headName,
    phone,
    statedSize: cells.read(cells.text('memberCount'), readSize, words.sizeNotUnderstood),
    poverty: cells.poverty(),
    hasSmartphone: smartphone(cells),
    residents: [
      {
        row,
        fullName: headName,
        ...cells.birthAndSex(reading.today),
        relation: 'head',
        relationText: null,
        residence: cells.residence(),
        phone,
      },
    ],
  };
}

export function smartphone(cells: RowCells): boolean | null {
  return cells.read(cells.shown('smartphone'), readSmartphone, (text) =>
    words.markNotUnderstood(words.fieldNames.smartphone, text),
  );
}
