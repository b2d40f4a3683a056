import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { placeOf } from '#features/registry/household-words.ts';
import { householdStateNames, priorityNames } from '#features/registry/words.ts';
import type { ListedHome } from '#features/sync/model/listed-home.ts';
import { visit } from '#features/targets/next-visit-words.ts';
import type { IconName } from '#ui/icon-paths.ts';
import type { Register } from '../../register/register.ts';
import { agreedNext } from './agreed.ts';
import { foundPerson, headOf, spokenOf } from './tell-home.ts';
import * as words from './words.ts';

/** A household as one line of a list tells it. */
export interface HomeRow {
  id: Id;
  name: string;
  /** Somebody else of the household whom the search found. */
  found?: string | undefined;
  /** "bà, 60 tuổi · 4 người · Tổ 8, đường kênh 3". */
  about: string;
  /** When it was met. */
  met: string;
  chips: RowChip[];
}
export interface RowChip {
  kind: 'neutral' | 'wait' | 'late' | 'why';
  label: string;
  icon?: IconName;
}

/** `query`: what was searched, to say whom of the household it found. */
export function rowOf(register: Register, row: ListedHome, query = ''): HomeRow {
  const { today } = register;
  const home = register.home(row.id);
  const head = home && headOf(home);
  const spoken = head ? spokenOf(head, today) : null;
  const found = home && query !== '' ? foundPerson(home, query) : null;
  const agreed = home ? agreedNext(home, today)?.on : row.nextOn;
  const living = home?.people.filter((person) => person.state === 'living').length ?? 0;
  return {
    id: row.id,
    name: row.headName,
    found: found ? words.homes.includes(found.fullName) : undefined,
    about: [
      spoken
        ? spoken.age === null
          ? spoken.polite
          : words.aged(spoken.polite, spoken.age, spoken.isEstimated)
        : null,
      living > 0 ? words.homes.people(living) : null,
      placeOf(row.groupName, row.address),
    ]
      .filter(Boolean)
      .join(' · '),
    met: metText(row.lastContactOn, today, register.horizon()?.from),
    chips: [
      ...(row.state === 'living'
        ? []
        : [{ kind: 'neutral' as const, label: householdStateNames[row.state], icon: 'info' as const }]),
      ...(agreed && row.state === 'living' ? [agreedChip(agreed, today)] : []),
      ...row.reasons.map((reason) => ({ kind: 'why' as const, label: priorityNames[reason] })),
    ],
  };
}

/** When it was met last, as far as the phone knows. */
export function metText(last: Day | null, today: Day, since: Day | undefined): string {
  if (last === null) return visit.never;
  if (last === today) return words.metToday;
  const told = words.lastMet(last, today);
  return since !== undefined && last < since ? `${words.notThisYear} · ${told}` : told;
}

export function agreedChip(on: Day, today: Day): RowChip {
  return { kind: on < today ? 'late' : 'wait', label: words.agreedFor(on, today), icon: 'calendar' };
}
