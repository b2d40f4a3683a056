import fc from 'fast-check';
import type { CastName } from '../world.ts';

/** Who carries a phone: two in each of two hamlets, a member and the head. */
export const carriers = ['lan', 'tu', 'binh', 'sau'] as const satisfies readonly CastName[];
export type Carrier = (typeof carriers)[number];

/**
 * One thing that happens: what, on whose phone (or about whom), and two numbers that choose among what there is at that
 * moment. Plain data, so that a counterexample can be read, shrunk, and kept in the corpus.
 */
export type Step = readonly [what: StepName, who: number, one: number, other: number];

/** A day or a month in a commune: whose phones there are, and what happens one after the other. */
export interface Schedule {
  phones: readonly Carrier[];
  steps: readonly Step[];
}

/** How often each thing happens among all things. */
const frequencies = {
  // On a phone.
  visit: 14,
  nobody: 3,
  withdraw: 3,
  contact: 8,
  name: 6,
  register: 3,
  newcomer: 3,
  digital: 3,
  skill: 3,
  meeting: 3,
  away: 2,
  helper: 1,
  carry_over: 3,
  carry_home: 2,
  in_charge: 2,
  // Between a phone and the server.
  sync: 22,
  killed_in_sync: 4,
  restart: 4,
  late: 6,
  skew: 5,
  update_app: 2,
  // Time.
  minutes: 6,
  days: 2,
  // In the office, and at the server.
  move: 5,
  split: 3,
  merge: 4,
  unmerge: 3,
  merge_people: 2,
  unmerge_people: 2,
  move_person: 3,
  office_contact: 7,
  office_name: 6,
  office_withdraw: 1,
  responsible: 2,
  policy: 2,
  end_member: 1,
  revoke_role: 2,
  grant_role: 3,
  disable: 1,
  enable: 1,
  revoke_phone: 1,
  prune: 1,
  copy: 2,
  restore: 2,
  server_version: 2,
} as const;
export type StepName = keyof typeof frequencies;

const small = fc.nat({ max: 15 });
const step: fc.Arbitrary<Step> = fc.oneof(
  ...Object.entries(frequencies).map(([name, weight]) => ({
    weight,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its own keys
    arbitrary: fc.tuple(fc.constant(name as StepName), fc.nat({ max: 3 }), small, small),
  })),
);

/** Two to four phones, and up to forty things. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  phones: fc.subarray([...carriers], { minLength: 2 }),
  steps: fc.noBias(fc.array(step, { minLength: 1, maxLength: 40, size: 'max' })),
});
