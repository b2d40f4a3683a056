import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { callMayBecome, callStates, type CallState } from './model/call.ts';
import { commendationMayBecome, commendationStates, type CommendationState } from './model/commendation.ts';
import { canFollow, mayClose, movementStates, type MovementState } from './model/movement.ts';
import { ranked } from './model/ranking.ts';

/** R60–R62, R68, W13: the ways of a movement, a call and a commendation, and how places are given. */

function walk<State extends string>(
  states: readonly State[],
  start: State,
  follows: (from: State, to: State) => boolean,
  law: (path: readonly State[]) => void,
): void {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...states), { maxLength: 12 }), (wanted) => {
      const path: State[] = [start];
      for (const to of wanted) if (follows(path.at(-1) ?? start, to)) path.push(to);
      law(path);
    }),
  );
}

test('a movement is launched once and ends once: closed or called off, and never the other after it', () => {
  walk<MovementState>(movementStates, 'draft', canFollow, (path) => {
    expect(path.slice(1)).not.toContain('draft');
    expect(path.filter((one) => one === 'launched').length).toBeLessThanOrEqual(1);
    const end = path.findIndex((one) => one === 'closed' || one === 'cancelled');
    if (end >= 0) expect(end).toBe(path.length - 1);
    if (path.includes('closed')) expect(path).toContain('launched');
  });
});

test('a unit that reported stays so, and one that was let go is asked no more', () => {
  walk<CallState>(callStates, 'called', callMayBecome, (path) => {
    expect(path.slice(1)).not.toContain('called');
    const reported = path.indexOf('reported');
    if (reported >= 0) expect(new Set(path.slice(reported))).toEqual(new Set(['reported']));
    const let_go = path.indexOf('withdrawn');
    if (let_go >= 0) expect(let_go).toBe(path.length - 1);
  });
});

test('a commendation is decided once', () => {
  walk<CommendationState>(commendationStates, 'proposed', commendationMayBecome, (path) => {
    expect(path.length).toBeLessThanOrEqual(2);
  });
});

test('nobody closes a movement before its last day', () => {
  expect(mayClose({ endsOn: '2026-11-24' }, '2026-11-23')).toBe(false);
  expect(mayClose({ endsOn: '2026-11-24' }, '2026-11-24')).toBe(true);
});

const lines = fc.array(
  fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([counted, more]) => ({ counted, whole: counted === 0 ? more : counted + more })),
  { maxLength: 12 },
);

test('places go by share: who is better stands before, equals share a place, nobody without anything has one', () => {
  fc.assert(
    fc.property(lines, (rows) => {
      const result = ranked(rows);
      expect(result.length).toBe(rows.length);
      for (const one of result) {
        if (one.counted === 0 || one.whole === 0) expect(one.rank).toBeNull();
        // A place is one more than how many are strictly better, by the share itself.
        else
          expect(one.rank).toBe(
            1 +
              rows.filter((row) => row.counted > 0 && row.counted * one.whole > one.counted * row.whole)
                .length,
          );
      }
      // The order in which the rows came says nothing about anybody's place.
      const places = (all: readonly { counted: number; whole: number; rank: number | null }[]) =>
        all.map((row) => `${row.counted}/${row.whole}: ${row.rank}`).sort();
      expect(places(ranked(rows.toReversed()))).toEqual(places(result));
    }),
  );
});

test('a small hamlet is not behind for being small; people without a whole go by their number', () => {
  const places = (rows: { counted: number; whole: number | null }[]) => ranked(rows).map((row) => row.rank);
  expect(
    ranked([
      { counted: 50, whole: 500 },
      { counted: 20, whole: 40 },
    ])[0],
  ).toMatchObject({ whole: 40 });
  expect(
    places([
      { counted: 1, whole: 3 },
      { counted: 2, whole: 6 },
      { counted: 1, whole: 4 },
    ]),
  ).toEqual([1, 1, 3]);
  expect(
    places([
      { counted: 3, whole: null },
      { counted: 7, whole: null },
    ]),
  ).toEqual([1, 2]);
});
