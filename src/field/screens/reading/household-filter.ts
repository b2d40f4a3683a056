import type { Id } from '#shared/ids.ts';
import type { ListedHome } from '#features/sync/model/listed-home.ts';
import type { Register } from '../../register/register.ts';
import { leads } from '../leads.ts';
import { agreedNext, helperCallOn } from './agreed.ts';

export const filters = ['all', 'unmet', 'priority', 'mine', 'agreed', 'helpDue'] as const;
export type Filter = (typeof filters)[number];

/** What of the list is looked at. `group`: one neighbourhood group (tổ); empty for all. */
export interface Wanted {
  query: string;
  filter: Filter;
  group: string;
}

/** The households of a hamlet, and whether one of them passes a filter; searching goes over all of them. */
export function householdsOf(register: Register, scope: Id, memberId: Id | null) {
  const since = register.horizon()?.from ?? `${register.today.slice(0, 4)}-01-01`;
  const lives = (row: ListedHome) => row.state === 'living';
  const isLed = register.book !== null && leads(register.book, scope);
  const passes: Record<Filter, (row: ListedHome) => boolean> = {
    all: (row) => lives(row) || row.state === 'away',
    unmet: (row) => lives(row) && (row.lastContactOn === null || row.lastContactOn < since),
    priority: (row) => lives(row) && row.reasons.length > 0,
    mine: (row) => {
      const home = register.home(row.id);
      return (
        home !== undefined &&
        memberId !== null &&
        (home.responsibleId === memberId || home.helper?.memberId === memberId)
      );
    },
    agreed: (row) => {
      const home = register.home(row.id);
      return lives(row) && (home ? agreedNext(home, register.today) !== null : row.nextOn !== null);
    },
    // The owner's own calls that are due; who leads the hamlet sees everybody's.
    helpDue: (row) => {
      const home = register.home(row.id);
      const callOn = home ? helperCallOn(home) : null;
      return (
        lives(row) &&
        callOn !== null &&
        callOn <= register.today &&
        (isLed || home?.helper?.memberId === memberId)
      );
    },
  };
  const everybody = register.list(scope);
  const count = (filter: Filter) => everybody.filter(passes[filter]).length;
  return {
    /** Households (hộ) of each filter; 'living' is the whole that one speaks of. */
    counts: {
      all: count('all'),
      unmet: count('unmet'),
      priority: count('priority'),
      mine: count('mine'),
      agreed: count('agreed'),
      helpDue: count('helpDue'),
      living: everybody.filter(lives).length,
    },
    groups: [...new Set(everybody.flatMap((row) => row.groupName ?? []))].sort((one, other) =>
      one.localeCompare(other, 'vi', { numeric: true }),
    ),
    find({ query, filter, group }: Wanted): ListedHome[] {
      // Who types a name looks for it everywhere, also among those who left.
      if (query.trim() !== '') return register.list(scope, query);
      return everybody.filter(passes[filter]).filter((row) => group === '' || row.groupName === group);
    },
  };
}
