import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canFollow, inspectionKinds, inspectionStates, isTold, nextStates } from './inspection-state.ts';

/** W20, and the plan of the room: planned → held → closed; cancelled only from planned. */
const drawn: Record<string, readonly string[]> = {
  planned: ['held', 'cancelled'],
  held: ['closed'],
  closed: [],
  cancelled: [],
};

test('no path leaves the state machine: whatever is tried, only the drawn steps are taken, and an end is an end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...inspectionStates), { maxLength: 12 }), (tries) => {
      let at: (typeof inspectionStates)[number] = 'planned';
      const way: string[] = [at];
      for (const to of tries)
        if (canFollow(at, to)) {
          expect(drawn[at]).toContain(to);
          at = to;
          way.push(at);
        } else expect(drawn[at]).not.toContain(to);
      expect(['planned', 'held', 'closed', 'cancelled'].slice(0, way.length).length).toBe(way.length);
      // Nothing comes twice, and what was held is never called off.
      expect(new Set(way).size).toBe(way.length);
      expect(way.includes('held') && way.includes('cancelled')).toBe(false);
    }),
  );
  for (const state of inspectionStates) expect(nextStates(state)).toEqual(drawn[state]);
});

test('a hamlet hears of a surprise when it was held, and never of one that was called off', () => {
  const told = inspectionKinds.flatMap((kind) =>
    inspectionStates.filter((state) => isTold({ kind, state })).map((state) => `${kind} ${state}`),
  );
  expect(told).toEqual([
    'regular planned',
    'regular held',
    'regular closed',
    'regular cancelled',
    'surprise held',
    'surprise closed',
  ]);
});
