import { isDay, type Day } from '#shared/calendar.ts';
import type { FieldProblems } from '#shared/problem.ts';
import { OutreachInput, wrongDay } from '#features/outreach/model.ts';
import type { CatalogueItem } from '#features/sync/model/book.ts';
import { check, type Checked } from '../form/checked.ts';
import { dayTyped, listOf, telling, textOf, type Typed } from '../form/typed.ts';
import * as words from './words.ts';

/** A day that is typed beside the chips. */
export const typedDay = 'khac';

/** True for a form that names nobody: loudspeaker, banner. It is only ever a guess of people. */
export function isMass(catalogue: readonly CatalogueItem[], form: string): boolean {
  return catalogue.some(
    (item) => item.kind === 'outreach_form' && item.code === form && item.details['mass'] === true,
  );
}

/** By list or by guess: by list unless the form cannot, or somebody chose so. */
export function reachOf(typed: Typed, catalogue: readonly CatalogueItem[]): 'listed' | 'estimated' {
  if (isMass(catalogue, textOf(typed, 'form'))) return 'estimated';
  return textOf(typed, 'reach') === 'estimated' ? 'estimated' : 'listed';
}

/** The input of 'outreach.record'. What was ticked before a guess was chosen is left out, and the other way round. */
export function outreachFrom(
  typed: Typed,
  given: { catalogue: readonly CatalogueItem[]; today: Day; planStartsOn: Day | null },
): Checked<Record<string, unknown>> {
  const reach = reachOf(typed, given.catalogue);
  const pick = textOf(typed, 'dayPick');
  const on = pick === typedDay ? dayTyped(typed, 'heldOn') : pick;
  const problems: FieldProblems = {};
  if (textOf(typed, 'form') === '') problems['form'] = words.formNeeded;
  if (pick === typedDay && on.trim() === '') problems['heldOn'] = words.dayHelp;
  if (isDay(on)) {
    const wrong = wrongDay(on, given.today, given.planStartsOn ?? `${given.today.slice(0, 4)}-01-01`);
    if (wrong !== null) problems['heldOn'] = wrong;
  }
  const read = check(OutreachInput, {
    id: textOf(typed, 'id'),
    hamletId: textOf(typed, 'hamletId'),
    form: textOf(typed, 'form'),
    heldOn: on || null,
    place: textOf(typed, 'place'),
    topics: [...listOf(typed, 'topics')],
    reach,
    householdIds: reach === 'listed' ? [...listOf(typed, 'householdIds')] : [],
    estimatedPeople: reach === 'estimated' ? textOf(typed, 'estimatedPeople') : null,
    note: textOf(typed, 'note'),
  });
  const all = { ...('problems' in read ? read.problems : {}), ...problems };
  if ('problems' in read || Object.keys(problems).length > 0) return { problems: all };
  return { input: telling(read.input) };
}
