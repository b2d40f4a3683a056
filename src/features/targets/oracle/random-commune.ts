import fc from 'fast-check';
import { addDays, type Day } from '#shared/calendar.ts';
import { skillItems, type SkillItem } from '#features/visits/model/skill-check.ts';
import type { HouseholdState, Residence, ResidentState } from '#features/registry/model.ts';
import type { Outcome } from '../definition.ts';

/** Random communes for tests: plain data with what is difficult in the field (unknowns, boundaries, doubles, corrections). */
export interface CommuneSpec {
  cutoff: Day;
  households: HouseholdSpec[];
  sessions: SessionSpec[];
}
export interface HouseholdSpec {
  hamlet: 'mau1' | 'mau2';
  state: HouseholdState;
  smartphone: 'yes' | 'no' | 'unknown';
  poverty: 'none' | 'poor' | 'near_poor' | 'escaped_poverty' | 'unknown';
  statedSize: number | null;
  /** A double: the place of the household, earlier in the list, in which its history goes on. */
  doubleOf: number | null;
  residents: ResidentSpec[];
  visits: VisitSpec[];
  helpers: { start: Day; end: Day | null; memberLeft: boolean }[];
}
export interface ResidentSpec {
  state: ResidentState;
  residence: Residence;
  birth: Day | null;
  smartphone: 'yes' | 'no' | 'unknown';
  vulnerable: boolean;
  /** The first resident of the household is the one who goes on. */
  isDouble: boolean;
  records: RecordSpec[];
  checks: { on: Day; order: number; items: Record<SkillItem, boolean | null> }[];
}
export interface RecordSpec {
  on: Day;
  /** When it was written down, among all: later wins on the same day. */
  order: number;
  vneid: 'none' | 'installed' | 'activated' | 'unknown' | null;
  bank: 'yes' | 'no' | 'unknown' | null;
  payment: 'regular' | 'sometimes' | 'never' | 'unknown' | null;
  /** The visit of the household that it came from: it goes when the visit does. */
  visit: number | null;
}
export interface VisitContentSpec {
  on: Day;
  form: string;
  met: 'someone' | 'nobody';
  guidances: { platform: string; outcome: Outcome }[];
}
export interface VisitSpec extends VisitContentSpec {
  fate: 'stands' | 'withdrawn' | 'corrected' | 'corrected_then_withdrawn';
  correction: VisitContentSpec;
}
export interface SessionSpec {
  on: Day;
  form: string;
  kind: 'listed' | 'estimated';
  fate: 'stands' | 'withdrawn';
  households: number[];
}

export const planStart = '2026-01-01';
export const planEnd = '2026-12-31';
/** The platforms of the tests, by the essential domain that they serve; 'vi' serves none. */
export const platformsOfTest = {
  health: ['suc_khoe'],
  education: ['hoc'],
  social_policy: ['an_sinh', 'bhxh'],
};
const platforms = ['suc_khoe', 'hoc', 'an_sinh', 'bhxh', 'vi'];
const forms = ['home_visit', 'hamlet_meeting', 'zalo'];
const outcomeList = ['installed', 'activated', 'practised', 'declined', 'absent', 'no_device'] as const;

const cutoffs = ['2026-01-01', '2026-03-01', '2026-06-30', '2026-11-24', '2026-12-31', '2027-02-10'];

/** Days around everything where a rule may be off by one. */
const dayAround = (cutoff: Day) =>
  fc.oneof(
    fc.constantFrom(
      planStart,
      addDays(planStart, -1),
      planEnd,
      addDays(planEnd, 1),
      cutoff,
      addDays(cutoff, 1),
    ),
    fc.integer({ min: -40, max: 400 }).map((days) => addDays(planStart, days)),
  );

const birthAround = (cutoff: Day) => {
  const yearsBefore = (years: number, days: number) => {
    const day = addDays(`${Number(cutoff.slice(0, 4)) - years}${cutoff.slice(4)}`, days);
    return day;
  };
  return fc.oneof(
    fc.constant(null),
    fc
      .tuple(fc.constantFrom(14, 15, 60), fc.constantFrom(-1, 0, 1))
      .map(([years, days]) => yearsBefore(years, days)),
    // Only the year is known: stored as 31/12.
    fc.constantFrom(13, 14, 15, 59, 60, 61).map((years) => `${Number(cutoff.slice(0, 4)) - years}-12-31`),
    fc.constantFrom('2012-02-29', '1948-02-29', '1990-05-05', '2020-07-07', '1940-01-01'),
  );
};

type Skills = Record<SkillItem, boolean | null>;
const everySkill = (value: (place: number) => boolean | null): Skills => ({
  online_services: value(0),
  online_shopping: value(1),
  online_payment: value(2),
  self_protection: value(3),
  other_platform: value(4),
  vneid_account: value(5),
  dvc_account: value(6),
});
const oneSkill: fc.Arbitrary<boolean | null> = fc.oneof(
  { weight: 8, arbitrary: fc.constant(true) },
  fc.constantFrom(false, null),
);
const skills: fc.Arbitrary<Skills> = fc.oneof(
  fc.constant(everySkill(() => true)),
  fc
    .array(oneSkill, { minLength: skillItems.length, maxLength: skillItems.length })
    .map((list) => everySkill((place) => list[place] ?? null)),
);

const yesNo = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);

const residentSpec = (cutoff: Day): fc.Arbitrary<ResidentSpec> =>
  fc.record({
    state: fc.oneof(
      { weight: 4, arbitrary: fc.constant('living' as const) },
      fc.constantFrom('died' as const, 'moved_out' as const),
    ),
    residence: fc.oneof(
      { weight: 3, arbitrary: fc.constant('permanent' as const) },
      fc.constantFrom('temporary' as const, 'lodging' as const, 'absent' as const, 'unknown' as const),
    ),
    birth: birthAround(cutoff),
    smartphone: yesNo,
    vulnerable: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    isDouble: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
    records: fc.array(
      fc.record({
        on: dayAround(cutoff),
        order: fc.nat(999),
        vneid: fc.constantFrom('installed', 'activated', 'none', 'unknown', null),
        bank: fc.constantFrom('yes', 'yes', 'no', 'unknown', null),
        payment: fc.constantFrom('regular', 'regular', 'sometimes', 'never', 'unknown', null),
        visit: fc.option(fc.nat(3), { nil: null, freq: 2 }),
      }),
      { maxLength: 3 },
    ),
    checks: fc.array(fc.record({ on: dayAround(cutoff), order: fc.nat(999), items: skills }), {
      maxLength: 2,
    }),
  });

const visitContent = (cutoff: Day): fc.Arbitrary<VisitContentSpec> =>
  fc.record({
    on: dayAround(cutoff),
    form: fc.constantFrom(...forms),
    met: fc.oneof({ weight: 3, arbitrary: fc.constant('someone' as const) }, fc.constant('nobody' as const)),
    guidances: fc.array(
      fc.record({ platform: fc.constantFrom(...platforms), outcome: fc.constantFrom(...outcomeList) }),
      { maxLength: 2 },
    ),
  });

const householdSpec = (cutoff: Day): fc.Arbitrary<HouseholdSpec> =>
  fc.record({
    hamlet: fc.constantFrom('mau1' as const, 'mau2' as const),
    state: fc.oneof(
      { weight: 5, arbitrary: fc.constant('living' as const) },
      fc.constantFrom('away' as const, 'moved_out' as const, 'dissolved' as const),
    ),
    smartphone: yesNo,
    poverty: fc.constantFrom('none', 'none', 'poor', 'near_poor', 'escaped_poverty', 'unknown'),
    statedSize: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 2 }),
    doubleOf: fc.option(fc.nat(3), { nil: null, freq: 6 }),
    residents: fc.array(residentSpec(cutoff), { maxLength: 4 }),
    visits: fc.array(
      fc
        .tuple(
          visitContent(cutoff),
          fc.constantFrom('stands', 'stands', 'stands', 'withdrawn', 'corrected', 'corrected_then_withdrawn'),
          visitContent(cutoff),
        )
        .map(([content, fate, correction]) => ({
          ...content,
          fate,
          correction,
        })),
      { maxLength: 3 },
    ),
    helpers: fc.oneof(
      { weight: 2, arbitrary: fc.constant<HouseholdSpec['helpers']>([]) },
      fc
        .record({
          start: dayAround(cutoff),
          end: fc.option(dayAround(cutoff), { nil: null }),
          memberLeft: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
        })
        .map((one) => [one]),
    ),
  });

export const communeSpec: fc.Arbitrary<CommuneSpec> = fc.constantFrom(...cutoffs).chain((cutoff) =>
  fc.record({
    cutoff: fc.constant(cutoff),
    households: fc.array(householdSpec(cutoff), { minLength: 20, maxLength: 40, size: 'max' }),
    sessions: fc.array(
      fc.record({
        on: dayAround(cutoff),
        form: fc.constantFrom(...forms),
        kind: fc.oneof(
          { weight: 3, arbitrary: fc.constant('listed' as const) },
          fc.constant('estimated' as const),
        ),
        fate: fc.oneof(
          { weight: 3, arbitrary: fc.constant('stands' as const) },
          fc.constant('withdrawn' as const),
        ),
        households: fc.uniqueArray(fc.nat(39), { maxLength: 6 }),
      }),
      { maxLength: 4 },
    ),
  }),
);
