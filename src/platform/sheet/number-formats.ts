import { addDays, type Day } from '#shared/calendar.ts';
import { attribute, type XmlHandler } from './xml-scanner.ts';

/** Reads styles.xml: which cell formats show a date. */
export class NumberFormats implements XmlHandler {
  readonly #custom = new Map<string, boolean>();
  readonly #dates: boolean[] = [];
  #inCells = false;

  /** True when a cell of style `index` shows a number as a date. */
  isDate(index: number): boolean {
    return this.#dates[index] ?? false;
  }

  open(name: string, tag: string): void {
    if (name === 'numFmt')
      this.#custom.set(attribute(tag, 'numFmtId') ?? '', showsDate(attribute(tag, 'formatCode') ?? ''));
    else if (name === 'cellXfs') this.#inCells = true;
    else if (name === 'xf' && this.#inCells) {
      const id = attribute(tag, 'numFmtId') ?? '0';
      this.#dates.push(this.#custom.get(id) ?? isBuiltInDate(Number(id)));
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false;
  }

  text(): void {}
}

// ECMA-376 part 1, 18.8.30: 14–17 and 22 are dates, 27–36 and 50–58 dates of East Asian Excels; 18–21 and 45–47 are times.
function isBuiltInDate(id: number): boolean {
  return (
    (id >= 14 && id <= 17) ||
    id === 22 ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 54) ||
    id === 57 ||
    id === 58
  );
}

/** True for a number format with a day or a year in it: dd/mm/yyyy, d-mmm-yy, [$-42A]dd mmmm yyyy. */
export function showsDate(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  return /[dy]/i.test(bare) && !/general/i.test(bare);
}

/** The day of an Excel serial number, counted from 1900 (where Excel has a 29 February that was none) or from 1904; null outside 1900–2199. */
export function dayOfSerial(serial: number, from1904 = false): Day | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (!(days >= 1 && days < 109_575)) return null;
  return addDays('1899-12-30', days < 60 ? days + 1 : days);
}
