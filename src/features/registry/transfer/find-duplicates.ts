import { fold } from '#shared/fold.ts';
import type { ListNotes } from './list-notes.ts';
import type { ParsedHousehold } from './parsed-list.ts';
import * as words from './words.ts';

/**
 * Warns of households that stand twice in one file: same hamlet, same head (folded, so that both tone placements are
 * one) and a birth that can be the same. They are never merged by themselves: many people share a name.
 */
export function warnOfDuplicates(
  households: readonly ParsedHousehold[],
  notes: ReadonlyMap<string, ListNotes>,
): void {
  const seen = new Map<string, ParsedHousehold[]>();
  for (const household of households) {
    const head = birthOf(household);
    if (!head) continue;
    const key = [household.hamlet ?? '', household.headName, head.date.slice(0, 4)].map(fold).join('|');
    const others = seen.get(key) ?? [];
    const other = others.find((one) => canBeSame(one, household));
    if (other) {
      const text = words.duplicateInFile(household.headName, other.sheet, other.row);
      notes.get(household.sheet)?.warn(household.row - 1, 'duplicate_in_file', text);
    }
    seen.set(key, [...others, household]);
  }
}

function canBeSame(one: ParsedHousehold, other: ParsedHousehold): boolean {
  const first = birthOf(one);
  const second = birthOf(other);
  if (!first || !second) return false;
  return first.precision !== 'day' || second.precision !== 'day' || first.date === second.date;
}

function birthOf(household: ParsedHousehold) {
  return household.residents.find(({ relation }) => relation === 'head')?.birth ?? null;
}
