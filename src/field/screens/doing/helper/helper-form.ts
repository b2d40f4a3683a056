import type { Id } from '#shared/ids.ts';
import { usualSettings } from '#features/plans/model.ts';
import { HelperEnding, HelperInput } from '#features/visits/model/helper.ts';
import { VisitInput } from '#features/visits/model/visit.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { activeMembers, type ActiveMember } from '../form/active-members.ts';
import { check, type Checked } from '../form/checked.ts';
import { telling, textOf, type Typed } from '../form/typed.ts';
import * as words from './words.ts';

/** What a helper's call may have been. */
export type Call = keyof typeof words.calls;
export const calls: readonly Call[] = ['ok', 'helped', 'needs', 'nobody'];

/** The input of 'visit.record' for a helper's call. It names nobody and claims no guidance: the sentence goes into the note. */
export function callFrom(typed: Typed, householdId: Id): Checked<Record<string, unknown>> {
  const call = calls.find((one) => one === textOf(typed, 'call'));
  if (!call) return { problems: { call: words.howNeeded } };
  const read = check(VisitInput, {
    id: textOf(typed, 'id'),
    householdId,
    met: call === 'nobody' ? 'nobody' : 'someone',
    note: words.calls[call].note,
    need: call === 'needs' ? textOf(typed, 'need') : '',
  });
  if ('problems' in read) return read;
  const { visitedAt: _moment, ...input } = read.input;
  return { input: telling(input) };
}

/** How often (days) a helper calls where nothing else is agreed: the plan's setting, or what a book of before it was means. */
export function usualRhythm(book: Book | null): number {
  return book?.plan?.helperEveryDays ?? usualSettings.helperEveryDays;
}

/** The input of 'helper.assign'. */
export function assignmentFrom(typed: Typed, householdId: Id): Checked<Record<string, unknown>> {
  const read = check(HelperInput, {
    id: textOf(typed, 'id'),
    householdId,
    memberId: textOf(typed, 'memberId'),
    reason: textOf(typed, 'reason'),
    everyDays: textOf(typed, 'everyDays') || undefined,
  });
  if ('input' in read) return { input: telling(read.input) };
  return {
    problems: { ...read.problems, ...(read.problems['memberId'] && { memberId: words.chooseMember }) },
  };
}

/** The input of 'helper.end'. */
export function endingFrom(typed: Typed, assignmentId: Id): Checked<Record<string, unknown>> {
  const read = check(HelperEnding, { assignmentId, reason: textOf(typed, 'reason') });
  return 'problems' in read ? read : { input: telling(read.input) };
}

/** Who may be named; who helps fewest households stands first. */
export function helpersFor(book: Book | null, hamletId: Id, homes: Iterable<PhoneHome>): ActiveMember[] {
  const helped = [...homes].flatMap(({ helper }) => (helper ? [helper.memberId] : []));
  return activeMembers(book, hamletId, helped);
}
