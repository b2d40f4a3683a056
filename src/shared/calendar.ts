/**
 * Days and months as Vietnam counts them: Asia/Ho_Chi_Minh, seven hours ahead of UTC, no summer time.
 * A Day is 'YYYY-MM-DD' and a Month 'YYYY-MM', so that both sort and compare as text.
 */
export type Day = string;
export type Month = string;

const offset = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** The day in Vietnam at a moment. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + offset).toISOString().slice(0, 10);
}

/** The first moment of a day in Vietnam. */
export function startOf(day: Day): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - offset);
}

/** The first moment after a day in Vietnam: its 24:00. */
export function endOf(day: Day): Date {
  return new Date(startOf(day).getTime() + dayMs);
}

/** True for a real day of the calendar between 1900 and 2199; 2026-02-30 is none. */
export function isDay(text: string): boolean {
  // By hand, because exports and lists ask it of every cell and every person.
  if (!/^(19|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = text.startsWith('02', 5) ? (leap ? 29 : 28) : /-(04|06|09|11)-/.test(text) ? 30 : 31;
  return Number(text.slice(8)) <= longest;
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function isMonth(text: string): boolean {
  return /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/.test(text);
}

export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1)}`;
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/**
 * The day before which somebody must have been born to have had the birthday number `years` by `day`:
 * "từ đủ 14 tuổi" on `day` means `birth <= bornBy(day, 14)`. A birthday on 29 February counts from 1 March in other years.
 */
export function bornBy(day: Day, years: number): Day {
  if (day !== bornDay) {
    bornDay = day;
    bornDays.clear();
  }
  const known = bornDays.get(years);
  if (known !== undefined) return known;
  const answer = findBornBy(day, years);
  bornDays.set(years, answer);
  return answer;
}

// Asked of every person, for the same day and the same few ages.
let bornDay: Day = '';
const bornDays = new Map<number, Day>();

function findBornBy(day: Day, years: number): Day {
  const candidate = `${pad(Number(day.slice(0, 4)) - years, 4)}${day.slice(4)}`;
  return isDay(candidate) ? candidate : `${candidate.slice(0, 4)}-02-28`;
}

/** Full years of age on a day. */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) >= birth.slice(5) ? years : years - 1;
}

/** '2026-11-05' as '05/11/2026'. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** '2026-11' as '11/2026'. */
export function formatMonth(month: Month): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`;
}

/** A moment as '05/11/2026, 09:12' in Vietnam. */
export function formatMoment(moment: Date): string {
  const local = new Date(moment.getTime() + offset).toISOString();
  return `${formatDay(local.slice(0, 10))}, ${local.slice(11, 16)}`;
}

/** 'Thứ Ba, 24/11/2026'. */
export function formatWeekday(day: Day): string {
  const names = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
  return `${names[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${formatDay(day)}`;
}
