import type { Id } from '#shared/ids.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { ListedHome } from '#features/sync/model/listed-home.ts';
import { nextVisits, type NextVisit } from '#features/targets/next-visits.ts';
import type { Left, Register } from '../../register/register.ts';
import { agreedNext, helperCallOn, stillWaits } from './agreed.ts';

/** These work lists come first, as in the office; then the others of the plan. */
const firstLists = ['T3p', 'T2', 'T3'];

/** Households of a hamlet in which one lives: those that are worth the way. */
const livedIn = (register: Register, scope: Id): PhoneHome[] =>
  [...register.homes()].filter((home) => home.hamletId === scope && home.state === 'living');

/** Somebody stood at the door today already, met or not: not again before tomorrow. */
const seenToday = (register: Register, home: PhoneHome) =>
  home.visits.some((visit) => visit.on === register.today);

/** Whom to visit now, the most pressing first: what was promised, whom the owner helps, who is left of the targets. */
export function visitsOfToday(register: Register, scope: Id, memberId: Id | null, most: number): NextVisit[] {
  const homes = livedIn(register, scope).filter((home) => !seenToday(register, home));
  const steps = homes.flatMap((home) => {
    const agreed = agreedNext(home, register.today);
    return agreed ? [{ householdId: home.id, nextOn: agreed.on, nextStep: agreed.step }] : [];
  });
  const helped = homes.flatMap((home) => {
    const callOn = home.helper?.memberId === memberId ? helperCallOn(home) : null;
    return callOn && home.helper
      ? [{ householdId: home.id, nextCallOn: callOn, everyDays: home.helper.everyDays }]
      : [];
  });
  return nextVisits(
    {
      // What is promised for today is kept today; of what was missed, the freshest first.
      steps: steps.sort((one, other) => compare(other.nextOn, one.nextOn)),
      helped: helped.sort((one, other) => compare(one.nextCallOn, other.nextCallOn)),
      left: leftToday(register, scope, most),
    },
    register.today,
    most,
  );
}

function leftToday(register: Register, scope: Id, most: number) {
  const targets = register.book?.targets ?? [];
  const lists = [
    ...firstLists.flatMap((code) => targets.find((target) => target.code === code) ?? []),
    ...targets.filter((target) => !firstLists.includes(target.code)),
  ];
  const left = new Map<Id, ReturnType<typeof leftOf>>();
  for (const target of lists) {
    for (const one of register.whoIsLeft(target, scope)) {
      if (left.size >= most) return [...left.values()];
      if (one.home.state !== 'living' || left.has(one.home.id) || seenToday(register, one.home)) continue;
      left.set(one.home.id, leftOf(one));
    }
  }
  return [...left.values()];
}

function leftOf({ home, listed, person, missing }: Left) {
  const [first] = missing;
  return {
    householdId: home.id,
    isPriority: listed.reasons.length > 0,
    lastContactOn: listed.lastContactOn,
    missing: first === undefined ? null : person === null ? first : `${person.fullName}. ${first}`,
  };
}

/** While the households are on their way: the rows of the list, who should be visited first at the front. */
export function firstOfList(register: Register, scope: Id, most: number): ListedHome[] {
  const { today } = register;
  const since = register.horizon()?.from ?? `${today.slice(0, 4)}-01-01`;
  const rank = (row: ListedHome) => {
    const isDue = row.nextOn !== null && row.nextOn <= today && stillWaits(row.nextOn, today);
    if (isDue && (row.lastContactOn ?? '') < (row.nextOn ?? '')) return 0;
    const met = row.lastContactOn !== null && row.lastContactOn >= since;
    return (met ? 2 : 0) + (row.reasons.length > 0 ? 1 : 2);
  };
  return register
    .list(scope)
    .filter((row) => row.state === 'living')
    .sort(
      (one, other) => rank(one) - rank(other) || compare(one.lastContactOn ?? '', other.lastContactOn ?? ''),
    )
    .slice(0, most);
}

/** What the owner wrote down today: visits (lượt), and households (hộ) in which they were. */
export function ownWork(register: Register, accountId: Id): { visits: number; households: number } {
  let visits = 0;
  let households = 0;
  for (const home of register.homes()) {
    const own = home.visits.filter((visit) => visit.on === register.today && visit.byId === accountId);
    visits += own.length;
    if (own.length > 0) households += 1;
  }
  return { visits, households };
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
