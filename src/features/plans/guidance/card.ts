import type { Day } from '#shared/calendar.ts';
import type { DrawingName } from './drawings.ts';

/** One thing to do: a sentence for the member who guides, told so that it can be read out to the person beside. */
export interface GuidanceStep {
  text: string;
  /** What to mind while doing it. */
  hint?: string;
  drawing: DrawingName;
}

/** How to help one person with one platform, on one sheet (R33, R66, R105). "Bà con" is the person, "mình" the member. */
export interface GuidanceCard {
  /** The platform's code in the catalogue. */
  platform: string;
  title: string;
  /** What it is good for, for the person. */
  about: string;
  /** What to have at hand before beginning. */
  needed: string[];
  steps: GuidanceStep[];
  /** How one sees that it worked. */
  goal: string;
  trouble: { problem: string; answer: string }[];
  /** The day on which this text was written. It says nothing about whether anybody tried the steps since. */
  writtenOn: Day;
}

/** Whether the commune looked at link and steps: never, only before this text was written, or since. */
export type CommuneCheck = 'never' | 'before' | 'since';

/** Reads the catalogue's day of the last check against the day of the text: an older check is none of this text. */
export function communeCheck(card: GuidanceCard, checkedOn: Day | null): CommuneCheck {
  if (checkedOn === null) return 'never';
  return checkedOn < card.writtenOn ? 'before' : 'since';
}
