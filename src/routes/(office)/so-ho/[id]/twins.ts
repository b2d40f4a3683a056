import { likelyDoubles } from '#features/registry/comparison/likeness.ts';
import type { PageResident } from '#features/registry/queries/household-page.server.ts';
import { fold } from '#shared/fold.ts';

/** People of a household who may be written twice; pairs in the order of the page. */
export function pairsOfTwins(residents: readonly PageResident[]): [PageResident, PageResident][] {
  const named = residents.map((one) => ({
    one,
    name: fold(one.fullName),
    birth:
      one.birthDate === null || one.birthPrecision === null
        ? null
        : { date: one.birthDate, precision: one.birthPrecision },
    phone: one.phone,
  }));
  return likelyDoubles(named).map(([first, second]) => [first.one, second.one]);
}

/** The ids of those who may be the same person as this one. */
export function twinsOf(residents: readonly PageResident[], id: string): Set<string> {
  const pairs = pairsOfTwins(residents).map((pair) => pair.map((one) => one.id));
  return new Set(
    pairs.filter((pair) => pair.includes(id)).flatMap((pair) => pair.filter((one) => one !== id)),
  );
}
