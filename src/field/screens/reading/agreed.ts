import { daysBetween, type Day } from '#shared/calendar.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { forgottenAfter } from '#features/targets/next-visits.ts';
import { nextCallOn } from '#features/visits/model/helper.ts';

/** What was agreed with a household for a day. */
export interface Agreed {
  on: Day;
  step: string | null;
}

/** What was promised so long ago does not wait any more, whatever it was. */
export const stillWaits = (on: Day, today: Day) => daysBetween(on, today) <= forgottenAfter;

/** What the last visit agreed on; a call at a closed door does not undo it, unless it sets a new day itself. Null: nothing that waits. */
export function agreedNext(home: PhoneHome, today: Day): Agreed | null {
  const last = home.visits.find((visit) => visit.met === 'someone' || visit.nextOn !== null);
  return last && last.nextOn !== null && stillWaits(last.nextOn, today)
    ? { on: last.nextOn, step: last.nextStep }
    : null;
}

/** The day by which the household's helper should call again; null when nobody was named. */
export function helperCallOn(home: PhoneHome): Day | null {
  const { helper } = home;
  if (helper === null) return null;
  const last = home.visits.find(
    (visit) => visit.memberId === helper.memberId && visit.on >= helper.startedOn,
  );
  return nextCallOn(helper, last?.on ?? null);
}
