import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDecimal, writeDecimal } from './decimal.ts';

it('reads numbers as Vietnam writes them, and nothing else', () => {
  expect(['0,5', '10', '1.000', '1.234,5', ' 2,25 ', '0.5', '0.125'].map(readDecimal)).toEqual([
    0.5, 10, 1000, 1234.5, 2.25, 0.5, 0.125,
  ]);
  for (const text of ['', 'mười', '1,2,3', '-1', '=1+1', '1e3', '0x10', '١'])
    expect(readDecimal(text)).toBeUndefined();
});

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 3 }), (digits, places) => {
      const value = digits / 10 ** places;
      expect(readDecimal(writeDecimal(value))).toBe(value);
    }),
  );
});
