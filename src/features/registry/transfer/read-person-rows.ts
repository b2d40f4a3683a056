import { fold } from '#shared/fold.ts';
import type { ParsedHousehold, ParsedResident } from './parsed-list.ts';
import { readPhone, readRelation, readSize } from './person-cells.ts';
import { smartphone } from './read-household-rows.ts';
import { readPlace, warnOfWhatIsMissing } from './read-place.ts';
import type { SheetReading } from './read-list.ts';
import type { RowCells } from './row-cells.ts';
import * as words from './words.ts';

/**
 * A list with one row per person. A household begins where its number changes, or, where the number stands only on a
 * household's first row (empty or merged below), at a number or at a person who is the head.
 */
export function readPersonRows(reading: SheetReading): ParsedHousehold[] {
  const households: ParsedHousehold[] = [];
  const byNumber = new Map<string, ParsedHousehold>();
  let current: ParsedHousehold | undefined;
  for (const cells of reading.rows) {
    const resident = readResident(reading, cells);
    if (!resident) continue;
    const place = readPlace(reading, cells, current?.hamlet ?? null);
    const key = place.bookNumber === null ? null : `${fold(place.hamlet ?? '')}|${fold(place.bookNumber)}`;
    const known = key === null ? current : byNumber.get(key);
    if (belongs(reading, cells, resident, current, known)) {
      current = known;
    } else {
      if (known && key !== null)
        reading.notes.warn(
          cells.row,
          'book_number_repeated',
          words.bookNumberRepeated(place.bookNumber ?? ''),
        );
      current = newHousehold(cells, place);
      households.push(current);
      if (key !== null) byNumber.set(key, current);
    }
    if (current) join(reading, cells, current, resident);
  }
  for (const household of households) complete(reading, household);
  warnOfWhatIsMissing(reading, households);
  return households;
}

/** Whether a person lives in the `known` household: the current one, or the one that has this number already. */
function belongs(
  reading: SheetReading,
  cells: RowCells,
  resident: ParsedResident,
  current: ParsedHousehold | undefined,
  known: ParsedHousehold | undefined,
): boolean {
  if (!known) return false;
  const column = reading.columns.columns.bookNumber;
  const merge = column === undefined ? undefined : reading.grid.mergeAt(cells.row, column);
  // One merged cell is one household, whatever else its rows say.
  if (merge && merge.bottom > merge.top)
    return known.row > merge.top && merge.top < cells.row && known === current;
  const headName = cells.text('headName');
  if (!cells.has('bookNumber') && headName !== '' && fold(headName) !== fold(known.headName)) return false;
  if (resident.relation !== 'head') return true;
  const second = known.residents.some(({ relation }) => relation === 'head');
  // A second head under a number that is written again in the next row is a slip; without a number, or further down, a new household.
  return !second || (known === current && cells.text('bookNumber') !== '');
}

function newHousehold(cells: RowCells, place: ReturnType<typeof readPlace>): ParsedHousehold {
  return {
    ...place,
    headName: cells.shown('headName'),
    phone: null,
    statedSize: null,
    poverty: null,
    hasSmartphone: null,
    residents: [],
  };
}

function join(
  reading: SheetReading,
  cells: RowCells,
  household: ParsedHousehold,
  resident: ParsedResident,
): void {
  if (resident.relation === 'head' && household.residents.some(({ relation }) => relation === 'head')) {
    reading.notes.warn(cells.row, 'head_twice', words.headTwice(resident.fullName));
    resident.relation = 'other';
  }
  household.residents.push(resident);
  const poverty = cells.poverty();
  // Said once, on any row of the household.
  if (household.poverty === null || household.poverty === 'none')
    household.poverty = poverty ?? household.poverty;
  household.hasSmartphone ??= smartphone(cells);
  household.statedSize ??= cells.read(cells.text('memberCount'), readSize, words.sizeNotUnderstood);
  household.group ??= cells.line('group', 60);
  household.address ??= cells.line('address', 200);
}

function complete(reading: SheetReading, household: ParsedHousehold): void {
  const { residents, statedSize, row } = household;
  const named = fold(household.headName);
  let head = residents.find(({ relation }) => relation === 'head');
  if (!head) {
    head = residents.find(({ fullName }) => named !== '' && fold(fullName) === named) ?? residents[0];
    if (!head) return;
    if (head.relationText !== null || reading.columns.columns.relation !== undefined) {
      reading.notes.warn(row - 1, 'head_missing', words.headMissing(head.fullName));
    }
    head.relation = 'head';
  }
  household.headName = head.fullName;
  household.phone = head.phone;
  if (statedSize !== null && statedSize !== residents.length) {
    reading.notes.warn(row - 1, 'size_differs', words.sizeDiffers(statedSize, residents.length));
  }
}

function readResident(reading: SheetReading, cells: RowCells): ParsedResident | null {
  const fullName = cells.name('fullName', reading.fromTcvn3);
  if (fullName === null) {
    reading.notes.skip(cells.row, 'name_unusable', cells.text('fullName'));
    return null;
  }
  const relationText = cells.text('relation').slice(0, 60).toWellFormed() || null;
  return {
    row: cells.row + 1,
    fullName,
    ...cells.birthAndSex(reading.today),
    relation: relationText === null ? 'other' : readRelation(relationText),
    relationText,
    residence: cells.residence(),
    phone: cells.read(cells.text('phone'), readPhone, (text, value) =>
      value === null ? words.phoneNotUnderstood(text) : words.phoneSeveral(value),
    ),
  };
}
