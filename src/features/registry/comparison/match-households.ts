import {
  factsContradict,
  inCommon,
  peopleContradict,
  sameYear,
  compareBirths,
  type NamedHousehold,
} from './likeness.ts';

type Rule = (ours: NamedHousehold, theirs: NamedHousehold) => boolean;

const sameHead: Rule = (ours, theirs) =>
  ours.head.name === theirs.head.name && sameYear(ours.head.birth, theirs.head.birth) === 'same';
const sameHamlet: Rule = (ours, theirs) => ours.hamletId !== null && ours.hamletId === theirs.hamletId;
const sameNumber: Rule = (ours, theirs) => ours.bookNumber !== null && ours.bookNumber === theirs.bookNumber;
const samePhone: Rule = (ours, theirs) => ours.head.phone !== null && ours.head.phone === theirs.head.phone;
const numbersDiffer: Rule = (ours, theirs) =>
  ours.bookNumber !== null && theirs.bookNumber !== null && ours.bookNumber !== theirs.bookNumber;

/**
 * The rules that say that a household of the list is one of the register, surest first; all of the list goes through one rule
 * before the next, so that a namesake never takes a household that its own entry finds surely.
 */
const rules: readonly { fits: Rule; alone?: true; byNumber?: true }[] = [
  // Its number in the commune's list, in its hamlet, with its head.
  {
    fits: (ours, theirs) =>
      sameHamlet(ours, theirs) &&
      sameNumber(ours, theirs) &&
      ours.head.name === theirs.head.name &&
      sameYear(ours.head.birth, theirs.head.birth) !== 'other',
  },
  // The head by name and birth year, in the hamlet; namesakes with wholly other people are two.
  {
    fits: (ours, theirs) =>
      sameHamlet(ours, theirs) &&
      sameHead(ours, theirs) &&
      !peopleContradict(ours, theirs) &&
      !factsContradict(ours, theirs),
  },
  // It moved to another hamlet: the head, and somebody else, the phone, the number, or (alone) the whole day of birth.
  {
    fits: (ours, theirs) =>
      !sameHamlet(ours, theirs) &&
      sameHead(ours, theirs) &&
      (inCommon(ours, theirs) > 0 ||
        (!peopleContradict(ours, theirs) &&
          (samePhone(ours, theirs) || sameNumber(ours, theirs) || sameDay(ours, theirs)))),
    alone: true,
  },
  // A birth is not known on one side: in the hamlet, the only one of that name, or the same phone or people.
  {
    fits: (ours, theirs) =>
      sameHamlet(ours, theirs) &&
      ours.head.name === theirs.head.name &&
      sameYear(ours.head.birth, theirs.head.birth) === 'open' &&
      !numbersDiffer(ours, theirs) &&
      !peopleContradict(ours, theirs) &&
      !factsContradict(ours, theirs),
    alone: true,
  },
  // Another head was named: the number in the hamlet, and most of the people.
  {
    fits: (ours, theirs) => sameHamlet(ours, theirs) && sameNumber(ours, theirs) && mostlySame(ours, theirs),
    byNumber: true,
  },
];

/**
 * Which household of the register each household of the list is: its place in `register`, or null for a new one. `skip` are places
 * of the list that are left out. No household of the register is found twice.
 */
export function matchHouseholds(
  list: readonly NamedHousehold[],
  register: readonly NamedHousehold[],
  leaveOut: (afterFirstRule: ReadonlyMap<number, number>) => ReadonlySet<number>,
): (number | null)[] {
  const byHead = Map.groupBy([...register.keys()], (index) => register[index]?.head.name ?? '');
  const byNumber = Map.groupBy([...register.keys()], (index) => numberKey(register[index]));
  const found = new Map<number, number>();
  const taken = new Set<number>();
  let skip: ReadonlySet<number> = new Set();
  for (const [step, rule] of rules.entries()) {
    for (const [index, ours] of list.entries()) {
      if (found.has(index) || skip.has(index)) continue;
      const candidates = (rule.byNumber ? byNumber.get(numberKey(ours)) : byHead.get(ours.head.name)) ?? [];
      const fitting = candidates.filter((place) => {
        const theirs = register[place];
        return theirs !== undefined && !taken.has(place) && rule.fits(ours, theirs);
      });
      if (rule.alone && fitting.length > 1) continue;
      const best = mostInCommon(ours, fitting, register);
      if (best === null) continue;
      found.set(index, best);
      taken.add(best);
    }
    if (step === 0) skip = leaveOut(found);
  }
  return list.map((_, index) => (skip.has(index) ? null : (found.get(index) ?? null)));
}

function mostInCommon(
  ours: NamedHousehold,
  places: readonly number[],
  register: readonly NamedHousehold[],
): number | null {
  let best: number | null = null;
  let most = -1;
  for (const place of places) {
    const theirs = register[place];
    if (!theirs) continue;
    const common = inCommon(ours, theirs) * 2 + (samePhone(ours, theirs) ? 1 : 0);
    if (common > most) {
      most = common;
      best = place;
    }
  }
  return best;
}

function numberKey(household: NamedHousehold | undefined): string {
  return household && household.bookNumber !== null ? `${household.hamletId}|${household.bookNumber}` : '';
}

const sameDay: Rule = (ours, theirs) =>
  ours.head.birth?.precision === 'day' &&
  theirs.head.birth?.precision === 'day' &&
  compareBirths(ours.head.birth, theirs.head.birth) === 'same';

function mostlySame(ours: NamedHousehold, theirs: NamedHousehold): boolean {
  const common = ours.people.filter((person) =>
    theirs.people.some(
      (other) => other.name === person.name && sameYear(other.birth, person.birth) === 'same',
    ),
  ).length;
  return common >= 2 && common * 2 >= Math.min(ours.people.length, theirs.people.length);
}
