import { addMonths, isMonth, monthOf, type Day, type Month } from '#shared/calendar.ts';
import { monthAsked } from '#features/units/pioneers.ts';

/** The last twelve months that can be declared, this one first. */
export function monthsOf(today: Day): Month[] {
  return Array.from({ length: 12 }, (_, back) => addMonths(monthOf(today), -back));
}

/** The month of an address, else the one that is asked for: the last that has ended. */
export function monthIn(url: URL, today: Day): Month {
  const asked = url.searchParams.get('thang') ?? '';
  return isMonth(asked) && asked <= monthOf(today) ? asked : monthAsked(today);
}
