import { bornBy } from '#shared/calendar.ts';
import type { BesideFigure, Condition, HouseholdTest, ResidentTest, TargetDefinition } from './definition.ts';
import type { GroupFacts, Horizon, HouseholdFacts, ResidentFacts } from './facts.ts';
import { anyPriority } from './priority.ts';

/** Yes, no, or not known. */
export type Answer = boolean | null;

/** Whether one subject belongs to a target's population, and if so whether it is reached; each may be not known. */
export interface Verdict {
  belongs: Answer;
  reached: Answer;
  /** Per figure beside: in its whole or not, and there counted, not counted, not known. */
  beside: readonly { in: boolean; counts: Answer }[];
}

// The first "no" ends an all, the first "yes" an any: a phone asks thousands of these while somebody waits.
function andOf<Part>(parts: readonly Part[], ask: (part: Part) => Answer): Answer {
  let all: Answer = true;
  for (const part of parts) {
    const one = ask(part);
    if (one === false) return false;
    if (one === null) all = null;
  }
  return all;
}
function orOf<Part>(parts: readonly Part[], ask: (part: Part) => Answer): Answer {
  let any: Answer = false;
  for (const part of parts) {
    const one = ask(part);
    if (one === true) return true;
    if (one === null) any = null;
  }
  return any;
}
const notOf = (answer: Answer): Answer => (answer === null ? null : !answer);
const among = (value: string | null | undefined, wanted: readonly string[]): Answer =>
  value === null || value === undefined || value === 'unknown' ? null : wanted.includes(value);

/** Answers a condition about a household. Pure: the phone's implementation of what `compile.server.ts` says in SQL. */
export function holdsForHousehold(given: Condition, household: HouseholdFacts, horizon: Horizon): Answer {
  return answer(given, { household, resident: null, group: null }, horizon);
}

/** The verdict of a target on a household, on a resident of it, or on a group. */
export function verdictOnHousehold(
  target: TargetDefinition,
  household: HouseholdFacts,
  horizon: Horizon,
): Verdict {
  return verdict(target, { household, resident: null, group: null }, horizon);
}
export function verdictOnResident(
  target: TargetDefinition,
  household: HouseholdFacts,
  resident: ResidentFacts,
  horizon: Horizon,
): Verdict {
  return verdict(target, { household, resident, group: null }, horizon);
}
export function verdictOnGroup(target: TargetDefinition, group: GroupFacts, horizon: Horizon): Verdict {
  return verdict(target, { household: null, resident: null, group }, horizon);
}

/** Of whom something is asked: a household, one of its people, or a group. */
export interface About {
  household: HouseholdFacts | null;
  resident: ResidentFacts | null;
  group: GroupFacts | null;
}

/** The answer to one condition. */
export function answerAbout(given: Condition, about: About, horizon: Horizon): Answer {
  return answer(given, about, horizon);
}

/** The verdict without the figures beside: all that a figure and a work list ask. */
export function mainVerdict(
  target: TargetDefinition,
  about: About,
  horizon: Horizon,
): Pick<Verdict, 'belongs' | 'reached'> {
  const belongs = answer(target.population, about, horizon);
  return { belongs, reached: belongs === true ? answer(target.reached, about, horizon) : null };
}

function verdict(target: TargetDefinition, about: About, horizon: Horizon): Verdict {
  const { belongs, reached } = mainVerdict(target, about, horizon);
  const figure = (part: BesideFigure) => {
    const inside = (part.of ? answer(part.of, about, horizon) : belongs) === true;
    return { in: inside, counts: inside ? answer(part.counts, about, horizon) : false };
  };
  return { belongs, reached, beside: target.beside.map(figure) };
}

function answer(given: Condition, about: About, horizon: Horizon): Answer {
  if ('all' in given) return andOf(given.all, (part) => answer(part, about, horizon));
  if ('any' in given) return orOf(given.any, (part) => answer(part, about, horizon));
  if ('not' in given) return notOf(answer(given.not, about, horizon));
  const { household, resident, group } = about;
  if ('someResident' in given) {
    if (!household) throw new Error('someResident asks a household');
    const listed = orOf(household.residents, (one) =>
      answer(given.someResident, { household, resident: one, group }, horizon),
    );
    return listed === false && !isListComplete(household) ? null : listed;
  }
  switch (given.fact) {
    case 'group_state':
      if (!group) throw new Error('group_state asks a group');
      return given.in.includes(group.state);
    case 'resident_state':
    case 'residence':
    case 'age':
    case 'vulnerable':
    case 'smartphone':
    case 'digital':
    case 'skilled':
      if (!resident) throw new Error(`${given.fact} asks a resident`);
      return testResident(given, resident, horizon);
    default:
      if (!household) throw new Error(`${given.fact} asks a household`);
      return testHousehold(given, household, about, horizon);
  }
}

/** False while the list names fewer living people than it states, or none: then "nobody here" is not known. */
export function isListComplete(household: HouseholdFacts): boolean {
  const listed = household.residents.filter((one) => one.state === 'living').length;
  return listed > 0 && listed >= (household.statedSize ?? 0);
}

function testHousehold(
  given: HouseholdTest,
  household: HouseholdFacts,
  about: About,
  horizon: Horizon,
): Answer {
  const inPlan = (event: { on: string }) => event.on >= horizon.from && event.on <= horizon.to;
  switch (given.fact) {
    case 'household_state':
      return given.in.includes(household.state);
    case 'household_smartphone':
      return among(household.smartphone, given.in);
    case 'poverty':
      return among(household.poverty, given.in);
    case 'priority':
      return answer(anyPriority(given.reasons), { ...about, resident: null }, horizon);
    case 'contacts':
      return household.contacts.filter(inPlan).length >= given.atLeast;
    case 'forms':
      return new Set(household.contacts.filter(inPlan).map((contact) => contact.form)).size >= given.atLeast;
    case 'guided': {
      const serves = (platform: string) =>
        given.domains.some((domain) => horizon.platforms[domain]?.includes(platform));
      return household.guidances.some(
        (one) => inPlan(one) && given.outcomes.includes(one.outcome) && serves(one.platform),
      );
    }
    default:
      return household.hasHelper;
  }
}

function testResident(given: ResidentTest, resident: ResidentFacts, horizon: Horizon): Answer {
  switch (given.fact) {
    case 'resident_state':
      return given.in.includes(resident.state);
    case 'residence':
      return among(resident.residence, given.in);
    case 'age':
      return resident.birth === null ? null : resident.birth <= bornBy(horizon.day, given.atLeast);
    case 'vulnerable':
      return resident.vulnerable;
    case 'smartphone':
      return among(resident.smartphone, given.in);
    case 'digital':
      return among(resident.digital[given.item], given.in);
    default:
      return andOf(given.items, (item) => resident.skills?.[item] ?? null);
  }
}
