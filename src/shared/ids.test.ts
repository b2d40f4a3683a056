import { expect, it } from 'vitest';
import { isId, newId } from './ids.ts';

it('ids of one moment differ and sort in the order of making', () => {
  const at = new Date('2026-11-24T02:12:00Z');
  const ids = Array.from({ length: 100_000 }, () => newId(at));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

it('ids of a later moment sort after those of an earlier one, and carry version and variant', () => {
  const early = newId(new Date('2026-11-24T02:12:00Z'));
  const late = newId(new Date('2026-11-24T02:12:01Z'));
  expect(early < late).toBe(true);
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(early.replaceAll('-', '').slice(0, 12), 16)).toBe(
    Date.parse('2026-11-24T02:12:00Z'),
  );
  expect(isId(early)).toBe(true);
  expect(isId(`${early}'`)).toBe(false);
});
