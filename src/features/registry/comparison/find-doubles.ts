import { compareBirths, factsContradict, inCommon, sameYear, type NamedHousehold } from './likeness.ts';

/**
 * Households that stand several times in one list: groups of places, two or more each. The same head (folded name, birth year)
 * and either nearly the same other people, or, where only heads are named or somebody lives alone, the same hamlet and nothing
 * that speaks against it.
 */
export function findDoubles(households: readonly NamedHousehold[]): number[][] {
  const groups: number[][] = [];
  const byHead = Map.groupBy(
    [...households.keys()].filter((index) => households[index]?.head.birth !== null),
    (index) => `${households[index]?.head.name}|${households[index]?.head.birth?.date.slice(0, 4)}`,
  );
  for (const indexes of byHead.values()) {
    const open = [...indexes];
    while (open.length > 1) {
      const first = open.shift();
      const one = first === undefined ? undefined : households[first];
      if (first === undefined || !one) break;
      const same = open.filter((index) => {
        const other = households[index];
        return other !== undefined && isDouble(one, other);
      });
      if (same.length === 0) continue;
      groups.push([first, ...same]);
      for (const index of same) open.splice(open.indexOf(index), 1);
    }
  }
  return groups;
}

function isDouble(one: NamedHousehold, other: NamedHousehold): boolean {
  if (sameYear(one.head.birth, other.head.birth) !== 'same') return false;
  if (one.people.length > 1 && other.people.length > 1) {
    const smaller = Math.min(one.people.length, other.people.length) - 1;
    return inCommon(one, other) >= Math.max(1, Math.ceil(smaller * 0.6));
  }
  return (
    one.people.length === other.people.length &&
    one.hamletId === other.hamletId &&
    compareBirths(one.head.birth, other.head.birth) === 'same' &&
    !factsContradict(one, other)
  );
}
