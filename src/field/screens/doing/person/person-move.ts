import { isDay, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { relations, ResidentMove } from '#features/registry/model.ts';
import { dayInFuture } from '#features/registry/words.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { Register } from '../../../register/register.ts';
import { leads } from '../../leads.ts';
import { check, type Checked } from '../form/checked.ts';
import { dayTyped, textOf, type Typed } from '../form/typed.ts';
import * as words from './words.ts';

/** What somebody may be to the head of a household that they come to. */
export const relationsThere = relations.filter((relation) => relation !== 'head');

/** So many households are offered; who sees more has not typed enough. */
const mostShown = 8;

/**
 * Households to which somebody of `from` may go: those that are searched for, the one chosen before at the front. Only of
 * hamlets that the phone's owner leads (canReshapeHouseholds), and only those that are here and lived in.
 */
export function placesFor(
  register: Register,
  given: { from: PhoneHome; query: string; chosen: Id },
): { places: PhoneHome[]; more: boolean } {
  const { from, query, chosen } = given;
  const rows = query.trim() === '' ? [] : register.list(null, query);
  const found = rows
    .flatMap((row) => register.home(row.id) ?? [])
    .filter((home) => home.id !== chosen && mayTake(register.book, from, home));
  const kept = register.home(chosen);
  const places = kept && mayTake(register.book, from, kept) ? [kept] : [];
  return { places: [...places, ...found.slice(0, mostShown)], more: found.length > mostShown };
}

const mayTake = (book: Book | null, from: PhoneHome, home: PhoneHome) =>
  home.id !== from.id &&
  (home.state === 'living' || home.state === 'away') &&
  leads(book, from.hamletId) &&
  leads(book, home.hamletId);

/** The input of 'resident.move'. */
export function personMove(typed: Typed, residentId: Id, today: Day): Checked<Record<string, unknown>> {
  const toHouseholdId = textOf(typed, 'toHouseholdId');
  const relation = relationsThere.find((one) => one === textOf(typed, 'relation'));
  const on = dayTyped(typed, 'on');
  const problems = {
    ...(toHouseholdId === '' && { toHouseholdId: words.chooseHousehold }),
    ...(!relation && { relation: words.chooseRelation }),
    ...(isDay(on) && on > today && { on: dayInFuture }),
  };
  const read = check(ResidentMove, { residentId, toHouseholdId, relation, on });
  if ('input' in read && Object.keys(problems).length === 0) return read;
  return { problems: 'problems' in read ? { ...read.problems, ...problems } : problems };
}
