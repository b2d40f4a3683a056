import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Id } from '#shared/ids.ts';
import { factsOf } from '#features/sync/model/home-facts.ts';
import { listed } from '#features/sync/model/listed-home.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import type { Operation } from '#features/sync/model/operation.ts';
import { figureOf, marksIn } from '#features/targets/count.ts';
import {
  book,
  hamlet,
  homeId,
  makeHome,
  makeOperation,
  makeVisitOperation,
  me,
  personId,
  today,
} from './hamlet.test-support.ts';
import { Register } from './register.ts';

function registerOf(homes: readonly PhoneHome[], operations: readonly Operation[] = []): Register {
  const register = new Register(today);
  register.setBook(book, today);
  register.take(homes, []);
  register.setOperations(operations);
  return register;
}

/** What came to a phone, in any order: households sent and gone, things done, things confirmed. */
type Step =
  | { kind: 'take'; homes: { index: number; edition: number }[]; gone: number[] }
  | { kind: 'do'; what: number; index: number; who: number }
  | { kind: 'confirm'; count: number };

const small = fc.integer({ min: 0, max: 7 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('take' as const),
    homes: fc.array(fc.record({ index: small, edition: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 }),
    gone: fc.array(small, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('do' as const),
    what: fc.integer({ min: 0, max: 7 }),
    index: small,
    who: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({ kind: fc.constant('confirm' as const), count: fc.integer({ min: 0, max: 3 }) }),
);

function operationOf({ what, index, who }: Extract<Step, { kind: 'do' }>, seq: number): Operation {
  const householdId = homeId(index);
  const residentId = personId(index, who);
  const makers = [
    () => makeVisitOperation(seq, index),
    () =>
      makeOperation(seq, 'digital.record', householdId, {
        residentId,
        source: 'declared',
        vneid: 'activated',
        bank_account: 'yes',
      }),
    () =>
      makeOperation(seq, 'outreach.record', null, {
        reach: 'listed',
        form: 'meeting',
        householdIds: [householdId, homeId((index + 1) % 8)],
        heldOn: '2026-11-20',
        place: 'Văn phòng ấp',
        topics: [],
      }),
    () => makeOperation(seq, 'household.change_state', householdId, { householdId, state: 'away' }),
    () =>
      makeOperation(seq, 'resident.correct', householdId, { residentId, fullName: `Đặng Thị Mới ${seq}` }),
    () =>
      makeOperation(seq, 'household.register', householdId, {
        id: householdId,
        hamletId: hamlet,
        residents: [{ id: residentId, fullName: 'Trần Văn Mới', relation: 'head' }],
      }),
    () =>
      makeOperation(seq, 'resident.move', householdId, {
        residentId,
        toHouseholdId: homeId((index + 3) % 8),
        relation: 'child',
        on: today,
      }),
    () => makeOperation(seq, 'household.move', householdId, { householdId, hamletId: me, on: today }),
  ];
  const make = makers[what];
  if (!make) throw new Error('no such thing to do');
  return make();
}

test('after any sequence of news and doings it says what a register says that was told all at once (law 5)', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const register = registerOf([]);
      const base = new Map<Id, PhoneHome>();
      let operations: Operation[] = [];
      let seq = 0;
      for (const one of steps) {
        if (one.kind === 'take') {
          const homes = one.homes.map(({ index, edition }) =>
            makeHome(index, { people: 2, visits: 2, edition }),
          );
          const gone = one.gone.map(homeId).filter((id) => !homes.some((home) => home.id === id));
          for (const home of homes) base.set(home.id, home);
          for (const id of gone) base.delete(id);
          register.take(homes, gone);
        } else if (one.kind === 'do') {
          seq += 1;
          operations = [...operations, operationOf(one, seq)];
          register.add(operations.at(-1) as Operation);
        } else {
          operations = operations.slice(one.count);
          register.setOperations(operations);
        }
        // Asked in between: an answer that was kept must not outlive what it was made of.
        register.list(hamlet);
        for (const target of book.targets) register.figure(target, hamlet);
      }
      const told = registerOf([...base.values()], operations);
      const byId = (homes: Iterable<PhoneHome>) =>
        [...homes].sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(byId(register.homes())).toEqual(byId(told.homes()));
      expect(register.list(hamlet, 'dang')).toEqual(told.list(hamlet, 'dang'));
      const horizon = told.horizon();
      if (!horizon) throw new Error('no plan');
      const here = [...told.homes()].filter((home) => home.hamletId === hamlet);
      for (const target of book.targets) {
        const fresh = here.flatMap((home) => marksIn(target, factsOf(home), horizon));
        expect(register.figure(target, hamlet)).toEqual(figureOf(fresh));
        const left = register.whoIsLeft(target, hamlet);
        expect(left.length).toBe(
          fresh.filter((mark) => mark.belongs === true && mark.reached !== true).length,
        );
        expect(left.map((one) => one.missing)).toEqual(
          told.whoIsLeft(target, hamlet).map((one) => one.missing),
        );
      }
    }),
    { numRuns: 200 },
  );
});

describe('the list', () => {
  const homes = Array.from({ length: 30 }, (_, index) => makeHome(index));
  const named: PhoneHome = {
    ...makeHome(100),
    phone: '0912345678',
    people: [
      { ...makeHome(100).people[0], id: personId(100, 0), fullName: 'Nguyễn Văn Dũng'.normalize('NFD') },
      { ...makeHome(100).people[1], id: personId(100, 1), fullName: 'Đặng Thị Ánh' },
    ] as PhoneHome['people'],
  };
  const register = registerOf([...homes, named]);
  const finds = (query: string) => register.list(hamlet, query).some((row) => row.id === named.id);

  it('forgives missing accents, đ, decomposed letters, blanks in phone numbers, and finds house codes (P13)', () => {
    expect(['nguyen van dung', 'dang', 'Đặng', '0912 345 678', 'nm-0100', 'dung nguyen'].map(finds)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(finds('dung khong co')).toBe(false);
  });

  it('puts who has all the words in one name before households in which they are scattered', () => {
    const scattered: PhoneHome = {
      ...makeHome(101),
      people: [
        { ...makeHome(101).people[0], id: personId(101, 0), fullName: 'Nguyễn Thị An' },
        { ...makeHome(101).people[1], id: personId(101, 1), fullName: 'Trần Dũng' },
      ] as PhoneHome['people'],
    };
    const found = registerOf([scattered, named]).list(hamlet, 'nguyen dung');
    expect(found.map((row) => row.id)).toEqual([named.id, scattered.id]);
  });

  it('stands by given name', () => {
    const given = register.list(hamlet).map((row) => row.headName.split(' ').at(-1) ?? '');
    expect(given.indexOf('Ánh')).toBeLessThan(given.indexOf('Út'));
  });

  it('shows who is promised while the households are on their way', () => {
    const early = new Register(today);
    early.setBook(book, today);
    early.setList(hamlet, [listed(named, today), ...homes.map((home) => listed(home, today))]);
    expect(early.onTheirWay(hamlet)).toBe(31);
    expect(early.list(hamlet, 'nguyen van dung').map((row) => row.id)).toContain(named.id);
    early.take(homes, []);
    expect([early.onTheirWay(hamlet), early.list(hamlet).length]).toEqual([1, 31]);
  });
});
