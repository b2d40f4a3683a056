import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTry, mostWrongPins, noTries, triesAt, waitAfter, type PinTries } from './pin-tries.ts';

const second = 1000;
const minute = 60 * second;
const longest = 15 * minute;
const noon = Date.UTC(2026, 10, 5, 5);

const triedWrong = (times: number, now: number): PinTries => {
  let tries = noTries;
  for (let n = 0; n < times; n += 1) tries = countTry(tries, now);
  return tries;
};

describe('waits after wrong PINs', () => {
  it('are none twice, then 30 s, 1, 2, 5 and 15 minutes', () => {
    const table = Array.from({ length: mostWrongPins }, (_, n) => waitAfter(n + 1) / second);
    expect(table).toEqual([0, 0, 30, 60, 120, 300, 900, 900, 900, 900]);
  });

  it('never get shorter with one more wrong PIN', () => {
    fc.assert(fc.property(fc.nat(1000), (n) => waitAfter(n + 1) >= waitAfter(n)));
  });

  it('end to the millisecond', () => {
    const tries = triedWrong(3, noon);
    expect(triesAt(tries, noon + 30 * second - 1).wait).toEqual({ from: noon, until: noon + 30 * second });
    expect(triesAt(tries, noon + 30 * second)).toEqual({ wrongPins: 3, wait: null });
  });

  it('a clock that was in 2030 and is put right makes nobody wait for years', () => {
    const tries = triedWrong(7, Date.UTC(2030, 0, 1));
    const seen = triesAt(tries, noon);
    expect(seen.wait).toEqual({ from: noon, until: noon + longest });
    expect(triesAt(seen, noon + longest).wait).toBeNull();
  });
});

/** Real time passes by itself; between looks the clock may be moved. A wait may be looked at, and is kept, at any moment. */
const looks = fc.array(
  fc.record({
    passes: fc.integer({ min: 0, max: 20 * minute }),
    moved: fc.oneof(
      fc.constant(0),
      fc.integer({ min: -5 * 365 * 24 * 60 * minute, max: 5 * 365 * 24 * 60 * minute }),
    ),
  }),
  { maxLength: 20 },
);
const wrongPins = fc.integer({ min: 3, max: mostWrongPins - 1 });

describe('waits under a clock that is moved', () => {
  it('never end before their time has really passed, however often the clock is moved back', () => {
    fc.assert(
      fc.property(wrongPins, looks, (times, looks) => {
        let [real, clock] = [noon, noon];
        let tries = triedWrong(times, noon);
        for (const { passes, moved } of looks) {
          real += passes;
          // Never ahead of real time: that is the next test.
          clock = Math.min(real, clock + passes - Math.abs(moved));
          tries = triesAt(tries, clock);
          if (tries.wait === null) return real - noon >= waitAfter(times);
        }
        return true;
      }),
      { numRuns: 2000 },
    );
  });

  it('never last longer than 15 minutes once the clock is left alone, wherever it was and is', () => {
    fc.assert(
      fc.property(wrongPins, looks, (times, looks) => {
        let clock = noon;
        let tries = triedWrong(times, noon);
        for (const { passes, moved } of looks) {
          clock += passes + moved;
          tries = triesAt(tries, clock);
          if (tries.wait && tries.wait.until - clock > longest) return false;
        }
        return triesAt(tries, clock + longest).wait === null;
      }),
      { numRuns: 2000 },
    );
  });

  it('no clock gives a counted PIN back', () => {
    fc.assert(
      fc.property(fc.nat(20), looks, (times, looks) => {
        let clock = noon;
        let tries = triedWrong(times, noon);
        for (const { passes, moved } of looks) {
          clock += passes + moved;
          tries = triesAt(tries, clock);
        }
        return tries.wrongPins === times;
      }),
    );
  });
});
