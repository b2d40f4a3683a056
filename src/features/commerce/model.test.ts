import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countSteps,
  isStalled,
  owesCommitment,
  pipelineOf,
  sellingSteps,
  stageOf,
  type StepRow,
} from './model.ts';

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

test('nothing new for thirty days is told, not a day sooner, and never of who is at the end or has given up', () => {
  const doing = { pipeline: pipelineOf([]), closedOn: null, movedOn: '2026-10-25', committedOn: null };
  expect(isStalled(doing, '2026-11-23')).toBe(false);
  expect(isStalled(doing, '2026-11-24')).toBe(true);
  expect(isStalled({ ...doing, closedOn: '2026-11-01' }, '2026-11-24')).toBe(false);
  const all = sellingSteps.map((step, index): StepRow => ({
    id: `r${index}`,
    step,
    takenBack: false,
    doneOn: '2026-10-01',
    recordedAt: new Date(1_790_000_000_000),
  }));
  expect(isStalled({ ...doing, pipeline: pipelineOf(all) }, '2026-11-24')).toBe(false);
  expect(stageOf(pipelineOf(all))).toBe('done');
});

test('who has a shop owes a promise of quality until one is signed (R41)', () => {
  const shop: StepRow = {
    id: 'r1',
    step: 'shop',
    takenBack: false,
    doneOn: '2026-10-01',
    recordedAt: new Date(1_790_000_000_000),
  };
  const doing = { pipeline: pipelineOf([shop]), closedOn: null, movedOn: '2026-10-01', committedOn: null };
  expect(owesCommitment(doing)).toBe(true);
  expect(owesCommitment({ ...doing, committedOn: '2026-10-02' })).toBe(false);
  expect(owesCommitment({ ...doing, pipeline: pipelineOf([{ ...shop, step: 'photo' }]) })).toBe(false);
});
