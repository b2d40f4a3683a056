import { isDay, type Day } from '#shared/calendar.ts';
import {
  NameHead,
  residentMayBecome,
  residentStates,
  ResidentStateChange,
  type ResidentState,
} from '#features/registry/model.ts';
import { dayInFuture } from '#features/registry/words.ts';
import type { PhoneHome, PhonePerson } from '#features/sync/model/home.ts';
import { check, type Checked } from '../form/checked.ts';
import { dayTyped, textOf, type Typed } from '../form/typed.ts';
import * as words from './words.ts';

/** The choice "Đặt làm chủ hộ" beside the states. */
export const asHead = 'head';

/** What may happen to a person: the states that may follow theirs, and becoming head of the household. */
export function changesOf(home: PhoneHome, person: PhonePerson): (ResidentState | typeof asHead)[] {
  const states = residentStates.filter((state) => residentMayBecome(person.state, state));
  return person.state === 'living' && person.id !== home.headId ? [asHead, ...states] : states;
}

/** The command and its input for what was chosen. */
export function personChange(
  typed: Typed,
  given: { home: PhoneHome; person: PhonePerson; today: Day },
): Checked<{ command: string; input: Record<string, unknown> }> {
  const { home, person, today } = given;
  const chosen = textOf(typed, 'change');
  if (chosen === '') return { problems: { change: words.chooseChange } };
  if (chosen === asHead) {
    const read = check(NameHead, { householdId: home.id, residentId: person.id });
    return 'problems' in read ? read : { input: { command: 'household.name_head', input: read.input } };
  }
  const on = dayTyped(typed, 'on');
  const read = check(ResidentStateChange, { residentId: person.id, state: chosen, on });
  if ('problems' in read) return read;
  if (isDay(on) && on > today) return { problems: { on: dayInFuture } };
  return { input: { command: 'resident.change_state', input: read.input } };
}
