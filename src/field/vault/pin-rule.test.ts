import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinProblem } from './pin-rule.ts';
import { pinAllSame, pinRun, pinShape } from './words.ts';

describe('the PIN that a member chooses', () => {
  it('is six digits', () => {
    for (const pin of ['', '12345', '1234567', '12345a', '12 456', '１２３５６８', '-12345', '25048\n']) {
      expect(pinProblem(pin)).toBe(pinShape);
    }
  });

  it('is not one that everybody tries first', () => {
    for (const pin of ['000000', '666666']) expect(pinProblem(pin)).toBe(pinAllSame);
    for (const pin of ['123456', '012345', '456789', '654321', '987654'])
      expect(pinProblem(pin)).toBe(pinRun);
  });

  it('may be 112233, a year of birth, or nearly anything', () => {
    for (const pin of ['112233', '150866', '199008', '123465', '890123']) expect(pinProblem(pin)).toBeNull();
  });

  it('is refused for 20 of the million PINs only', () => {
    const all = Array.from({ length: 1_000_000 }, (_, n) => String(n).padStart(6, '0'));
    expect(all.filter((pin) => pinProblem(pin) !== null)).toHaveLength(20);
  });

  it('never breaks on what is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => /^\d{6}$/.test(text) || pinProblem(text) === pinShape));
  });
});
