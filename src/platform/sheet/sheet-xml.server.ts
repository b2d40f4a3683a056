import { Problem } from '#shared/problem.ts';
import { dayOfSerial, type NumberFormats } from './number-formats.ts';
import type { TextStore } from './text-store.server.ts';
import * as words from './words.ts';
import { type Cell, limits, maxCellLength, type Merge, type Sheet } from './workbook.ts';
import { attribute, type XmlHandler, xmlText } from './xml-scanner.ts';

export interface SheetContext {
  name: string;
  hidden: boolean;
  strings: readonly string[];
  formats: NumberFormats;
  from1904: boolean;
  store: TextStore;
  /** Rows that the sheets before this one had: the limit is for the whole workbook. */
  rowsBefore: number;
}

/** Reads the XML of one worksheet into a Sheet: cells, merges, hidden rows; formulas count as the value they last had. */
export class SheetXml implements XmlHandler {
  readonly sheet: Sheet;
  complete = false;
  readonly #context: SheetContext;
  #row: Cell[] = [];
  #rowIndex = -1;
  #column = -1;
  #type = '';
  #style = 0;
  #text = '';
  #collecting = false;
  #phonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
    this.sheet = { name: context.name, rows: [], merges: [], hiddenRows: [], hidden: context.hidden };
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.#openCell(tag);
    else if (name === 'v') this.#collecting = true;
    else if (name === 't') this.#collecting = !this.#phonetic;
    else if (name === 'row') this.#openRow(tag);
    else if (name === 'rPh') this.#phonetic = true;
    else if (name === 'mergeCell') this.#merge(attribute(tag, 'ref') ?? '');
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#collecting = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'worksheet' || name === 'chartsheet' || name === 'dialogsheet') this.complete = true;
  }

  text(text: string): void {
    if (!this.#collecting) return;
    this.#text = this.#text === '' ? xmlText(text) : this.#text + xmlText(text);
    if (this.#text.length > maxCellLength) {
      const message = words.cellTooLong(this.#context.name, this.#rowIndex + 1, maxCellLength);
      throw new Problem('file.too_large', { message });
    }
  }

  #openRow(tag: string): void {
    const number = Number(attribute(tag, 'r') ?? this.#rowIndex + 2);
    if (!Number.isInteger(number) || number < 1 || number <= this.#rowIndex) throw damaged();
    this.#rowIndex = number - 1;
    this.#row = [];
    this.#column = -1;
    const hidden = attribute(tag, 'hidden');
    if ((hidden === '1' || hidden === 'true') && number <= limits.rows)
      this.sheet.hiddenRows.push(this.#rowIndex);
  }

  #closeRow(): void {
    if (this.#row.length === 0) return;
    const { rows } = this.sheet;
    if (this.#rowIndex + this.#context.rowsBefore >= limits.rows) {
      throw new Problem('file.too_large', { message: words.tooManyRows(limits.rows) });
    }
    while (rows.length < this.#rowIndex) rows.push([]);
    rows.push(this.#row);
    this.#row = [];
  }

  #openCell(tag: string): void {
    const reference = attribute(tag, 'r');
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#type = attribute(tag, 't') ?? 'n';
    this.#style = Number(attribute(tag, 's') ?? 0);
    this.#text = '';
    this.#collecting = false;
  }

  #closeCell(): void {
    const value = this.#value();
    this.#text = '';
    if (value === null || value === '') return;
    if (this.#column >= limits.columns) {
      throw new Problem('file.too_large', { message: words.tooManyColumns(limits.columns) });
    }
    while (this.#row.length < this.#column) this.#row.push(null);
    this.#row[this.#column] = value;
  }

  #value(): Cell {
    const text = this.#text;
    if (text === '') return null;
    switch (this.#type) {
      case 's':
        return this.#context.strings[Number(text)] ?? null;
      case 'inlineStr':
      case 'str':
        return this.#context.store.keep(excelText(text));
      case 'b':
        return text.trim() === '1' || text.trim() === 'true';
      case 'd':
        return /^\d{4}-\d{2}-\d{2}/.test(text) ? { day: text.slice(0, 10) } : this.#context.store.keep(text);
      case 'e':
        return null;
      default:
        return this.#number(Number(text));
    }
  }

  #number(value: number): Cell {
    if (!Number.isFinite(value)) return null;
    if (!this.#context.formats.isDate(this.#style)) return value;
    const day = dayOfSerial(value, this.#context.from1904);
    return day === null ? value : { day };
  }

  #merge(reference: string): void {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference.replaceAll('$', ''));
    if (!found) return;
    const [, left = '', top = '', right = '', bottom = ''] = found;
    const merge: Merge = {
      top: Number(top) - 1,
      left: columnOf(left),
      bottom: Number(bottom) - 1,
      right: columnOf(right),
    };
    if (merge.top >= limits.rows || merge.left >= limits.columns) return;
    merge.bottom = Math.min(merge.bottom, limits.rows - 1);
    merge.right = Math.min(merge.right, limits.columns - 1);
    if (this.sheet.merges.length >= limits.merges) throw damaged();
    this.sheet.merges.push(merge);
  }
}

/** Excel writes characters that XML cannot say as _x000D_. */
export function excelText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column === 0) throw damaged();
  return column - 1;
}

function damaged(): Problem {
  return new Problem('file.unreadable', { message: words.damaged });
}
