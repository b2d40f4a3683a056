import type { Day } from '#shared/calendar.ts';
import { cleanLine } from '#shared/fold.ts';
import type { Cell } from '#platform/sheet/workbook.ts';
import type { Birth, Sex } from '../model.ts';
import { readBirth } from './birth-cell.ts';
import type { Field, SheetColumns } from './columns.ts';
import type { ListNotes } from './list-notes.ts';
import type { StatedPoverty, StatedResidence, WarningCode } from './parsed-list.ts';
import { type Reading, readMark, readPoverty, readResidence, readSex } from './person-cells.ts';
import { tidyName } from './person-name.ts';
import { type SheetGrid, textOf } from './sheet-grid.ts';
import * as words from './words.ts';

const longestName = 120;

/** The cells of one row by field, read with their warnings. */
export class RowCells {
  readonly row: number;
  readonly #grid: SheetGrid;
  readonly #columns: SheetColumns['columns'];
  readonly #notes: ListNotes;

  constructor(grid: SheetGrid, columns: SheetColumns['columns'], notes: ListNotes, row: number) {
    this.#grid = grid;
    this.#columns = columns;
    this.#notes = notes;
    this.row = row;
  }

  has(field: Field): boolean {
    return this.#columns[field] !== undefined;
  }

  cell(field: Field): Cell {
    const column = this.#columns[field];
    return column === undefined ? null : this.#grid.own(this.row, column);
  }

  /** The cell's text, '' when empty. */
  text(field: Field): string {
    const column = this.#columns[field];
    return column === undefined ? '' : this.#grid.text(this.row, column);
  }

  /** The text that the cell shows when cells are merged over the rows of a household. */
  shown(field: Field): string {
    const column = this.#columns[field];
    return column === undefined ? '' : this.#grid.shownText(this.row, column);
  }

  /** Like `shown`, cut to what the register takes, null when empty. */
  line(field: Field, max: number): string | null {
    const text = this.shown(field);
    if (text.length > max)
      this.#notes.warn(this.row, 'text_cut', words.textCut(words.fieldNames[field], max));
    return text.slice(0, max).toWellFormed() || null;
  }

  /** What `reader` makes of a text, its problem told with `say`. */
  read<T>(text: string, reader: (text: string) => Reading<T>, say: (text: string, value: T) => string): T {
    const { value, problem } = reader(text);
    if (problem) this.#notes.warn(this.row, problem, say(text, value));
    return value;
  }

  /** The name in `field` (with the family name's column before it) as we store it; null, with a warning, when it cannot be one. */
  name(field: 'fullName' | 'headName', fromTcvn3: boolean): string | null {
    const raw = [field === 'fullName' ? this.cell('familyName') : null, this.cell(field)];
    const text = raw.map(textOf).filter(Boolean).join(' ');
    const problem = (code: WarningCode, sentence: string) => {
      this.#notes.warn(this.row, code, sentence);
      return null;
    };
    if (text.length > longestName) return problem('name_too_long', words.nameTooLong(longestName));
    if (!/\p{L}/u.test(text)) return problem('name_without_letters', words.nameWithoutLetters(text));
    const name = tidyName(text, fromTcvn3);
    if (raw.some(hidesCharacters)) problem('hidden_characters', words.hiddenCharacters(name));
    return name;
  }

  birthAndSex(today: Day): { birth: Birth | null; sex: Sex | null } {
    const told = this.read(this.text('sex'), readSex, words.sexNotUnderstood);
    for (const sex of ['male', 'female'] as const) {
      const cell = this.cell(sex);
      if (textOf(cell) === '') continue;
      if (readMark(textOf(cell)).value === true)
        return { birth: this.#birth(this.cell('birth'), today), sex };
      return { birth: this.#birth(cell, today), sex };
    }
    return { birth: this.#birth(this.cell('birth'), today), sex: told };
  }

  residence(): StatedResidence | null {
    return this.read(this.text('residence'), readResidence, words.residenceNotUnderstood);
  }

  /** null where the list has no column for it or says something else; an empty cell of such a column is neither poor nor near-poor. */
  poverty(): StatedPoverty | null {
    if (this.has('poverty')) {
      return this.read(this.shown('poverty'), readPoverty, (text) =>
        words.markNotUnderstood(words.fieldNames.poverty, text),
      );
    }
    if (!this.has('poor') && !this.has('nearPoor')) return null;
    const poor = this.#mark('poor');
    const nearPoor = this.#mark('nearPoor');
    if (poor && nearPoor) this.#notes.warn(this.row, 'poor_and_near_poor', words.poorAndNearPoor);
    if (poor) return 'poor';
    if (nearPoor) return 'near_poor';
    return poor === null || nearPoor === null ? null : 'none';
  }

  /** false for an empty cell, null for one that cannot be read. */
  #mark(field: 'poor' | 'nearPoor'): boolean | null {
    const text = this.shown(field);
    if (text === '') return false;
    if (readPoverty(text).value === (field === 'poor' ? 'poor' : 'near_poor')) return true;
    return this.read(text, readMark, (said) => words.markNotUnderstood(words.fieldNames[field], said));
  }

  #birth(cell: Cell, today: Day): Birth | null {
    const { birth, problem } = readBirth(cell, today);
    if (problem) this.#notes.warn(this.row, problem, birthSentence(problem, textOf(cell), birth));
    return birth;
  }
}

function birthSentence(problem: WarningCode, text: string, birth: Birth | null): string {
  const year = birth?.date.slice(0, 4) ?? '';
  if (problem === 'birth_in_future') return words.birthInFuture(text);
  if (problem === 'birth_too_old') return words.birthTooOld(text);
  if (problem === 'birth_year_shown_as_date') return words.birthYearShownAsDate(text, year);
  if (problem === 'birth_two_digit_year') return words.birthTwoDigitYear(text, year);
  return words.birthNotUnderstood(text);
}

// Letters of the Latin script and blanks: nothing to hide.
const plain = /^[ A-Za-z\u00c0-\u024f\u1e00-\u1eff]*$/;

/** True when cleaning takes more from a text than blanks: zero-width signs, right-to-left overrides, halves of pairs. */
function hidesCharacters(cell: Cell): boolean {
  if (typeof cell !== 'string' || plain.test(cell)) return false;
  const blanksOnly = cell
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return cleanLine(cell) !== blanksOnly;
}
