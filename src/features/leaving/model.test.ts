import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './model.ts';

const heirs = fc
  .uniqueArray(fc.constantFrom('lan', 'tu', 'dao', 'huong'), { minLength: 1 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), load: fc.nat({ max: 9 }) }))));

test('everything goes to somebody who may take it, and who carries least takes the next', () => {
  fc.assert(
    fc.property(heirs, fc.array(fc.subarray(['lan', 'tu', 'dao', 'huong'])), (able, lists) => {
      const things = lists.map((one, index) => ({ id: `h${index}`, heirs: one }));
      const taken = spread(things, able);
      const load = new Map<string, number>(able.map((heir) => [heir.id, heir.load]));
      for (const thing of things) {
        const taker = taken.get(thing.id);
        const possible = thing.heirs.filter((id) => load.has(id));
        expect(taker === undefined).toBe(possible.length === 0);
        if (taker === undefined) continue;
        expect(possible).toContain(taker);
        expect(load.get(taker)).toBe(Math.min(...possible.map((id) => load.get(id) ?? 0)));
        load.set(taker, (load.get(taker) ?? 0) + 1);
      }
    }),
  );
});
