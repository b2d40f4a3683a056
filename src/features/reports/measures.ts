import { skillItems } from '#features/visits/model/skill-check.ts';
import type { Condition, TargetDefinition } from '#features/targets/definition.ts';
import type { FigureCode } from './model/figure-codes.ts';

/**
 * How each figure is measured. Most are questions that the targets' machine answers (law 5: one definition gives number
 * and list): a target in force, or a question of the report's own. The rest are counts of happenings and of the teams.
 */
export type Measure =
  /** Who belongs to the population of a question, has reached it, or is left. */
  | { by: 'verdict'; question: string; count: 'population' | 'reached' | 'left' }
  /** People guided on some platforms with some outcomes. */
  | { by: 'guided'; tracks: string | null; platform: string | null; outcomes: readonly string[] }
  | { by: 'contacts' }
  | { by: 'outings' }
  /** Classes that were held, and who was at them. */
  | { by: 'training'; what: 'classes' | 'attendances' | 'passes' | 'members' }
  /** Requests for help (yêu cầu): asked, helped, and past their last day while somebody still waited. */
  | { by: 'support'; what: 'received' | 'helped' | 'late' }
  /** Businesses guided on the Internet, with a shop, with a promise of quality, with new technology. */
  | { by: 'businesses'; what: 'guided' | 'shops' | 'committed' | 'technology' }
  /** Difficulties (việc): raised, answered, and those that are past their clock without an answer. */
  | { by: 'obstacles'; what: 'raised' | 'solved' | 'late' }
  | { by: 'teams' }
  | { by: 'members'; who: 'all' | 'women' | 'youth_union' | 'teachers' };

const done = ['installed', 'activated', 'practised'] as const;
const got = ['installed', 'activated'] as const;

export const measures: Record<FigureCode, Measure> = {
  teams: { by: 'teams' },
  members: { by: 'members', who: 'all' },
  members_women: { by: 'members', who: 'women' },
  members_youth_union: { by: 'members', who: 'youth_union' },
  members_teachers: { by: 'members', who: 'teachers' },
  member_outings: { by: 'outings' },
  groups_active: { by: 'verdict', question: 'T1', count: 'reached' },
  households: { by: 'verdict', question: 'R_living', count: 'population' },
  households_informed: { by: 'verdict', question: 'T2', count: 'reached' },
  households_many_forms: { by: 'verdict', question: 'T4', count: 'reached' },
  contacts: { by: 'contacts' },
  contacts_by_form: { by: 'contacts' },
  households_guided: { by: 'verdict', question: 'T3', count: 'reached' },
  households_guided_health: { by: 'verdict', question: 'R_health', count: 'reached' },
  households_guided_education: { by: 'verdict', question: 'R_education', count: 'reached' },
  households_guided_social_policy: { by: 'verdict', question: 'R_social', count: 'reached' },
  households_priority: { by: 'verdict', question: 'T3p', count: 'population' },
  households_priority_served: { by: 'verdict', question: 'T3p', count: 'reached' },
  people_guided_services: { by: 'guided', tracks: 'dvc_account', platform: null, outcomes: done },
  people_services_account: { by: 'guided', tracks: 'dvc_account', platform: null, outcomes: got },
  people_vneid: { by: 'guided', tracks: 'vneid', platform: null, outcomes: got },
  people_smart_an_giang: { by: 'guided', tracks: null, platform: 'smart_an_giang', outcomes: got },
  people_14: { by: 'verdict', question: 'T5', count: 'population' },
  people_14_vneid: { by: 'verdict', question: 'R_vneid', count: 'reached' },
  people_14_bank: { by: 'verdict', question: 'R_bank', count: 'reached' },
  people_14_e_payment: { by: 'verdict', question: 'R_payment', count: 'reached' },
  people_14_all_three: { by: 'verdict', question: 'T5', count: 'reached' },
  households_skilled: { by: 'verdict', question: 'R_skilled', count: 'reached' },
  households_helped: { by: 'verdict', question: 'R_helped', count: 'reached' },
  households_skilled_or_helped: { by: 'verdict', question: 'T6', count: 'reached' },
  households_without_skill: { by: 'verdict', question: 'T6', count: 'left' },
  businesses_guided: { by: 'businesses', what: 'guided' },
  shops_opened: { by: 'businesses', what: 'shops' },
  businesses_committed: { by: 'businesses', what: 'committed' },
  businesses_technology: { by: 'businesses', what: 'technology' },
  classes_held: { by: 'training', what: 'classes' },
  class_attendances: { by: 'training', what: 'attendances' },
  class_passes: { by: 'training', what: 'passes' },
  members_trained: { by: 'training', what: 'members' },
  requests_received: { by: 'support', what: 'received' },
  requests_helped: { by: 'support', what: 'helped' },
  requests_late: { by: 'support', what: 'late' },
  obstacles_raised: { by: 'obstacles', what: 'raised' },
  obstacles_solved: { by: 'obstacles', what: 'solved' },
  obstacles_late: { by: 'obstacles', what: 'late' },
};

const livingHere: Condition = { fact: 'household_state', in: ['living'] };
const guidedOn = (domain: string): Condition => ({ fact: 'guided', domains: [domain], outcomes: done });

/** The report's own questions, next to the targets in force: their wholes are those of the targets they explain. */
export function reportQuestions(targets: readonly TargetDefinition[]): TargetDefinition[] {
  const wholeOf = (code: string) => targets.find((target) => target.code === code)?.population;
  const households = (code: string, whole: Condition | undefined, reached: Condition): TargetDefinition[] =>
    whole ? [question(code, 'household', whole, reached)] : [];
  const people = (code: string, reached: Condition): TargetDefinition[] => {
    const whole = wholeOf('T5');
    return whole ? [question(code, 'resident', whole, reached)] : [];
  };
  return [
    question('R_living', 'household', livingHere, livingHere),
    ...households('R_health', wholeOf('T3'), guidedOn('health')),
    ...households('R_education', wholeOf('T3'), guidedOn('education')),
    ...households('R_social', wholeOf('T3'), guidedOn('social_policy')),
    ...people('R_vneid', { fact: 'digital', item: 'vneid', in: ['installed', 'activated'] }),
    ...people('R_bank', { fact: 'digital', item: 'bank_account', in: ['yes'] }),
    ...people('R_payment', { fact: 'digital', item: 'e_payment', in: ['regular'] }),
    ...households('R_skilled', wholeOf('T6'), {
      someResident: {
        all: [
          { fact: 'resident_state', in: ['living'] },
          { fact: 'skilled', items: skillItems },
        ],
      },
    }),
    ...households('R_helped', wholeOf('T6'), { fact: 'helper' }),
  ];
}

// Only what is compiled matters here; a question has no goal and is shown by the report's own words.
function question(
  code: string,
  subject: 'household' | 'resident',
  population: Condition,
  reached: Condition,
): TargetDefinition {
  return {
    code,
    title: code,
    planText: code,
    subject,
    unit: subject === 'household' ? 'hộ' : 'người',
    population,
    reached,
    goal: { kind: 'rate', floor: 100 },
    planLine: { kind: 'even' },
    beside: [],
    doubt: null,
  };
}
