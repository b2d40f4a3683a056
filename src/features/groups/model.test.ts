import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canFollow, groupStates, isLate, nextStates, registrationEnds, type GroupState } from './model.ts';

// The machine as domain/03 §7.7 draws it, with what follows from it: suspended is a pause, closed is the end of any.
const drawn = [
  'registered>checked',
  'checked>recognised',
  'recognised>active',
  'active>suspended',
  'active>closed',
  'suspended>active',
  'suspended>closed',
  'registered>closed',
  'checked>closed',
  'recognised>closed',
];

test('the steps are those of the drawing and no others', () => {
  for (const from of groupStates)
    for (const to of groupStates) expect(canFollow(from, to)).toBe(drawn.includes(`${from}>${to}`));
});

test('no walk leaves the machine, none leads past closed, and none is active that was not checked and recognised', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), (choices) => {
      const walk: GroupState[] = ['registered'];
      for (const choice of choices) {
        const from = walk.at(-1) ?? 'registered';
        const next = nextStates(from);
        if (next.length === 0) {
          expect(from).toBe('closed');
          break;
        }
        const to = next[choice % next.length] ?? 'closed';
        expect(groupStates).toContain(to);
        walk.push(to);
      }
      const active = walk.indexOf('active');
      if (active >= 0) expect(walk.slice(0, active)).toEqual(['registered', 'checked', 'recognised']);
      expect(walk.filter((state) => state === 'registered')).toHaveLength(1);
      expect(walk.slice(0, -1)).not.toContain('closed');
    }),
  );
});

test('hamlets register until the end of May of the plan year (III.6)', () => {
  expect(registrationEnds(2026)).toBe('2026-05-31');
  expect(isLate('2026-05-31', 2026)).toBe(false);
  expect(isLate('2026-06-01', 2026)).toBe(true);
});
