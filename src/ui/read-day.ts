import { isDay, type Day } from '#shared/calendar.ts';

/**
 * Reads a day as people type it: 5/11/2026, 05-11-2026, 5.11.2026, 5 11 2026, 05112026, and what a date picker
 * sends (2026-11-05). Day comes before month. A year of two digits is refused rather than guessed. Returns null
 * for what is no day of the calendar; empty text too.
 */
export function readDay(text: string): Day | null {
  const clean = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  const own =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(clean) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(clean);
  const [year, month, day] = iso ? iso.slice(1) : own ? [own[3], own[2], own[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const candidate = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(candidate) ? candidate : null;
}
