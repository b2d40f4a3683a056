import { addDays, dayOf, isDay, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { FieldProblems } from '#shared/problem.ts';
import { itemNames } from '#features/visits/model/digital-status.ts';
import { VisitInput } from '#features/visits/model/visit.ts';
import { notShown, somebodyElse } from '#features/visits/visit-form.ts';
import * as said from '#features/visits/page-words.ts';
import { dayInFuture, nextBeforeVisit } from '#features/visits/words.ts';
import { check, type Checked } from '../form/checked.ts';
import type { Draft } from '../form/open-form.svelte.ts';
import { dayTyped, listOf, telling, textOf, type Typed } from '../form/typed.ts';
import * as words from './words.ts';

/** The field of one person's outcome with one platform, where it differs from the others'. */
export const ownOutcome = (personId: string, platform: string) => `outcome:${personId}:${platform}`;
/** The path of what was learned of a person. */
export const learnedOf = (personId: string) => `learned:${personId}:`;
/** A day that stands in a field of its own beside the chips. */
export const typedDay = 'khac';

/**
 * An empty form. Nobody is met and nothing came of it until somebody says so: an outcome goes into a person's digital status
 * ("Đã kích hoạt" proves an account), so none is taken for granted. One tap on an outcome tells it of everybody who was met
 * and everything that was shown, which is the usual case; "Không cần" (no appointment) is the only thing chosen beforehand,
 * because it claims nothing.
 */
export function emptyVisit(id: Id): Typed {
  return { id, met: [], shown: [], outcome: '', nextPick: '', dayPick: '', form: 'home_visit' };
}

/** Each person that was met with each platform that was shown, and what came of it; '' when nobody has said yet. */
export function outcomesOf(typed: Typed): { personId: string; platform: string; outcome: string }[] {
  return listOf(typed, 'met').flatMap((personId) =>
    listOf(typed, 'shown').map((platform) => ({
      personId,
      platform,
      outcome: textOf(typed, ownOutcome(personId, platform)) || textOf(typed, 'outcome'),
    })),
  );
}

/** The day of the visit when it is not today; null leaves it to the moment of saving. */
function visitedOn(typed: Typed): string | null {
  const pick = textOf(typed, 'dayPick');
  if (pick === typedDay) return dayTyped(typed, 'visitedOn');
  return pick === '' ? null : pick;
}

/** The day of the next meeting, as chosen or typed; null when none was agreed. */
export function nextDay(typed: Typed): string | null {
  const pick = textOf(typed, 'nextPick');
  return pick === typedDay ? dayTyped(typed, 'nextOn') : pick || null;
}

/** The input of 'visit.record', or what is not right yet, under the names of the form's fields. */
export function visitFrom(
  typed: Typed,
  given: { householdId: Id; today: Day },
): Checked<Record<string, unknown>> {
  const problems: FieldProblems = {};
  const met = listOf(typed, 'met');
  const outcomes = outcomesOf(typed);
  if (met.length === 0) problems['met'] = words.whoMetNeeded;
  if (outcomes.some(({ outcome }) => outcome === '')) problems['outcome'] = said.outcomeNeeded;
  const on = visitedOn(typed);
  const next = nextDay(typed);
  const guidances = outcomes
    .filter(({ outcome }) => outcome !== '' && outcome !== notShown)
    .map(({ personId, platform, outcome }) => ({
      residentId: personId === somebodyElse ? null : personId,
      platform,
      outcome,
    }));
  const known = met.filter((personId) => personId !== somebodyElse);
  const read = check(VisitInput, {
    id: textOf(typed, 'id'),
    householdId: given.householdId,
    met: 'someone',
    metResidents: known,
    guidances,
    records: known.map((personId) => recordOf(typed, personId)).filter((record) => record !== null),
    form: textOf(typed, 'form') || undefined,
    topics: [...listOf(typed, 'topics')],
    visitedOn: on,
    nextOn: next,
    ...texts(typed),
  });
  if ('problems' in read) Object.assign(problems, read.problems);
  Object.assign(problems, wrongDays(on, next, given.today));
  // An appointment without its day is no appointment.
  if (next === '') problems['nextOn'] = said.otherDay;
  if ('problems' in read || Object.keys(problems).length > 0) return { problems };
  const { visitedAt: _moment, ...input } = read.input;
  return { input: telling(input) };
}

function texts(typed: Typed): Record<string, string> {
  return Object.fromEntries(
    ['need', 'nextStep', 'note', 'minutes'].map((name) => [name, textOf(typed, name)]),
  );
}

/** What was learned of a person, as typed; null when nothing was. */
function recordOf(typed: Typed, personId: Id): object | null {
  const path = learnedOf(personId);
  const told = itemNames.filter((item) => textOf(typed, path + item) !== '');
  if (told.length === 0) return null;
  return {
    residentId: personId,
    source: textOf(typed, `${path}source`) || 'declared',
    ...Object.fromEntries(told.map((item) => [item, textOf(typed, path + item)])),
  };
}

/** A visit is not in the future, and the next one not before it. */
function wrongDays(on: string | null, next: string | null, today: Day): FieldProblems {
  const problems: FieldProblems = {};
  if (on !== null && isDay(on) && on > today) problems['visitedOn'] = dayInFuture;
  const day = on !== null && isDay(on) ? on : today;
  if (next !== null && isDay(next) && next < day) problems['nextOn'] = nextBeforeVisit;
  return problems;
}

/**
 * A visit that was begun on an earlier day was paid on that day, unless the form says another. Days that were chosen from chips
 * ("Hôm qua", "Tuần sau") stay the days that they were.
 */
export function restoreVisit(draft: Draft, today: Day): Typed {
  const begun = dayOf(new Date(draft.startedAt));
  if (begun >= today) return draft.typed;
  const day = textOf(draft.typed, 'dayPick') || begun;
  const next = textOf(draft.typed, 'nextPick');
  return {
    ...draft.typed,
    ...(isDay(day) && { dayPick: typedDay, visitedOn: day }),
    ...(isDay(next) && { nextPick: typedDay, nextOn: next }),
  };
}

/** The days that chips offer for the next meeting. */
export const nextDays = (today: Day) => ({ week: addDays(today, 7), month: addDays(today, 30) });

/** The input of 'visit.record' for a household where nobody was there. */
export function nobodyFrom(
  typed: Typed,
  given: { householdId: Id; today: Day },
): Checked<Record<string, unknown>> {
  const next = nextDay(typed);
  const problems = wrongDays(null, next, given.today);
  if (next === '') problems['nextOn'] = said.otherDay;
  const read = check(VisitInput, {
    id: textOf(typed, 'id'),
    householdId: given.householdId,
    met: 'nobody',
    nextOn: next,
  });
  if ('problems' in read) return { problems: { ...read.problems, ...problems } };
  if (Object.keys(problems).length > 0) return { problems };
  const { visitedAt: _moment, ...input } = read.input;
  return { input: telling(input) };
}
