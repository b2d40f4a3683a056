import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  documentActions,
  documentStates,
  nextDocumentState,
  type DocumentAction,
  type DocumentState,
} from './document-state.ts';

/** NĐ 30/2020, Điều 10–18, as an order that nobody may jump: draft, approval, number, issue. */
const order: readonly DocumentState[] = ['draft', 'approved', 'numbered', 'issued'];

function walk(actions: readonly DocumentAction[]) {
  let state: DocumentState = 'draft';
  const done: DocumentAction[] = [];
  for (const action of actions) {
    const next = nextDocumentState(state, action);
    if (next === null) continue;
    // Forward by one, back to the draft before there is a number, or out of the way.
    const [from, to] = [order.indexOf(state), order.indexOf(next)];
    if (next === 'discarded') expect(state).toBe('draft');
    else if (action === 'return') expect([state, next]).toEqual(['approved', 'draft']);
    else expect([from, from + 1]).toContain(to);
    state = next;
    done.push(action);
  }
  return { state, done };
}

it('whatever is pressed in whatever order, nothing is issued that was not approved and numbered after its last return', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...documentActions), { maxLength: 40 }), (actions) => {
      const { state, done } = walk(actions);
      const sinceReturn = done.slice(done.lastIndexOf('return') + 1);
      const is = (action: DocumentAction) => sinceReturn.includes(action);
      expect(state === 'issued').toBe(done.includes('issue'));
      if (done.includes('issue')) {
        expect([is('approve'), is('number')]).toEqual([true, true]);
        expect(sinceReturn.indexOf('approve')).toBeLessThan(sinceReturn.indexOf('number'));
        expect(done.at(-1)).toBe('issue');
      }
      // A number once given is never taken back: no draft has one.
      if (done.includes('number')) expect(done.lastIndexOf('return')).toBeLessThan(done.indexOf('number'));
      if (state === 'discarded') expect(done.at(-1)).toBe('discard');
    }),
    { numRuns: 2000 },
  );
});

it('reaches every state, so that the walks above mean something', () => {
  const reached = new Set(
    fc
      .sample(fc.array(fc.constantFrom(...documentActions), { maxLength: 40 }), 500)
      .map((actions) => walk(actions).state),
  );
  expect([...reached].sort()).toEqual([...documentStates].sort());
});
