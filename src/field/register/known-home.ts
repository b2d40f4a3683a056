import type { Day } from '#shared/calendar.ts';
import { nameSortKey } from '#shared/fold.ts';
import { searchTextOf } from '#features/registry/model/derived.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { factsOf } from '#features/sync/model/home-facts.ts';
import { headNameOf, listed, type ListedHome } from '#features/sync/model/listed-home.ts';
import { marksIn, type Mark } from '#features/targets/count.ts';
import type { TargetDefinition } from '#features/targets/definition.ts';
import type { Horizon, HouseholdFacts } from '#features/targets/facts.ts';

/** What the phone works out of one version of a household: each thing when it is first asked, and once. */
export class KnownHome {
  readonly home: PhoneHome;
  readonly #today: Day;
  #listed: ListedHome | null = null;
  #sortKey: string | null = null;
  #searchText: string | null = null;
  #facts: HouseholdFacts | null = null;
  readonly #marks = new Map<TargetDefinition, Mark[]>();

  constructor(home: PhoneHome, today: Day) {
    this.home = home;
    this.#today = today;
  }

  get listed(): ListedHome {
    return (this.#listed ??= listed(this.home, this.#today));
  }

  /** Its place in the list: by the given name of its head. */
  get sortKey(): string {
    return (this.#sortKey ??= nameSortKey(headNameOf(this.home)));
  }

  get searchText(): string {
    const { code, groupName, address, phone, people } = this.home;
    return (this.#searchText ??= searchTextOf(
      { code, book_number: null, group_name: groupName, address, phone },
      people.map((person) => ({ id: person.id, full_name: person.fullName, phone: person.phone })),
    ));
  }

  get facts(): HouseholdFacts {
    return (this.#facts ??= factsOf(this.home));
  }

  marks(target: TargetDefinition, horizon: Horizon): Mark[] {
    const known = this.#marks.get(target);
    if (known) return known;
    const made = marksIn(target, this.facts, horizon);
    this.#marks.set(target, made);
    return made;
  }
}

/** The same for a household that is still on its way: what its row in the list says. */
export class PromisedHome {
  readonly listed: ListedHome;
  readonly sortKey: string;
  #searchText: string | null = null;

  constructor(row: ListedHome) {
    this.listed = row;
    this.sortKey = nameSortKey(row.headName);
  }

  get searchText(): string {
    const { id, headName, code, groupName, address, phone } = this.listed;
    return (this.#searchText ??= searchTextOf(
      { code, book_number: null, group_name: groupName, address, phone },
      [{ id, full_name: headName, phone: null }],
    ));
  }
}
