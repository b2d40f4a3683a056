import type { Day } from '#shared/calendar.ts';
import type { Workbook } from '#platform/sheet/workbook.ts';
import type { ColumnMapping, SheetColumns } from './columns.ts';
import { findColumns } from './find-columns.ts';
import { warnOfDuplicates } from './find-duplicates.ts';
import { ListNotes } from './list-notes.ts';
import type { ParsedHousehold, ParsedList } from './parsed-list.ts';
import { readHouseholdRows } from './read-household-rows.ts';
import { readPersonRows } from './read-person-rows.ts';
import { RowCells } from './row-cells.ts';
import { rowKind } from './row-kinds.ts';
import { SheetGrid, textOf } from './sheet-grid.ts';
import { tidyHamlet } from './hamlet-name.ts';
import * as words from './words.ts';

export interface ReadListOptions {
  /** Nobody on a list is born after it. */
  today: Day;
  /** How a person corrected `ParsedList.mapping`; else columns are found by their headers. */
  mapping?: ColumnMapping;
}

/** What the rows of one sheet are read with. */
export interface SheetReading {
  sheet: string;
  hamlet: string | null;
  today: Day;
  fromTcvn3: boolean;
  notes: ListNotes;
  rows: RowCells[];
  /** Hamlet and group of the heading ("ẤP MẪU 2", "Tổ 5") that a row stands below. */
  headings: Map<number, { hamlet: string | null; group: string | null }>;
  grid: SheetGrid;
  columns: SheetColumns;
}

/**
 * Understands a workbook as a list of households: finds header and columns, leaves out titles, totals and signatures,
 * and says of every row what it could not take. Nothing is guessed silently and nothing is merged; what the list does
 * not say is null. Pure: the same workbook, mapping and day give the same list. Throws nothing: a workbook without a
 * list gives no households and a warning.
 */
export function readList(workbook: Workbook, options: ReadListOptions): ParsedList {
  const several = workbook.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0).length > 1;
  const readings: SheetReading[] = [];
  const notes: ListNotes[] = [];
  const mapping = workbook.sheets.map((sheet, index) => {
    const grid = new SheetGrid(sheet);
    const said = new ListNotes(sheet.name);
    notes.push(said);
    const columns = columnsOf(grid, said, several, options.mapping?.[index]);
    if (columns.read)
      readings.push(readingOf(grid, columns, said, options.today, workbook.textEncoding === 'tcvn3'));
    return columns;
  });
  const kind = readings.some(({ columns }) => isPersonList(columns)) ? 'persons' : 'households';
  const households: ParsedHousehold[] = [];
  for (const reading of readings) {
    households.push(
      ...(isPersonList(reading.columns) ? readPersonRows(reading) : readHouseholdRows(reading)),
    );
  }
  useOneSpelling(households);
  warnOfDuplicates(households, new Map(readings.map(({ sheet, notes }) => [sheet, notes])));
  return {
    encoding: workbook.textEncoding,
    kind,
    households,
    warnings: notes.flatMap(({ warnings }) => warnings),
    skipped: notes.flatMap(({ skipped }) => skipped),
    mapping,
  };
}

function columnsOf(
  grid: SheetGrid,
  notes: ListNotes,
  several: boolean,
  corrected?: SheetColumns,
): SheetColumns {
  if (corrected) return corrected;
  const { found, identity, ...columns } = findColumns(grid);
  if (grid.height === 0) return { ...columns, read: false };
  if (grid.sheet.hidden) {
    notes.warn(null, 'sheet_hidden', words.sheetHidden(grid.sheet.name));
    return { ...columns, read: false };
  }
  if (!found) {
    notes.warn(null, 'header_not_found', words.headerNotFound);
    return columns;
  }
  if (identity) notes.warn(null, 'identity_column_not_read', words.identityColumnNotRead);
  if (columns.hamlet !== null || columns.columns.hamlet !== undefined) return columns;
  const tab = textOf(grid.sheet.name);
  if (!several || tab === '' || /^(?:sheet|trang ?tính|trang|csv)\s*\d*$/iu.test(tab)) return columns;
  notes.warn(null, 'hamlet_from_sheet_name', words.hamletFromSheetName(tab));
  return { ...columns, hamlet: tidyHamlet(tab) };
}

/** One row per person, unless only heads are named or each name comes with the size of its household. */
function isPersonList({ columns }: SheetColumns): boolean {
  if (columns.fullName === undefined) return false;
  if (columns.relation !== undefined) return true;
  return (
    columns.memberCount === undefined && (columns.bookNumber !== undefined || columns.headName !== undefined)
  );
}

function readingOf(
  grid: SheetGrid,
  columns: SheetColumns,
  notes: ListNotes,
  today: Day,
  fromTcvn3: boolean,
): SheetReading {
  const rows: RowCells[] = [];
  const headings: SheetReading['headings'] = new Map();
  const hidden = grid.sheet.hiddenRows.filter((row) => row >= columns.firstRow && !grid.isBlank(row)).length;
  if (hidden > 0) notes.warn(null, 'rows_hidden', words.rowsHidden(hidden));
  let heading: { hamlet: string | null; group: string | null } = { hamlet: null, group: null };
  for (let row = Math.max(0, columns.firstRow); row < grid.height; row += 1) {
    const kind = rowKind(grid, row, columns);
    if (kind.kind === 'blank') continue;
    if (kind.kind === 'data') {
      rows.push(new RowCells(grid, columns.columns, notes, row));
      headings.set(row, heading);
      continue;
    }
    const text = grid.texts(row).filter(Boolean).join(' · ');
    if (kind.kind === 'end') {
      notes.skip(row, 'signature', text);
      break;
    }
    notes.skip(row, kind.kind, text);
    if (kind.kind === 'heading') {
      heading =
        kind.hamlet === undefined
          ? { ...heading, group: kind.group ?? null }
          : { hamlet: tidyHamlet(kind.hamlet), group: null };
    } else if (kind.kind === 'total') checkTotal(grid, row, columns, rows, notes);
    else if (kind.kind === 'no_name') notes.warn(row, 'name_missing', words.nameMissing(text));
  }
  return {
    sheet: grid.sheet.name,
    hamlet: columns.hamlet,
    today,
    fromTcvn3,
    notes,
    rows,
    headings,
    grid,
    columns,
  };
}

/** The list's own total is a check on our reading: it should be the sum of all rows, or of those since the total before. */
function checkTotal(
  grid: SheetGrid,
  row: number,
  { columns }: SheetColumns,
  rows: RowCells[],
  notes: ListNotes,
): void {
  if (columns.memberCount === undefined) return;
  const stated = Number(grid.text(row, columns.memberCount) || Number.NaN);
  if (!Number.isSafeInteger(stated)) return;
  const before = notes.skipped.filter(({ why }) => why === 'total').at(-2)?.row ?? 0;
  const counted = statedSum(rows);
  const since = statedSum(rows.filter((cells) => cells.row >= before));
  if (stated !== counted && stated !== since)
    notes.warn(row, 'total_differs', words.totalDiffers(stated, counted));
}

function statedSum(rows: RowCells[]): number {
  return rows.reduce((total, cells) => total + (Number(cells.text('memberCount')) || 0), 0);
}

/** "Ấp Mẫu 1" and "ấp mẫu 1" are one hamlet: all households take the spelling that came first. */
function useOneSpelling(households: ParsedHousehold[]): void {
  const spellings = new Map<string, string>();
  for (const household of households) {
    if (household.hamlet === null) continue;
    const key = household.hamlet.toLocaleLowerCase('vi');
    const spelling = spellings.get(key) ?? household.hamlet;
    spellings.set(key, spelling);
    household.hamlet = spelling;
  }
}
