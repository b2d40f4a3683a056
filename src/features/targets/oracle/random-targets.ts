import fc from 'fast-check';
import { skillItems } from '#features/visits/model/skill-check.ts';
import { householdStates, priorityReasons, residentStates } from '#features/registry/model.ts';
import {
  digitalAnswers,
  outcomes,
  type Condition,
  type HouseholdTest,
  type ResidentTest,
  type TargetDefinition,
} from '../definition.ts';

const some = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });

const householdTest: fc.Arbitrary<HouseholdTest> = fc.oneof(
  some(householdStates).map((states): HouseholdTest => ({ fact: 'household_state', in: states })),
  some(['yes', 'no'] as const).map((answers): HouseholdTest => ({
    fact: 'household_smartphone',
    in: answers,
  })),
  some(['poor', 'near_poor', 'escaped_poverty'] as const).map((classes): HouseholdTest => ({
    fact: 'poverty',
    in: classes,
  })),
  some(priorityReasons).map((reasons): HouseholdTest => ({ fact: 'priority', reasons })),
  fc.integer({ min: 1, max: 4 }).map((atLeast): HouseholdTest => ({ fact: 'contacts', atLeast })),
  fc.integer({ min: 1, max: 3 }).map((atLeast): HouseholdTest => ({ fact: 'forms', atLeast })),
  fc
    .tuple(some(['health', 'education', 'social_policy']), some(outcomes))
    .map(([domains, results]): HouseholdTest => ({ fact: 'guided', domains, outcomes: results })),
  fc.constant<HouseholdTest>({ fact: 'helper' }),
);

const residentTest: fc.Arbitrary<ResidentTest> = fc.oneof(
  some(residentStates).map((states): ResidentTest => ({ fact: 'resident_state', in: states })),
  some(['permanent', 'temporary', 'lodging', 'absent'] as const).map((kinds): ResidentTest => ({
    fact: 'residence',
    in: kinds,
  })),
  fc.constantFrom(1, 14, 15, 60, 61).map((atLeast): ResidentTest => ({ fact: 'age', atLeast })),
  fc.constant<ResidentTest>({ fact: 'vulnerable' }),
  some(['yes', 'no'] as const).map((answers): ResidentTest => ({ fact: 'smartphone', in: answers })),
  fc.constantFrom('vneid' as const, 'bank_account' as const, 'e_payment' as const).chain((item) =>
    some<string>(digitalAnswers[item]).map((answers): ResidentTest => ({
      fact: 'digital',
      item,
      in: answers,
    })),
  ),
  some(skillItems).map((items): ResidentTest => ({ fact: 'skilled', items })),
);

const nested = (leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  })).node;

const ofResident = nested(residentTest);
const ofHousehold = nested(
  fc.oneof(
    householdTest,
    ofResident.map((someResident) => ({ someResident })),
  ),
);
const ofEither = nested(fc.oneof(residentTest, householdTest));

const target = (subject: 'household' | 'resident', code: string): fc.Arbitrary<TargetDefinition> => {
  const condition = subject === 'household' ? ofHousehold : ofEither;
  return fc
    .tuple(condition, condition, fc.option(condition, { nil: undefined }), condition)
    .map(([population, reached, of, counts]) => ({
      code,
      title: code,
      planText: code,
      subject,
      unit: subject === 'household' ? 'hộ' : 'người',
      population,
      reached,
      goal: { kind: 'rate', floor: 80 },
      planLine: { kind: 'even' },
      beside: [{ code: 'b', title: 'b', of, counts }],
      doubt: null,
    }));
};

/** Targets as an officer might define them, of households and of people. */
export const randomTargets = fc.tuple(
  target('household', 'H1'),
  target('household', 'H2'),
  target('resident', 'R1'),
);
