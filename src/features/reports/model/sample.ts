/** What was found at the door: as it was written down, otherwise, or nobody could be asked. */
export const sampleResults = ['confirmed', 'differs', 'not_met'] as const;
export type SampleResult = (typeof sampleResults)[number];

/** Visits that are drawn at a time when nobody says how many. */
export const usualSample = 5;
/** Nobody goes to ask about more of one report. */
export const mostSample = 20;
