import { rateOf } from '#shared/numbers.ts';

/** Visits that are drawn at a time when nobody says how many. */
export const usualSample = 5;
/** Nobody goes to ask about more of one report. */
export const mostSample = 20;

/** [I] With fewer answers than this a share says nothing about anybody, and none is shown. */
export const enoughAnswers = 5;

/** Answers at the door, counted (lượt). */
export interface Answers {
  confirmed: number;
  differs: number;
  notMet: number;
}

/** Of the visits that somebody could be asked about, how many percent were as written down; null while there are too few to say. */
export function agreementOf({ confirmed, differs }: Answers): number | null {
  return confirmed + differs < enoughAnswers ? null : rateOf(confirmed, confirmed + differs);
}
