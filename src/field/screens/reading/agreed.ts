import type { Day } from '#shared/calendar.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { nextCallOn } from '#features/visits/model/helper.ts';

/** What was agreed with a household for a day. */
export interface Agreed {
  on: Day;
  step: string | null;
}

/** What the last visit agreed on; a call at a closed door does not undo it, unless it sets a new day itself. Null: nothing. */
export function agreedNext(home: PhoneHome): Agreed | null {
  const last = home.visits.find((visit) => visit.met === 'someone' || visit.nextOn !== null);
  return last && last.nextOn !== null ? { on: last.nextOn, step: last.nextStep } : null;
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
