import { bornBy, type Day } from '#shared/calendar.ts';
import { nameSortKey } from '#shared/fold.ts';
import type { Id } from '#shared/ids.ts';
import { searchTextOf, searchWords } from '#features/registry/model/derived.ts';
import { applyOperation, type Homes, type Teller } from '#features/sync/model/apply-operation.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import { factsOf } from '#features/sync/model/home-facts.ts';
import { listed, type ListedHome } from '#features/sync/model/listed-home.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { figureOf, marksIn, type Mark } from '#features/targets/count.ts';
import type { TargetDefinition } from '#features/targets/definition.ts';
import type { Horizon } from '#features/targets/facts.ts';
import type { Figure } from '#features/targets/figures.ts';
import { whatIsMissing } from '#features/targets/missing.ts';
import { tracksOf } from '#features/visits/model/digital-status.ts';

/** A household or a person that a target has not reached yet. */
export interface Left {
  home: PhoneHome;
  listed: ListedHome;
  /** The person; null when the target asks households. */
  person: PhoneHome['people'][number] | null;
  isUnknown: boolean;
  missing: string[];
}

/** What the phone works out of one household, once for each version of it. */
interface Derived {
  listed: ListedHome;
  searchText: string;
  sortKey: string;
  marks: Map<string, Mark[]>;
}

/**
 * The hamlet in memory (P12): what the server sent, with what its owner did since laid over it. Search, lists and targets are
 * answered from here; a household is worked out again only when it changed.
 */
export class Register {
  #base: Homes = new Map();
  #homes: Homes = new Map();
  #operations: Operation[] = [];
  #derived = new WeakMap<PhoneHome, Derived>();
  #book: Book | null = null;
  #today: Day;
  readonly #lists = new Map<Id, ListedHome[]>();

  constructor(today: Day) {
    this.#today = today;
  }

  get book(): Book | null {
    return this.#book;
  }

  get today(): Day {
    return this.#today;
  }

  /** The book or the day changed: ages, terms and definitions are asked anew. */
  setBook(book: Book | null, today: Day): void {
    if (book === this.#book && today === this.#today) return;
    this.#book = book;
    this.#today = today;
    this.#derived = new WeakMap();
    this.#layOver();
  }

  /** The list of a hamlet whose households are still on their way; null: they are all here. */
  setList(scope: Id, list: ListedHome[] | null): void {
    if (list) this.#lists.set(scope, list);
    else this.#lists.delete(scope);
  }

  /** What the server sent: changed households, and those that are no longer here. */
  take(homes: readonly PhoneHome[], gone: readonly Id[]): void {
    for (const home of homes) this.#base.set(home.id, home);
    for (const id of gone) this.#base.delete(id);
    this.#layOver();
  }

  /** What the owner did that the server's households do not show yet, in its order. */
  setOperations(operations: readonly Operation[]): void {
    this.#operations = [...operations];
    this.#layOver();
  }

  /** One more thing that the owner did. */
  add(operation: Operation): void {
    this.#operations.push(operation);
    applyOperation(this.#homes, operation, this.#teller());
  }

  #layOver(): void {
    const homes = new Map(this.#base);
    const teller = this.#teller();
    for (const operation of this.#operations) applyOperation(homes, operation, teller);
    this.#homes = homes;
  }

  #teller(): Teller {
    const tracks = (this.#book?.catalogue ?? [])
      .filter((item) => item.kind === 'platform')
      .map((item) => [item.code, tracksOf(item.details)] as const);
    return {
      accountId: this.#book?.me.accountId ?? '',
      memberId: this.#book?.me.memberId ?? null,
      tracks: new Map(tracks),
    };
  }

  home(id: Id): PhoneHome | undefined {
    return this.#homes.get(id);
  }

  /** As the server sent it, without what was done here since. */
  serverHome(id: Id): PhoneHome | undefined {
    return this.#base.get(id);
  }

  homes(): Iterable<PhoneHome> {
    return this.#homes.values();
  }

  /** The row of a household, as far as it is known: from the list while the household itself is on its way. */
  listedHome(id: Id): ListedHome | undefined {
    const home = this.#homes.get(id);
    if (home) return this.#of(home).listed;
    for (const list of this.#lists.values()) {
      const row = list.find((one) => one.id === id);
      if (row) return row;
    }
    return undefined;
  }

  #of(home: PhoneHome): Derived {
    const known = this.#derived.get(home);
    if (known) return known;
    const row = listed(home, this.#today);
    const derived: Derived = {
      listed: row,
      sortKey: nameSortKey(row.headName),
      searchText: searchTextOf(
        {
          code: home.code,
          book_number: null,
          group_name: home.groupName,
          address: home.address,
          phone: home.phone,
        },
        home.people.map((person) => ({ id: person.id, full_name: person.fullName, phone: person.phone })),
      ),
      marks: new Map(),
    };
    this.#derived.set(home, derived);
    return derived;
  }

  /** Every household of a hamlet (of all when none is named), by the given name of its head; words find without diacritics (P13). */
  list(scope: Id | null, query = ''): ListedHome[] {
    const words = searchWords(query);
    const rows = [...this.#homes.values()]
      .filter((home) => scope === null || home.hamletId === scope)
      .map((home) => this.#of(home))
      .filter(({ searchText }) => words.every((word) => searchText.includes(` ${word}`)))
      .sort((left, right) => (left.sortKey < right.sortKey ? -1 : left.sortKey > right.sortKey ? 1 : 0))
      .map((derived) => derived.listed);
    return [...rows, ...this.#onTheirWay(scope, words)];
  }

  #onTheirWay(scope: Id | null, words: readonly string[]): ListedHome[] {
    return [...this.#lists]
      .filter(([hamlet]) => scope === null || hamlet === scope)
      .flatMap(([, list]) => list)
      .filter((row) => !this.#homes.has(row.id))
      .filter((row) => {
        const text = searchTextOf(
          {
            code: row.code,
            book_number: null,
            group_name: row.groupName,
            address: row.address,
            phone: row.phone,
          },
          [{ id: row.id, full_name: row.headName, phone: null }],
        );
        return words.every((word) => text.includes(` ${word}`));
      })
      .sort((left, right) => (nameSortKey(left.headName) < nameSortKey(right.headName) ? -1 : 1));
  }

  /** Who should be visited first: who asked for it by today, then who comes first and was not met, then who waited longest. */
  workList(scope: Id | null): ListedHome[] {
    const today = this.#today;
    const since = this.#book?.plan?.startsOn ?? `${today.slice(0, 4)}-01-01`;
    const rank = (row: ListedHome) => {
      if (row.nextOn !== null && row.nextOn <= today && (row.lastContactOn ?? '') < row.nextOn) return 0;
      const met = row.lastContactOn !== null && row.lastContactOn >= since;
      if (!met) return row.reasons.length > 0 ? 1 : 2;
      return row.reasons.length > 0 ? 3 : 4;
    };
    return this.list(scope)
      .filter((row) => row.state === 'living')
      .map((row) => ({ row, rank: rank(row) }))
      .sort(
        (left, right) =>
          left.rank - right.rank ||
          right.row.reasons.length - left.row.reasons.length ||
          compare(left.row.lastContactOn ?? '', right.row.lastContactOn ?? ''),
      )
      .map(({ row }) => row);
  }

  /** The days that figures are asked for; null while the commune has no plan. */
  horizon(): Horizon | null {
    const plan = this.#book?.plan;
    if (!plan || !this.#book) return null;
    const to = this.#today < plan.endsOn ? this.#today : plan.endsOn;
    return {
      day: this.#today,
      from: plan.startsOn,
      to,
      planEnd: plan.endsOn,
      platforms: this.#book.platforms,
    };
  }

  #marks(target: TargetDefinition, home: PhoneHome, horizon: Horizon): Mark[] {
    const { marks } = this.#of(home);
    const known = marks.get(target.code);
    if (known) return known;
    const made = marksIn(target, factsOf(home), horizon);
    marks.set(target.code, made);
    return made;
  }

  /** A target of a hamlet, counted here; the same as the server counts when it has everything (law 5). */
  figure(target: TargetDefinition, scope: Id): Figure {
    const horizon = this.horizon();
    if (!horizon) return figureOf([]);
    return figureOf(
      [...this.#homes.values()]
        .filter((home) => home.hamletId === scope)
        .flatMap((home) => this.#marks(target, home, horizon)),
    );
  }

  /** Who is left of a target: who comes first at the front, then who was never met, then whose last contact is oldest. */
  whoIsLeft(target: TargetDefinition, scope: Id): Left[] {
    const horizon = this.horizon();
    if (!horizon) return [];
    const left: { home: PhoneHome; mark: Mark; derived: Derived }[] = [];
    for (const home of this.#homes.values()) {
      if (home.hamletId !== scope) continue;
      for (const mark of this.#marks(target, home, horizon))
        if (mark.belongs === true && mark.reached !== true)
          left.push({ home, mark, derived: this.#of(home) });
    }
    return left
      .sort(
        (one, other) =>
          Number(other.derived.listed.reasons.length > 0) - Number(one.derived.listed.reasons.length > 0) ||
          compare(one.derived.listed.lastContactOn ?? '', other.derived.listed.lastContactOn ?? '') ||
          compare(one.derived.sortKey, other.derived.sortKey),
      )
      .map(({ home, mark, derived }) => ({
        home,
        listed: derived.listed,
        person: home.people.find((person) => person.id === mark.subjectId) ?? null,
        isUnknown: mark.reached === null,
        get missing() {
          const facts = factsOf(home);
          const resident = facts.residents.find((one) => one.id === mark.subjectId) ?? null;
          return whatIsMissing(target, { household: facts, resident, group: null }, horizon);
        },
      }));
  }

  /** People (người) of a household who are of age today and still live there: who may be met and taught. */
  adults(home: PhoneHome, years: number): PhoneHome['people'] {
    const born = bornBy(this.#today, years);
    return home.people.filter(
      (person) => person.state === 'living' && (person.birthDate === null || person.birthDate <= born),
    );
  }
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
