import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import {
  comesAfter,
  nothingFilled,
  readCursor,
  revisionOf,
  writeCursor,
  type Cursor,
  type FillKey,
} from './cursor.ts';

const id = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map(newId);
const key: fc.Arbitrary<FillKey> = fc.record({ reasons: fc.nat({ max: 3 }), id });
const cursor: fc.Arbitrary<Cursor> = fc.record({
  epoch: id,
  view: fc.constantFrom('a', 'm3f29ab'),
  revision: fc.nat(),
  filled: fc.option(fc.oneof(key, fc.constant(nothingFilled))),
});

describe('a cursor', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(cursor, (one) => {
        expect(readCursor(writeCursor(one))).toEqual(one);
      }),
    );
  });

  it('that is none is none: the phone gets the whole list', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readCursor(text)).toBeNull();
        expect(revisionOf(text)).toBe(0);
      }),
    );
    for (const text of ['', '...', `${newId(new Date())}.a.x.`, `${newId(new Date())}.a.1.9`])
      expect(readCursor(text)).toBeNull();
  });

  it('tells no revision while a list is still being filled: something on the phone may be older', () => {
    fc.assert(
      fc.property(cursor, (one) => {
        expect(revisionOf(writeCursor(one))).toBe(one.filled === null ? one.revision : 0);
      }),
    );
  });
});

describe('the order in which a hamlet is sent', () => {
  it('puts one of two households after the other, and everything after the beginning', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(comesAfter(one, nothingFilled)).toBe(true);
        expect(comesAfter(one, one)).toBe(false);
        if (one.id !== other.id) expect(comesAfter(one, other)).toBe(!comesAfter(other, one));
      }),
    );
  });

  it('goes on where it stopped: every household comes once, who has most reasons first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { selector: (one) => one.id }), fc.nat({ max: 20 }), (homes, stop) => {
        const sorted = homes.toSorted((left, right) => (comesAfter(left, right) ? 1 : -1));
        const before = sorted.slice(0, stop);
        const after = sorted.filter((home) => comesAfter(home, before.at(-1) ?? nothingFilled));
        expect([...before, ...after]).toEqual(sorted);
        expect(sorted.map((home) => home.reasons)).toEqual(
          homes.map((home) => home.reasons).toSorted((a, b) => b - a),
        );
      }),
    );
  });
});
