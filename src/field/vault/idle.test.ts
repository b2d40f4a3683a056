import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenLimit, idleLimit, IdleLock } from './idle.ts';

const noon = Date.UTC(2026, 10, 5, 5);
const minute = 60 * 1000;

function start() {
  const locked: number[] = [];
  return { idle: new IdleLock(noon, () => locked.push(1)), locked };
}

describe('a phone that was laid down', () => {
  it('locks after five minutes without a touch, and says so once', () => {
    const { idle, locked } = start();
    expect(idle.check(noon + 5 * minute - 1)).toBe(false);
    idle.touched(noon + 4 * minute);
    expect(idle.check(noon + 9 * minute - 1)).toBe(false);
    expect(idle.check(noon + 9 * minute)).toBe(true);
    idle.touched(noon + 10 * minute);
    expect(idle.check(noon + 11 * minute)).toBe(true);
    expect(locked).toHaveLength(1);
  });

  it('locks when it comes back after two minutes behind another app, not after one', () => {
    const { idle, locked } = start();
    idle.hidden(noon + minute);
    idle.shown(noon + 2 * minute);
    idle.touched(noon + 2 * minute);
    idle.hidden(noon + 3 * minute);
    idle.shown(noon + 5 * minute);
    expect(locked).toHaveLength(1);
  });

  it('is not woken by the touch that comes first after a sleep', () => {
    const { idle, locked } = start();
    idle.touched(noon + 60 * minute);
    expect(locked).toHaveLength(1);
  });

  it('locks when the clock was moved back behind its limit', () => {
    const { idle } = start();
    expect(idle.check(noon - 10 * minute)).toBe(true);
  });

  it('stays open for somebody who works, and never after five idle minutes', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('touched', 'hidden', 'shown'), fc.nat(6 * minute)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (steps) => {
        const { idle, locked } = start();
        let [now, touched, expected] = [noon, noon, false];
        let hidden: number | null = null;
        for (const [what, passes] of steps) {
          now += passes;
          expected ||= now - touched >= idleLimit || (hidden !== null && now - hidden >= hiddenLimit);
          if (what === 'touched') touched = now;
          if (what === 'hidden') hidden ??= now;
          if (what === 'shown') hidden = null;
          idle[what](now);
          if (expected) break;
        }
        return locked.length === (expected ? 1 : 0);
      }),
      { numRuns: 1000 },
    );
  });
});
