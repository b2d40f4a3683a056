import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layGoalBar } from './goal-bar.ts';
import { heatStep } from './heat-step.ts';
import { linePath } from './line-path.ts';

describe('a goal bar', () => {
  it('puts reached, unknown, today and the goal where their numbers are', () => {
    expect(layGoalBar({ value: 63.2, unknown: 11.4, expected: 72, goal: [80, 90] })).toEqual({
      reached: 63.2,
      unknown: { x: 63.2, width: 11.4 },
      expected: 72,
      behind: { x: 63.2, width: 8.8 },
      goal: { x: 80, width: 10 },
    });
  });

  it('measures counts by their own full width', () => {
    expect(layGoalBar({ value: 4, max: 5, goal: 5 })).toMatchObject({
      reached: 80,
      goal: { x: 100, width: 0 },
      behind: null,
    });
  });

  it('is all hatched when nobody has counted, and empty when the count is 0', () => {
    expect(layGoalBar({ value: null })).toMatchObject({ reached: 0, unknown: { x: 0, width: 100 } });
    expect(layGoalBar({ value: 0 })).toMatchObject({ reached: 0, unknown: null });
  });

  it('never draws something as nothing nor something left as full', () => {
    expect(layGoalBar({ value: 1, max: 22_000 }).reached).toBeGreaterThan(0);
    expect(layGoalBar({ value: 21_999, max: 22_000 }).reached).toBeLessThan(100);
    expect(layGoalBar({ value: 22_000, max: 22_000 }).reached).toBe(100);
  });

  it('stays inside itself and keeps its parts apart, whatever comes', () => {
    const number = fc.double({ min: -50, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        fc.option(number),
        number,
        number,
        fc.option(number),
        fc.tuple(number, number),
        (value, max, unknown, expected, goal) => {
          const shape = layGoalBar({ value, max, unknown, expected, goal });
          for (const part of [{ x: 0, width: shape.reached }, shape.unknown, shape.goal, shape.behind]) {
            if (part === null) continue;
            expect(part.x).toBeGreaterThanOrEqual(0);
            expect(part.width).toBeGreaterThanOrEqual(0);
            expect(part.x + part.width).toBeLessThanOrEqual(100.01);
          }
          if (shape.unknown) expect(shape.unknown.x).toBe(shape.reached);
        },
      ),
    );
  });
});

describe('a step of heat', () => {
  it('rises at each cut and does not know the unknown', () => {
    const cuts = [50, 65, 80, 90] as const;
    expect([0, 49.9, 50, 64.9, 65, 80, 89.9, 90, 100].map((value) => heatStep(value, cuts))).toEqual([
      0, 0, 1, 1, 2, 3, 3, 4, 4,
    ]);
    expect(heatStep(null, cuts)).toBeNull();
  });
});

describe('the path of a line', () => {
  it('spreads its points and turns them upwards', () => {
    expect(linePath([0, 50, 100], 0, 100)).toBe('M0 100L50 50L100 0');
  });

  it('breaks at what is not known and shows a lone point', () => {
    expect(linePath([0, null, 100, 100], 0, 100)).toBe('M0 100h0.01M66.67 0L100 0');
    expect(linePath([null, null], 0, 100)).toBe('');
  });
});
