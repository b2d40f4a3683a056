import * as z from 'zod/mini';
import { line, optionalText } from '#shared/fields.ts';
import {
  householdStates,
  priorityReasons,
  residentStates,
  type PriorityReason,
} from '#features/registry/model.ts';
import { skillItems, type SkillItem } from '#features/visits/model/skill-check.ts';
import * as words from './words.ts';

/**
 * What a target is, as data (law 5): who is asked about, when somebody counts as reached, how much is wanted.
 * From one definition come the SQL (`compile.server.ts`), the figure in memory (`evaluate.ts`) and the sentence
 * (`sentence.ts`). Conditions know three answers: yes, no and unknown (Kleene); unknown is never "no" (R30).
 */

export const groupStates = ['registered', 'checked', 'recognised', 'active', 'suspended', 'closed'] as const;
export const outcomes = ['installed', 'activated', 'practised', 'declined', 'absent', 'no_device'] as const;

/** The answers each item of a person's digital status can have; 'unknown' and no answer at all are both "not known". */
export const digitalAnswers = {
  vneid: ['none', 'installed', 'activated'],
  dvc_account: ['yes', 'no'],
  bank_account: ['yes', 'no'],
  e_payment: ['regular', 'sometimes', 'never'],
  health_app: ['yes', 'no'],
  education_app: ['yes', 'no'],
  social_app: ['yes', 'no'],
} as const;
export type DigitalItem = keyof typeof digitalAnswers;
export const digitalItems = [
  'vneid',
  'dvc_account',
  'bank_account',
  'e_payment',
  'health_app',
  'education_app',
  'social_app',
] as const satisfies readonly DigitalItem[];

export type Outcome = (typeof outcomes)[number];

/** What is asked about the household itself; a resident is asked through his household too. */
export type HouseholdTest =
  | { fact: 'household_state'; in: readonly (typeof householdStates)[number][] }
  | { fact: 'household_smartphone'; in: readonly ('yes' | 'no')[] }
  | { fact: 'poverty'; in: readonly ('poor' | 'near_poor' | 'escaped_poverty')[] }
  /** Has one of the priority reasons (R23; each is itself a condition, see `priority.ts`). */
  | { fact: 'priority'; reasons: readonly PriorityReason[] }
  /** Times (lượt) in the plan year that a visit with somebody met, or an attendance list, names the household. */
  | { fact: 'contacts'; atLeast: number }
  /** Different outreach forms among those contacts. */
  | { fact: 'forms'; atLeast: number }
  /** Guided in the plan year on a platform of one of the domains, with one of the outcomes. */
  | { fact: 'guided'; domains: readonly string[]; outcomes: readonly Outcome[] }
  /** A team member is named as helper on the day. */
  | { fact: 'helper' };

export type ResidentTest =
  | { fact: 'resident_state'; in: readonly (typeof residentStates)[number][] }
  | { fact: 'residence'; in: readonly ('permanent' | 'temporary' | 'lodging' | 'absent')[] }
  /** Full years on the day; a year-only birth counts from 31/12 (domain/06 §6.5). */
  | { fact: 'age'; atLeast: number }
  | { fact: 'vulnerable' }
  | { fact: 'smartphone'; in: readonly ('yes' | 'no')[] }
  /** The folded answer to one item is among these. */
  | { fact: 'digital'; item: DigitalItem; in: readonly string[] }
  /** The newest skill check passes all these items. */
  | { fact: 'skilled'; items: readonly SkillItem[] };

export type GroupTest = { fact: 'group_state'; in: readonly (typeof groupStates)[number][] };

export type Test = HouseholdTest | ResidentTest | GroupTest;

export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  /** Somebody on the household's list for whom it holds; unknown while somebody may be missing on the list. */
  | { someResident: Condition }
  | Test;

const few = z.check<readonly unknown[]>((ctx) => {
  if (ctx.value.length === 0)
    ctx.issues.push({ code: 'custom', message: words.chooseSome, input: ctx.value });
});
const among = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.array(z.enum(values)).check(few);
const atLeast = (max: number) => z.number().check(z.int(), z.gte(1), z.lte(max));

const test = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('household_state'), in: among(householdStates) }),
  z.strictObject({ fact: z.literal('household_smartphone'), in: among(['yes', 'no']) }),
  z.strictObject({ fact: z.literal('poverty'), in: among(['poor', 'near_poor', 'escaped_poverty']) }),
  z.strictObject({ fact: z.literal('priority'), reasons: among(priorityReasons) }),
  z.strictObject({ fact: z.literal('contacts'), atLeast: atLeast(100) }),
  z.strictObject({ fact: z.literal('forms'), atLeast: atLeast(10) }),
  z.strictObject({
    fact: z.literal('guided'),
    domains: z.array(z.string().check(z.regex(/^[a-z_]{1,40}$/))).check(few),
    outcomes: among(outcomes),
  }),
  z.strictObject({ fact: z.literal('helper') }),
  z.strictObject({ fact: z.literal('resident_state'), in: among(residentStates) }),
  z.strictObject({
    fact: z.literal('residence'),
    in: among(['permanent', 'temporary', 'lodging', 'absent']),
  }),
  z.strictObject({ fact: z.literal('age'), atLeast: atLeast(120) }),
  z.strictObject({ fact: z.literal('vulnerable') }),
  z.strictObject({ fact: z.literal('smartphone'), in: among(['yes', 'no']) }),
  z
    .strictObject({
      fact: z.literal('digital'),
      item: z.enum(digitalItems),
      in: z.array(z.string()).check(few),
    })
    .check(
      z.refine(
        (given) =>
          given.in.every((answer) => (digitalAnswers[given.item] as readonly string[]).includes(answer)),
        words.answerUnknown,
      ),
    ),
  z.strictObject({ fact: z.literal('skilled'), items: among(skillItems) }),
  z.strictObject({ fact: z.literal('group_state'), in: among(groupStates) }),
]);

/** A condition of at most eight levels and 40 parts; which tests fit which subject is checked by `targetDefinition`. */
export const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).check(few) }),
    z.strictObject({ any: z.array(condition).check(few) }),
    z.strictObject({ not: condition }),
    z.strictObject({ someResident: condition }),
    test,
  ]),
);

export type Subject = 'household' | 'resident' | 'group';
const factsOf: Record<Subject, ReadonlySet<Test['fact']>> = {
  household: new Set([
    'household_state',
    'household_smartphone',
    'poverty',
    'priority',
    'contacts',
    'forms',
    'guided',
    'helper',
  ]),
  resident: new Set(['resident_state', 'residence', 'age', 'vulnerable', 'smartphone', 'digital', 'skilled']),
  group: new Set(['group_state']),
};

/** True when every test of the condition can be asked of the subject: a resident answers for his household too. */
export function fits(given: Condition, subject: Subject): boolean {
  if ('all' in given) return given.all.every((part) => fits(part, subject));
  if ('any' in given) return given.any.every((part) => fits(part, subject));
  if ('not' in given) return fits(given.not, subject);
  if ('someResident' in given) return subject === 'household' && fitsOnlyResident(given.someResident);
  return factsOf[subject].has(given.fact) || (subject === 'resident' && factsOf.household.has(given.fact));
}

function fitsOnlyResident(given: Condition): boolean {
  if ('all' in given) return given.all.every(fitsOnlyResident);
  if ('any' in given) return given.any.every(fitsOnlyResident);
  if ('not' in given) return fitsOnlyResident(given.not);
  return !('someResident' in given) && factsOf.resident.has(given.fact);
}

/** A figure that is shown next to the target and never mixed into it: "đã cài", "từ đủ 15 tuổi", "vắng dài ngày". */
export interface BesideFigure {
  code: string;
  title: string;
  /** The whole it is a part of. Without it: the target's own population. */
  of?: Condition | undefined;
  counts: Condition;
}

export type Goal =
  /** Percent of the population: the floor, and above it what is hoped for. */
  { kind: 'rate'; floor: number; ambition?: number | undefined } | { kind: 'count'; atLeast: number };

/** How we should stand on the way: evenly from the plan's first day to its last, or all by a day. */
export type PlanLine = { kind: 'even' } | { kind: 'by_day'; day: string };

export interface TargetDefinition {
  /** T1 … T6, T3p, or the commune's own. */
  code: string;
  title: string;
  /** The plan's own words. */
  planText: string;
  subject: Subject;
  unit: 'hộ' | 'người' | 'mô hình';
  population: Condition;
  reached: Condition;
  goal: Goal;
  planLine: PlanLine;
  beside: readonly BesideFigure[];
  /** Shows sessions and estimated people of mass channels next to the figure; they are never in it (T2). */
  showMassChannels?: boolean | undefined;
  /** Shows the share of visits that went to the population (the order check of T3p). */
  showVisitShare?: boolean | undefined;
  /** What the commune has still to settle about it, in Vietnamese. */
  doubt: string | null;
}

/** Up to this many figures beside a target: each takes two bits of a mark. */
export const maxBeside = 8;

const code = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/, words.codeWrong));
const percent = z.number().check(z.gt(0, words.percentWrong), z.lte(100, words.percentWrong));

export const targetDefinition: z.ZodMiniType<TargetDefinition> = z
  .strictObject({
    code,
    title: line(120),
    planText: line(600),
    subject: z.enum(['household', 'resident', 'group']),
    unit: z.enum(['hộ', 'người', 'mô hình']),
    population: condition,
    reached: condition,
    goal: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('rate'), floor: percent, ambition: z.optional(percent) }),
      z.strictObject({ kind: z.literal('count'), atLeast: atLeast(10_000) }),
    ]),
    planLine: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('even') }),
      z.strictObject({ kind: z.literal('by_day'), day: z.iso.date(words.dayNeeded) }),
    ]),
    beside: z
      .array(z.strictObject({ code, title: line(120), of: z.optional(condition), counts: condition }))
      .check(z.maxLength(maxBeside)),
    showMassChannels: z.optional(z.boolean()),
    showVisitShare: z.optional(z.boolean()),
    doubt: optionalText(1000),
  })
  .check(
    z.refine(
      (given) =>
        [
          given.population,
          given.reached,
          ...given.beside.flatMap((part) => [part.of ?? part.counts, part.counts]),
        ].every((part) => fits(part, given.subject)),
      words.conditionDoesNotFit,
    ),
    z.refine(
      (given) => given.goal.kind === 'count' || (given.goal.ambition ?? 100) >= given.goal.floor,
      words.ambitionBelowFloor,
    ),
  );
