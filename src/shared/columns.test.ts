import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import { fromColumns, toColumns, type Shape } from './columns.ts';
import { newId } from './ids.ts';

interface Person {
  id: string;
  name: string | null;
  born: string | null;
  called: boolean | null;
}
interface Home {
  id: string;
  people: Person[];
  members: string[];
  words: string[];
  helper: { id: string; every: number } | null;
}
const shape: Shape<Home> = {
  id: 'id',
  people: { each: { id: 'id', name: 'text', born: 'day', called: 'plain' } },
  members: 'ids',
  words: 'texts',
  helper: { of: { id: 'id', every: 'plain' } },
};

const ids = Array.from({ length: 6 }, (_, index) => newId(new Date(1_790_000_000_000 + index)));
const anId = fc.constantFrom(...ids);
const aPerson = fc.record({
  id: anId,
  name: fc.option(fc.constantFrom('Nguyễn Thị Lan', 'Đặng Văn Ổi', '')),
  born: fc.option(fc.integer({ min: -30_000, max: 30_000 }).map((days) => addDays('2000-01-01', days))),
  called: fc.option(fc.boolean()),
});
const aHome = fc.record({
  id: anId,
  people: fc.array(aPerson, { maxLength: 4 }),
  members: fc.array(anId, { maxLength: 3 }),
  words: fc.array(fc.string(), { maxLength: 3 }),
  helper: fc.option(fc.record({ id: anId, every: fc.integer() })),
});

describe('rows as columns', () => {
  it('come back as they were, through JSON', () => {
    fc.assert(
      fc.property(fc.array(aHome, { maxLength: 8 }), (homes) => {
        const wire: unknown = JSON.parse(JSON.stringify(toColumns(homes, shape)));
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        expect(fromColumns(wire as never, shape)).toEqual(homes);
      }),
    );
  });

  it('say an id and a string once', () => {
    const person = { id: ids[1] ?? '', name: 'Nguyễn Thị Lan', born: null, called: true };
    const home: Home = { id: ids[0] ?? '', people: [person, person], members: [], words: [], helper: null };
    const packed = toColumns([home, home], shape);
    expect(packed.texts).toEqual(['Nguyễn Thị Lan']);
    expect(atob(packed.ids)).toHaveLength(32);
  });
});
