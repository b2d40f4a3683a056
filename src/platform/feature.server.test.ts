import { expect, it } from 'vitest';
import { inOrder, type Waiting } from './feature.server.ts';

const tile = (key: string, tone: Waiting['tone'], since: string | null): Waiting => ({
  key,
  tone,
  since,
  href: '/',
  count: 1,
  text: key,
  detail: null,
});

it('puts what lets somebody down first, then what waits longest', () => {
  const order = inOrder([
    tile('a group to look at since May', 'calm', '2026-05-02'),
    tile('a paper without a day', 'warm', null),
    tile('a paper since November', 'warm', '2026-11-02'),
    tile('a paper since October', 'warm', '2026-10-02'),
    tile('a late report', 'hot', '2026-11-11'),
  ]);
  expect(order.map(({ key }) => key)).toEqual([
    'a late report',
    'a paper since October',
    'a paper since November',
    'a paper without a day',
    'a group to look at since May',
  ]);
});
