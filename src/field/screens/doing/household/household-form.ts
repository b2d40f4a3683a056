import { isDay, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { FieldProblems } from '#shared/problem.ts';
import {
  householdStates,
  HouseholdCorrection,
  HouseholdInput,
  HouseholdMove,
  HouseholdStateChange,
  mayBecome,
  NameResponsible,
  type HouseholdState,
  type ResidentInput,
} from '#features/registry/model.ts';
import { dayInFuture } from '#features/registry/words.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { check, type Checked } from '../form/checked.ts';
import { dayTyped, telling, textOf, type Typed } from '../form/typed.ts';
import { differing, newPerson, type Correction } from '../person/resident-form.ts';
import * as words from './words.ts';

/** What the forms of a household ask. */
export const householdFields = [
  'groupName',
  'address',
  'phone',
  'hasSmartphone',
  'hasInternet',
  'statedSize',
  'note',
] as const;

/** An empty household with room for its head. `ids`: one for the household, one for the head. */
export function emptyHousehold(newId: () => Id, hamletId: Id): Typed {
  return { id: newId(), hamletId, people: [newId()] };
}

/** The path of a person's fields in the form of a new household. */
export const personPath = (index: number) => `residents.${index}.`;

/** The input of 'household.register'. Only the first person, the head, must have a name. */
export function householdFrom(
  typed: Typed,
  given: { people: readonly Id[]; today: Day },
): Checked<Record<string, unknown>> {
  let problems: FieldProblems = {};
  const people: ResidentInput[] = [];
  given.people.forEach((id, index) => {
    const path = personPath(index);
    if (index > 0 && textOf(typed, `${path}fullName`).trim() === '') return;
    const read = newPerson(typed, path, { id, today: given.today, isHead: index === 0 });
    if ('problems' in read) problems = { ...problems, ...read.problems };
    else people.push(read.input);
  });
  const read = check(HouseholdInput, {
    id: textOf(typed, 'id'),
    hamletId: textOf(typed, 'hamletId'),
    bookNumber: textOf(typed, 'bookNumber'),
    ...Object.fromEntries(householdFields.map((field) => [field, textOf(typed, field)])),
    residents: people,
  });
  if ('problems' in read) {
    // What is wrong with people was told above, under the form's own fields.
    const own = Object.entries(read.problems).filter(([field]) => !field.startsWith('residents'));
    problems = { ...problems, ...Object.fromEntries(own) };
  }
  if ('problems' in read || Object.keys(problems).length > 0) return { problems };
  return { input: { ...telling(read.input), residents: read.input.residents.map(telling) } };
}

/** A correction's beginning: the fields as they stand, and the household as the phone showed it, also for a draft of last week. */
export function startOfHouseholdCorrection(home: PhoneHome): Typed {
  const { groupName, address, phone, hasSmartphone, hasInternet, statedSize, note } = home;
  const standing = { groupName, address, phone, hasSmartphone, hasInternet, statedSize, note };
  const shown = Object.entries(standing).map(([field, value]) => [field, String(value ?? '')]);
  return { ...Object.fromEntries(shown), shown: JSON.stringify(standing) };
}

/** The input of 'household.correct' with its base; null when nothing was changed. */
export function householdCorrection(typed: Typed, householdId: Id): Checked<Correction | null> {
  // Written by startOfHouseholdCorrection.
  const standing: Record<string, string | number | null> = JSON.parse(textOf(typed, 'shown'));
  const touched = householdFields.filter(
    (field) => textOf(typed, field).trim() !== String(standing[field] ?? ''),
  );
  const raw = Object.fromEntries(touched.map((field) => [field, textOf(typed, field)]));
  const read = check(HouseholdCorrection, { ...raw, householdId });
  if ('problems' in read) return read;
  const { householdId: _id, ...fields } = read.input;
  const correction = differing(fields, standing);
  return { input: correction && { ...correction, input: { ...correction.input, householdId } } };
}

/** What a household may become. */
export const statesAfter = (state: HouseholdState) =>
  householdStates.filter((next) => mayBecome(state, next));

/** The input of 'household.change_state'. */
export function stateChange(typed: Typed, householdId: Id, today: Day): Checked<Record<string, unknown>> {
  if (textOf(typed, 'state') === '') return { problems: { state: words.chooseState } };
  const on = dayTyped(typed, 'on');
  const read = check(HouseholdStateChange, { householdId, state: textOf(typed, 'state'), on });
  if ('input' in read && isDay(on) && on > today) return { problems: { on: dayInFuture } };
  return read;
}

/** The input of 'household.move'. */
export function moveFrom(typed: Typed, householdId: Id, today: Day): Checked<Record<string, unknown>> {
  if (textOf(typed, 'hamletId') === '') return { problems: { hamletId: words.chooseHamlet } };
  const on = dayTyped(typed, 'on');
  const read = check(HouseholdMove, {
    householdId,
    hamletId: textOf(typed, 'hamletId'),
    groupName: textOf(typed, 'groupName'),
    address: textOf(typed, 'address'),
    on,
  });
  if ('input' in read && isDay(on) && on > today) return { problems: { on: dayInFuture } };
  return read;
}

/** The choice that nobody in particular looks after the household. */
export const nobody = 'nobody';

/** The input of 'household.name_responsible'. */
export function responsibleFrom(
  typed: Typed,
  home: Pick<PhoneHome, 'id' | 'responsibleId'>,
): Checked<Record<string, unknown>> {
  const chosen = textOf(typed, 'memberId');
  if (chosen === '') return { problems: { memberId: words.responsibleChoose } };
  const memberId = chosen === nobody ? null : chosen;
  if (memberId === home.responsibleId) return { problems: { memberId: words.responsibleSame } };
  return check(NameResponsible, { householdIds: [home.id], memberId });
}
