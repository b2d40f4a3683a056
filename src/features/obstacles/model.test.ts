import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  canFollow,
  daysOverdue,
  defaultClock,
  dueOn,
  isOpen,
  levelAbove,
  nextStates,
  obstacleStates,
  severities,
  type ObstacleState,
} from './model.ts';

// domain/03 §7.7: raised → triaged(level) → in_progress → resolved → confirmed | escalated; W10: what a level cannot do goes up,
// and goes on there.
const drawn = [
  'raised>triaged',
  'triaged>in_progress',
  'in_progress>resolved',
  'resolved>confirmed',
  'resolved>escalated',
  'triaged>escalated',
  'in_progress>escalated',
  'escalated>triaged',
];

test('the steps are those of the drawing and no others', () => {
  for (const from of obstacleStates)
    for (const to of obstacleStates) expect(canFollow(from, to)).toBe(drawn.includes(`${from}>${to}`));
});

test('no walk leaves the machine; none ends but confirmed, and none is confirmed that was not resolved right before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
      const walk: ObstacleState[] = ['raised'];
      for (const choice of choices) {
        const from = walk.at(-1) ?? 'raised';
        const next = nextStates(from);
        if (next.length === 0) {
          expect(from).toBe('confirmed');
          break;
        }
        walk.push(next[choice % next.length] ?? 'confirmed');
      }
      for (const [index, state] of walk.entries()) {
        if (state === 'confirmed') expect(walk[index - 1]).toBe('resolved');
        if (state === 'resolved') expect(walk[index - 1]).toBe('in_progress');
        if (state === 'in_progress') expect(walk[index - 1]).toBe('triaged');
      }
      expect(walk.filter((state) => state === 'raised')).toHaveLength(1);
      expect(walk.slice(0, -1)).not.toContain('confirmed');
    }),
  );
});

test('it goes up from the hamlet to the commune to the province, and no further', () => {
  expect(levelAbove('hamlet')).toBe('commune');
  expect(levelAbove('commune')).toBe('province');
  expect(levelAbove('province')).toBe('province');
});

test('a clock of three days that begins on the 29th of October ends with the first of November', () => {
  expect(dueOn('2026-10-29', 'severe', { severe: 3, moderate: 7, minor: 15 })).toBe('2026-11-01');
  const late = { state: 'in_progress', dueOn: '2026-11-01' } as const;
  expect(daysOverdue(late, '2026-11-01')).toBe(0);
  expect(daysOverdue(late, '2026-11-02')).toBe(1);
  expect(daysOverdue({ ...late, state: 'escalated' }, '2026-11-08')).toBe(7);
});

test('what was answered is past no clock, and what is worse has fewer days', () => {
  for (const state of obstacleStates)
    expect(daysOverdue({ state, dueOn: '2026-01-01' }, '2026-11-01') > 0).toBe(isOpen(state));
  expect(obstacleStates.filter((state) => !isOpen(state))).toEqual(['resolved', 'confirmed']);
  const days = severities.map((severity) => defaultClock[severity]);
  expect(days).toEqual([...days].sort((left, right) => left - right));
});
