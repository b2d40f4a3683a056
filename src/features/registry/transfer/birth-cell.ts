import { addMonths, type Day, daysBetween, isDay, lastDayOf } from '#shared/calendar.ts';
import type { Cell } from '#platform/sheet/workbook.ts';
import { dayOfSerial } from '#platform/sheet/number-formats.ts';
import type { Birth } from '../model.ts';
import type { WarningCode } from './parsed-list.ts';
import { textOf } from './sheet-grid.ts';

export interface BirthReading {
  birth: Birth | null;
  problem: WarningCode | null;
}

const none: BirthReading = { birth: null, problem: null };
const notUnderstood: BirthReading = { birth: null, problem: 'birth_not_understood' };
const oldest = 120;

/**
 * A birth as lists write it: dd/mm/yyyy (never mm/dd), yyyy-mm-dd, mm/yyyy, a year, 00/00/1945, an Excel date or its
 * serial number, ddmmyyyy. 30/02, the future and more than 120 years give no birth and a warning (B12).
 */
export function readBirth(cell: Cell, today: Day): BirthReading {
  if (cell === null) return none;
  if (typeof cell === 'object') return fromDay(cell.day, today);
  const text = textOf(cell);
  if (text === '' || text === '-' || text === '0') return none;
  if (/^\d+(?:\.0+)?$/.test(text)) return fromDigits(text.replace(/\..*$/, ''), today);
  return fromText(text, today);
}

/** A year typed into a cell that shows dates becomes a day of 1905: 1946 is 29/04/1905. Nobody born then is on a list. */
function fromDay(day: Day, today: Day): BirthReading {
  const serial = daysBetween('1899-12-30', day);
  if (serial >= 1900 && serial <= 2199) {
    const reading = checked({ date: `${serial}-12-31`, precision: 'year' }, today);
    return reading.problem ? reading : { ...reading, problem: 'birth_year_shown_as_date' };
  }
  return checked({ date: day, precision: 'day' }, today);
}

function fromDigits(digits: string, today: Day): BirthReading {
  if (digits.length === 4) return ofYear(Number(digits), today);
  if (digits.length === 5) {
    const day = dayOfSerial(Number(digits));
    return day ? checked({ date: day, precision: 'day' }, today) : notUnderstood;
  }
  // 05061968, which Excel turns into 5061968; 19680605.
  const padded = digits.padStart(8, '0');
  if (padded.length !== 8) return notUnderstood;
  const reading = ofDay(padded.slice(0, 2), padded.slice(2, 4), padded.slice(4), today);
  return reading.birth ? reading : ofDay(padded.slice(6), padded.slice(4, 6), padded.slice(0, 4), today);
}

function fromText(text: string, today: Day): BirthReading {
  const day =
    /^(?:ngày )?(\d{1,2})(?: ?[/.\-,] ?| tháng | )(\d{1,2})(?: ?[/.\-,] ?| năm | )(\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/iu.exec(
      text,
    );
  if (day) return ofDay(day[1] ?? '', day[2] ?? '', day[3] ?? '', today);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/.exec(text);
  if (iso) return ofDay(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '', today);
  const month = /^(?:tháng )?(\d{1,2}) ?[/.-] ?(\d{4})$/iu.exec(text);
  if (month) return ofMonth(month[1] ?? '', month[2] ?? '', today);
  const isoMonth = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (isoMonth) return ofMonth(isoMonth[2] ?? '', isoMonth[1] ?? '', today);
  const years = text.match(/\d+/g) ?? [];
  return years.length === 1 && years[0]?.length === 4 ? ofYear(Number(years[0]), today) : notUnderstood;
}

function ofYear(year: number, today: Day): BirthReading {
  return checked({ date: `${String(year).padStart(4, '0')}-12-31`, precision: 'year' }, today);
}

function ofMonth(month: string, year: string, today: Day): BirthReading {
  const number = Number(month);
  if (number === 0 || !isDay(`${year}-01-01`)) return ofYear(Number(year), today);
  if (number > 12) return notUnderstood;
  return checked({ date: lastDayOf(addMonths(`${year}-01`, number - 1)), precision: 'month' }, today);
}

function ofDay(day: string, month: string, typedYear: string, today: Day): BirthReading {
  const year = typedYear.length === 2 ? fullYear(typedYear, today) : typedYear;
  if (Number(day) === 0) return ofMonth(month, year, today);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(`${year}-01-01`) && !isDay(date)) return notUnderstood;
  const reading = checked({ date, precision: 'day' }, today);
  return typedYear.length === 2 && !reading.problem
    ? { ...reading, problem: 'birth_two_digit_year' }
    : reading;
}

/** Two digits are of this century unless that lies ahead. */
function fullYear(digits: string, today: Day): string {
  return digits <= today.slice(2, 4) ? `20${digits}` : `19${digits}`;
}

function checked(birth: Birth, today: Day): BirthReading {
  const year = birth.date.slice(0, 4);
  if (Number(year) < Number(today.slice(0, 4)) - oldest) return { birth: null, problem: 'birth_too_old' };
  // The last day of a year or a month stands for some day in it, which may have been already.
  const known =
    birth.precision === 'day' ? birth.date : birth.date.slice(0, birth.precision === 'year' ? 4 : 7);
  if (known > today.slice(0, known.length)) return { birth: null, problem: 'birth_in_future' };
  return { birth, problem: null };
}
