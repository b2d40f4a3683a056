import { parse } from 'node:querystring';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { writeCursor } from './cursor.ts';
import { readPullQuery, writePullQuery } from './pull-query.ts';

const id = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map(newId);
const cursor = fc
  .record({ epoch: id, view: fc.constantFrom('a', 'mabc123'), revision: fc.nat() })
  .map((one) => writeCursor({ ...one, filled: null }));
const question = fc.record({
  epoch: fc.option(id),
  book: fc.option(fc.stringMatching(/^[\w-]{16}$/)),
  scopes: fc.dictionary(id, cursor, { maxKeys: 4 }).map((scopes) => ({ ...scopes })),
});

it('what a phone asks is what the server reads', () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(readPullQuery({ ...parse(writePullQuery(asked)) })).toEqual(asked);
    }),
  );
});

it('what is not understood is as if it were not there: never an error, at most the whole answer', () => {
  const nothing = { epoch: null, book: null, scopes: {} };
  fc.assert(
    fc.property(fc.anything(), (asked) => {
      expect(readPullQuery({ scope: asked, epoch: asked })).toMatchObject({ epoch: null, scopes: {} });
    }),
  );
  for (const asked of [null, undefined, 7, 'scope', {}, { scope: 'x:y' }, { epoch: ['a', 'b'] }])
    expect(readPullQuery(asked)).toEqual(nothing);
});
