import { SupportInput } from '#features/support/model.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { check, type Checked } from '../form/checked.ts';
import { telling, textOf, type Typed } from '../form/typed.ts';

/** The choice "somebody else of the house". */
export const otherPerson = 'khac';

/** The input of 'support.ask', or what is not right yet, under the names of the form's fields. Nothing chosen is at home. */
export function askFrom(typed: Typed, home: PhoneHome | undefined): Checked<Record<string, unknown>> {
  const text = (name: string) => textOf(typed, name);
  const person = text('residentId');
  const isNamed = home !== undefined && person !== '' && person !== otherPerson;
  const read = check(SupportInput, {
    id: text('id'),
    hamletId: home?.hamletId ?? text('hamletId'),
    channel: 'member',
    householdId: home?.id,
    residentId: isNamed ? person : null,
    personName: isNamed ? (home.people.find((one) => one.id === person)?.fullName ?? '') : text('personName'),
    phone: text('phone'),
    platform: text('platform'),
    topic: text('topic'),
    place: text('where') === '' ? 'home' : 'support_point',
    groupId: text('where'),
    urgency: text('urgency'),
    note: text('note'),
  });
  return 'problems' in read ? read : { input: telling(read.input) };
}
