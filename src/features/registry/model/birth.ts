import { ageOn, formatDay, formatMonth, isDay, isMonth, lastDayOf, type Day } from '#shared/calendar.ts';
import type { Birth, Sex } from '../model.ts';
import * as words from '../words.ts';

/** As much of a resident as age asks. */
export interface Born {
  birth_date: Day | null;
  birth_precision: 'day' | 'month' | 'year' | null;
}

/**
 * A birth as typed: 15/08/1966, 08/1966, 1966 or 1966-08-15. What is not known of it is taken as the last day possible, so that
 * nobody counts as older than they surely are (domain/06 §6.5). Null: nothing typed. 'wrong': no such day (B12).
 */
export function typedBirth(text: string): Birth | null | 'wrong' {
  const clean = text.trim();
  if (!clean) return null;
  if (/^\d{4}$/.test(clean)) {
    const date = `${clean}-12-31`;
    return isDay(date) ? { date, precision: 'year' } : 'wrong';
  }
  const month = /^(?:(\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2}))$/.exec(clean);
  if (month) {
    const value = `${month[2] ?? month[3]}-${(month[1] ?? month[4] ?? '').padStart(2, '0')}`;
    return isMonth(value) ? { date: lastDayOf(value), precision: 'month' } : 'wrong';
  }
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(clean);
  const date = day
    ? `${day[3]}-${(day[2] ?? '').padStart(2, '0')}-${(day[1] ?? '').padStart(2, '0')}`
    : clean;
  return isDay(date) ? { date, precision: 'day' } : 'wrong';
}

/** Full years on a day; null when the birth is not known. For a birth known by its year only it is the least possible age. */
export function ageOf(resident: Born, today: Day): number | null {
  return resident.birth_date === null ? null : Math.max(0, ageOn(resident.birth_date, today));
}

/** True when the age is only estimated, because the day of birth is not known. */
export function ageIsEstimated(resident: Born): boolean {
  return resident.birth_precision === 'month' || resident.birth_precision === 'year';
}

/** A birth as far as it is known: 15/08/1966, 08/1966 or 1966; "—" when not. */
export function formatBirth(resident: Born): string {
  if (resident.birth_date === null) return words.missing;
  if (resident.birth_precision === 'year') return resident.birth_date.slice(0, 4);
  if (resident.birth_precision === 'month') return formatMonth(resident.birth_date.slice(0, 7));
  return formatDay(resident.birth_date);
}

/** How to address the person: ông/bà from 60, anh/chị from 18, em below; 'ông/bà' when age or sex is not known (domain/06 §6.3). */
export function politeAddress(resident: Born & { sex: Sex | null }, today: Day): string {
  const age = ageOf(resident, today);
  if (age !== null && age < 18) return words.addressYoung;
  if (age === null) return words.addressElder[resident.sex ?? 'unknown'];
  return (age >= 60 ? words.addressElder : words.addressAdult)[resident.sex ?? 'unknown'];
}
