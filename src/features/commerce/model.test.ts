import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSteps, pipelineOf, sellingSteps, type StepRow } from './model.ts';

const rows = fc
  .array(fc.record({ step: fc.constantFrom(...sellingSteps), takenBack: fc.boolean() }), { maxLength: 40 })
  .map((all) =>
    all.map(({ step, takenBack }, index): StepRow => ({
      id: `r${String(index).padStart(3, '0')}`,
      step,
      takenBack,
      doneOn: '2026-11-01',
      recordedAt: new Date(1_790_000_000_000 + Math.floor(index / 2) * 1000),
    })),
  );

/** By the rule alone: of each step the last row that was written says whether it is done. */
const naive = (all: readonly StepRow[]) =>
  sellingSteps.filter((step) => all.findLast((row) => row.step === step)?.takenBack === false);

test('steps come in any order and may be taken back; the newest row of each counts, however they arrive', () => {
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (all, chance) => {
      const shuffled = all.toSorted(() => ((chance.next().value ?? 0) % 2 === 0 ? 1 : -1));
      for (const order of [all, all.toReversed(), shuffled]) {
        const { done, next } = pipelineOf(order);
        expect([...done.keys()].sort()).toEqual([...naive(all)].sort());
        expect(next).toBe(sellingSteps.find((step) => !naive(all).includes(step)) ?? null);
      }
    }),
  );
});

test('a board counts each business once in each step that it has done', () => {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 8 }), (businesses) => {
      const counts = countSteps(businesses.map((all) => pipelineOf(all)));
      for (const step of sellingSteps)
        expect(counts[step]).toBe(businesses.filter((all) => naive(all).includes(step)).length);
    }),
  );
});
