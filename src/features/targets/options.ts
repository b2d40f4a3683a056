import { outcomes, type Condition, type Outcome, type TargetDefinition, type Test } from './definition.ts';

/**
 * What an officer changes about a target in a plain form, without touching the rest of the definition: the goal, and the
 * few numbers and choices that §7.4 of the model leaves to the commune. An option that the definition does not ask is null.
 */
export interface TargetOptions {
  /** Percent, for a rate. */
  floor: number | null;
  ambition: number | null;
  /** The number wanted, for a count. */
  atLeast: number | null;
  /** T2: contacts (lượt) in the year. */
  contacts: number | null;
  /** T4: different outreach forms. */
  forms: number | null;
  /** T3: essential domains, and outcomes that count as guided. */
  domains: readonly string[] | null;
  outcomes: readonly Outcome[] | null;
  /** T5: VNeID counts when it is installed, or only when it is activated. */
  vneid: 'installed' | 'activated' | null;
}

/** Outcomes at which somebody was guided at all; the others (declined, absent, no device) say why not. */
export const guidedOutcomes = outcomes.filter(
  (one) => one === 'installed' || one === 'activated' || one === 'practised',
);

export function optionsOf(target: TargetDefinition): TargetOptions {
  const { goal } = target;
  const contacts = testOf(target.reached, 'contacts');
  const forms = testOf(target.reached, 'forms');
  const guided = testOf(target.reached, 'guided');
  const vneid = testsOf(target.reached).find((test) => test.fact === 'digital' && test.item === 'vneid');
  return {
    floor: goal.kind === 'rate' ? goal.floor : null,
    ambition: goal.kind === 'rate' ? (goal.ambition ?? null) : null,
    atLeast: goal.kind === 'count' ? goal.atLeast : null,
    contacts: contacts?.atLeast ?? null,
    forms: forms?.atLeast ?? null,
    domains: guided?.domains ?? null,
    outcomes: guided?.outcomes ?? null,
    vneid: vneid?.fact === 'digital' ? (vneid.in.includes('installed') ? 'installed' : 'activated') : null,
  };
}

/**
 * The definition with these options. A figure beside it that counts just what the target counts (the households away, the
 * people from 15) goes on counting that; one with a question of its own ("đã cài") stays.
 */
export function withOptions(target: TargetDefinition, options: TargetOptions): TargetDefinition {
  const reached = changed(target.reached, options);
  const same = JSON.stringify(target.reached);
  return {
    ...target,
    reached,
    beside: target.beside.map((part) =>
      JSON.stringify(part.counts) === same ? { ...part, counts: reached } : part,
    ),
    goal:
      target.goal.kind === 'rate'
        ? {
            kind: 'rate',
            floor: options.floor ?? target.goal.floor,
            ...(options.ambition === null ? {} : { ambition: options.ambition }),
          }
        : { kind: 'count', atLeast: options.atLeast ?? target.goal.atLeast },
  };
}

function changed(given: Condition, options: TargetOptions): Condition {
  if ('all' in given) return { all: given.all.map((part) => changed(part, options)) };
  if ('any' in given) return { any: given.any.map((part) => changed(part, options)) };
  if ('not' in given) return { not: changed(given.not, options) };
  if ('someResident' in given) return { someResident: changed(given.someResident, options) };
  switch (given.fact) {
    case 'contacts':
      return { ...given, atLeast: options.contacts ?? given.atLeast };
    case 'forms':
      return { ...given, atLeast: options.forms ?? given.atLeast };
    case 'guided':
      return {
        ...given,
        domains: options.domains ?? given.domains,
        outcomes: options.outcomes ?? given.outcomes,
      };
    case 'digital':
      if (given.item !== 'vneid' || options.vneid === null) return given;
      return { ...given, in: options.vneid === 'installed' ? ['installed', 'activated'] : ['activated'] };
    default:
      return given;
  }
}

function testsOf(given: Condition): Test[] {
  if ('all' in given) return given.all.flatMap(testsOf);
  if ('any' in given) return given.any.flatMap(testsOf);
  if ('not' in given) return testsOf(given.not);
  return 'someResident' in given ? testsOf(given.someResident) : [given];
}

function testOf<Fact extends Test['fact']>(
  given: Condition,
  fact: Fact,
): Extract<Test, { fact: Fact }> | undefined {
  return testsOf(given).find((test): test is Extract<Test, { fact: Fact }> => test.fact === fact);
}
