import type { Id } from '#shared/ids.ts';
import { applyOperation, reachesAcross } from '#features/sync/model/apply-operation.ts';
import type { Homes, Teller } from '#features/sync/model/apply/effect.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { Operation } from '#features/sync/model/operation.ts';

/** An operation, and the households that show it. */
interface Laid {
  operation: Operation;
  touched: Id[];
}

/**
 * What the server sent, with what the phone's owner did since laid over it. With 400 operations waiting, a page of news must
 * not cost a new reading of them all (P12): only the households that changed are laid anew, by the operations that they show.
 */
export class Overlay {
  readonly base: Homes = new Map();
  #homes: Homes = new Map();
  #laid: Laid[] = [];
  #teller: Teller = { accountId: '', memberId: null, tracks: new Map() };

  get homes(): ReadonlyMap<Id, PhoneHome> {
    return this.#homes;
  }

  /** In the order in which they were done. */
  get operations(): Operation[] {
    return this.#laid.map(({ operation }) => operation);
  }

  /** Whose phone it is: an operation may say something else now. */
  setTeller(teller: Teller): void {
    this.#teller = teller;
    this.#layAll();
  }

  /** What the server sent: changed households, and those that are no longer here. */
  take(homes: readonly PhoneHome[], gone: readonly Id[]): void {
    for (const home of homes) this.base.set(home.id, home);
    for (const id of gone) this.base.delete(id);
    this.#layAnew(new Set([...homes.map((home) => home.id), ...gone]));
  }

  /** All that the owner did and that the server's households do not show yet, in its order. */
  setOperations(operations: readonly Operation[]): void {
    const known = new Map(this.#laid.map((one) => [one.operation.opId, one]));
    const kept = operations.flatMap((operation) => known.get(operation.opId) ?? []);
    const isNew = operations.map((operation) => !known.has(operation.opId));
    // Something stands before what was laid already: all of it may mean something else.
    if (isNew.some((each, index) => each && isNew.slice(index).includes(false))) {
      this.#laid = operations.map((operation) => ({ operation, touched: [] }));
      return this.#layAll();
    }
    const stays = new Set(kept);
    const dropped = this.#laid.filter((one) => !stays.has(one));
    this.#laid = kept;
    this.#layAnew(new Set(dropped.flatMap((one) => one.touched)));
    for (const operation of operations) if (!known.has(operation.opId)) this.add(operation);
    return undefined;
  }

  /** One more thing that the owner did. */
  add(operation: Operation): void {
    this.#laid.push({ operation, touched: applyOperation(this.#homes, operation, this.#teller) });
  }

  #layAll(): void {
    this.#homes = new Map(this.base);
    for (const one of this.#laid) one.touched = applyOperation(this.#homes, one.operation, this.#teller);
  }

  #layAnew(ids: ReadonlySet<Id>): void {
    if (ids.size === 0) return;
    const some: Homes = new Map();
    let isNew = false;
    for (const id of ids) {
      const home = this.base.get(id);
      if (home) some.set(id, home);
      isNew ||= home !== undefined && !this.#homes.has(id);
    }
    for (const one of this.#laid) {
      const before = one.touched.length;
      if (reachesAcross(one.operation) && (before === 0 || one.touched.some((id) => ids.has(id))))
        return this.#layAll();
      // What touched nothing may have waited for these; a household that was not here may be meant by any.
      if (before > 0 && !isNew && !one.touched.some((id) => ids.has(id))) continue;
      const others = one.touched.filter((id) => !ids.has(id));
      const touched = applyOperation(some, one.operation, this.#teller).filter((id) => ids.has(id));
      one.touched = [...others, ...touched];
      // The person it is about is in another household now, or nowhere.
      if (one.touched.length < before) return this.#layAll();
    }
    for (const id of ids) {
      const home = some.get(id);
      if (home) this.#homes.set(id, home);
      else this.#homes.delete(id);
    }
    return undefined;
  }
}
