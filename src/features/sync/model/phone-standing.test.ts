import { expect, it } from 'vitest';
import { troublesOf, type Standing } from './phone-standing.ts';

const now = new Date('2026-11-24T02:12:00Z');
const well: Standing = {
  seenAt: new Date('2026-11-17T02:12:00Z'),
  unsent: 0,
  missing: 0,
  vanished: 0,
  copiedAt: null,
  revokedAt: null,
};

it('a week without a call is not yet silence, a minute more is', () => {
  expect(troublesOf(well, now)).toEqual([]);
  const longer = { ...well, seenAt: new Date('2026-11-17T02:11:00Z') };
  expect(troublesOf(longer, now)).toEqual(['silent']);
  expect(troublesOf({ ...longer, revokedAt: now }, now)).toEqual([]);
});

it('the worst comes first', () => {
  expect(troublesOf({ ...well, unsent: 3, vanished: 2 }, now)).toEqual(['lost', 'unsent']);
  expect(troublesOf({ ...well, missing: 1, copiedAt: now }, now)).toEqual(['lost', 'copied']);
});
