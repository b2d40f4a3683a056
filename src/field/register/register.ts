import { bornBy, type Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { searchWords } from '#features/registry/model/derived.ts';
import type { Book } from '#features/sync/model/book.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { ListedHome } from '#features/sync/model/listed-home.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { figureOf, type Mark } from '#features/targets/count.ts';
import type { TargetDefinition } from '#features/targets/definition.ts';
import type { Horizon } from '#features/targets/facts.ts';
import type { Figure } from '#features/targets/figures.ts';
import { whatIsMissing } from '#features/targets/missing.ts';
import { tracksOf } from '#features/visits/model/digital-status.ts';
import { KnownHome, PromisedHome } from './known-home.ts';
import { Overlay } from './overlay.ts';

/** A household or a person that a target has not reached yet. */
export interface Left {
  home: PhoneHome;
  listed: ListedHome;
  /** The person; null when the target asks households. */
  person: PhoneHome['people'][number] | null;
  isUnknown: boolean;
  missing: string[];
}

/**
 * The hamlet in memory (P12): what the server sent, with what its owner did since laid over it. Search, lists and targets are
 * answered from here; a household is worked out again only when it changed, an answer only when something did.
 */
export class Register {
  readonly #overlay = new Overlay();
  #known = new WeakMap<PhoneHome, KnownHome>();
  #promised = new WeakMap<ListedHome, PromisedHome>();
  #answers = new Map<string, unknown>();
  #book: Book | null = null;
  #horizon: Horizon | null = null;
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
    this.#horizon = horizonOf(book, today);
    this.#known = new WeakMap();
    this.#overlay.setTeller({
      accountId: book?.me.accountId ?? '',
      memberId: book?.me.memberId ?? null,
      tracks: new Map(
        (book?.catalogue ?? [])
          .filter((item) => item.kind === 'platform')
          .map((item) => [item.code, tracksOf(item.details)] as const),
      ),
    });
    this.#answers.clear();
  }

  /** The list of a hamlet whose households are still on their way; null: they are all here. */
  setList(scope: Id, list: ListedHome[] | null): void {
    if (list) this.#lists.set(scope, list);
    else this.#lists.delete(scope);
    this.#answers.clear();
  }

  /** What the server sent: changed households, and those that are no longer here. */
  take(homes: readonly PhoneHome[], gone: readonly Id[]): void {
    this.#overlay.take(homes, gone);
    this.#answers.clear();
  }

  /** What the owner did that the server's households do not show yet, in its order. */
  setOperations(operations: readonly Operation[]): void {
    this.#overlay.setOperations(operations);
    this.#answers.clear();
  }

  /** One more thing that the owner did. */
  add(operation: Operation): void {
    this.#overlay.add(operation);
    this.#answers.clear();
  }

  /** What the owner did that the server's households do not show yet, in its order. */
  get operations(): readonly Operation[] {
    return this.#overlay.operations;
  }

  home(id: Id): PhoneHome | undefined {
    return this.#overlay.homes.get(id);
  }

  /** As the server sent it, without what was done here since. */
  serverHome(id: Id): PhoneHome | undefined {
    return this.#overlay.base.get(id);
  }

  /** All of them as the server sent them. */
  serverHomes(): PhoneHome[] {
    return [...this.#overlay.base.values()];
  }

  homes(): Iterable<PhoneHome> {
    return this.#overlay.homes.values();
  }

  /** The row of a household, as far as it is known: from the list while the household itself is on its way. */
  listedHome(id: Id): ListedHome | undefined {
    const home = this.home(id);
    if (home) return this.#of(home).listed;
    for (const list of this.#lists.values()) {
      const row = list.find((one) => one.id === id);
      if (row) return row;
    }
    return undefined;
  }

  /** How many households (hộ) of a hamlet are in its list but not yet here. */
  onTheirWay(scope: Id): number {
    return (this.#lists.get(scope) ?? []).filter((row) => !this.#overlay.homes.has(row.id)).length;
  }

  /**
   * Every household of a hamlet (of all when none is named), by the given name of its head; words find without diacritics
   * (P13). Whose name or address has all the words stands before households in which they are scattered.
   */
  list(scope: Id | null, query = ''): ListedHome[] {
    const words = searchWords(query);
    const all = this.#sorted(scope);
    // Without words nothing is searched: to work out what a search looks through takes longer than the list itself.
    const found = words.length === 0 ? all : all.filter((home) => hasAll(home.searchText, words));
    if (words.length < 2) return found.map(({ listed }) => listed);
    const isTogether = (home: KnownHome | PromisedHome) =>
      home.searchText.split('|').some((part) => hasAll(part, words));
    const together = new Set(found.filter(isTogether));
    return [...together, ...found.filter((home) => !together.has(home))].map(({ listed }) => listed);
  }

  #sorted(scope: Id | null): (KnownHome | PromisedHome)[] {
    return this.#answer(`sorted ${scope}`, () =>
      [...this.#here(scope), ...this.#awaited(scope)].sort(
        (left, right) => compare(left.sortKey, right.sortKey) || compare(left.listed.id, right.listed.id),
      ),
    );
  }

  #here(scope: Id | null): KnownHome[] {
    const here: KnownHome[] = [];
    for (const home of this.#overlay.homes.values())
      if (scope === null || home.hamletId === scope) here.push(this.#of(home));
    return here;
  }

  #awaited(scope: Id | null): PromisedHome[] {
    return [...this.#lists]
      .filter(([hamlet]) => scope === null || hamlet === scope)
      .flatMap(([, list]) => list)
      .filter((row) => !this.#overlay.homes.has(row.id))
      .map((row) => {
        const known = this.#promised.get(row) ?? new PromisedHome(row);
        this.#promised.set(row, known);
        return known;
      });
  }

  /** The days that figures are asked for; null while the commune has no plan. */
  horizon(): Horizon | null {
    return this.#horizon;
  }

  /** A target of a hamlet, counted here; the same as the server counts when it has everything (law 5). */
  figure(target: TargetDefinition, scope: Id): Figure {
    const horizon = this.#horizon;
    if (!horizon) return figureOf([]);
    return this.#answer(`figure ${target.code} ${scope}`, () =>
      figureOf(this.#here(scope).flatMap((home) => home.marks(target, horizon))),
    );
  }

  /** Who is left of a target: who comes first at the front, then who was never met, then whose last contact is oldest. */
  whoIsLeft(target: TargetDefinition, scope: Id): Left[] {
    const horizon = this.#horizon;
    if (!horizon) return [];
    return this.#answer(`left ${target.code} ${scope}`, () => {
      const left: { known: KnownHome; mark: Mark }[] = [];
      for (const known of this.#here(scope))
        for (const mark of known.marks(target, horizon))
          if (mark.belongs === true && mark.reached !== true) left.push({ known, mark });
      return left
        .sort(
          ({ known: one }, { known: other }) =>
            Number(other.listed.reasons.length > 0) - Number(one.listed.reasons.length > 0) ||
            compare(one.listed.lastContactOn ?? '', other.listed.lastContactOn ?? '') ||
            compare(one.sortKey, other.sortKey) ||
            compare(one.home.id, other.home.id),
        )
        .map(({ known, mark }) => leftOf(target, known, mark, horizon));
    });
  }

  /**
   * Works out what searches, lists and targets will ask, household by household: for moments in which nobody waits. What a search
   * looks through comes first, for a letter is typed sooner than a target is opened.
   */
  *prepare(): Generator<void> {
    const horizon = this.#horizon;
    const here = this.#here(null);
    for (const known of here) {
      void [known.listed, known.sortKey, known.searchText];
      yield;
    }
    if (!horizon) return;
    for (const known of here) {
      for (const target of this.#book?.targets ?? []) known.marks(target, horizon);
      yield;
    }
  }

  /** People (người) of a household who are of age today and still live there: who may be met and taught. */
  adults(home: PhoneHome, years: number): PhoneHome['people'] {
    const born = bornBy(this.#today, years);
    return home.people.filter(
      (person) => person.state === 'living' && (person.birthDate === null || person.birthDate <= born),
    );
  }

  #of(home: PhoneHome): KnownHome {
    let known = this.#known.get(home);
    if (!known) this.#known.set(home, (known = new KnownHome(home, this.#today)));
    return known;
  }

  /** Asked again before anything changed: the same answer. */
  #answer<Value>(question: string, find: () => Value): Value {
    if (!this.#answers.has(question)) this.#answers.set(question, find());
    // Each question has one kind of answer.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return this.#answers.get(question) as Value;
  }
}

function horizonOf(book: Book | null, today: Day): Horizon | null {
  if (!book?.plan) return null;
  const { startsOn, endsOn } = book.plan;
  const to = today < endsOn ? today : endsOn;
  return { day: today, from: startsOn, to, planEnd: endsOn, platforms: book.platforms };
}

/** Somebody who is left; what they lack is said when it is asked, for it is long to say of a whole hamlet. */
function leftOf(
  target: TargetDefinition,
  { home, listed, facts }: KnownHome,
  mark: Mark,
  horizon: Horizon,
): Left {
  return {
    home,
    listed,
    person: home.people.find((person) => person.id === mark.subjectId) ?? null,
    isUnknown: mark.reached === null,
    get missing() {
      const resident = facts.residents.find((one) => one.id === mark.subjectId) ?? null;
      return whatIsMissing(target, { household: facts, resident, group: null }, horizon);
    },
  };
}

const hasAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(` ${word}`));

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
