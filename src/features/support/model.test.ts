import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultSupportClock,
  SupportClockInput,
  canFollow,
  daysOverdue,
  daysWaited,
  dueOn,
  isWaiting,
  nextStates,
  supportStates,
} from './model.ts';

// domain/03 §7.7: new → assigned → scheduled → done | no_show | cancelled; what is not needed any more may be cancelled before.
const drawn = [
  'new>assigned',
  'assigned>scheduled',
  'scheduled>done',
  'scheduled>no_show',
  'scheduled>cancelled',
  'new>cancelled',
  'assigned>cancelled',
];

test('the steps are those of the drawing and no others', () => {
  for (const from of supportStates)
    for (const to of supportStates) expect(canFollow(from, to)).toBe(drawn.includes(`${from}>${to}`));
});

test('no walk leaves the machine: nobody is helped who was not assigned and agreed with, and an end is an end', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 12 }), (choices) => {
      const walk = ['new'];
      let here: (typeof supportStates)[number] = 'new';
      for (const choice of choices) {
        const next = nextStates(here);
        if (next.length === 0) break;
        here = next[choice % next.length] ?? here;
        walk.push(here);
      }
      if (here === 'done' || here === 'no_show') expect(walk).toEqual(['new', 'assigned', 'scheduled', here]);
      expect(walk.slice(0, -1).filter((state) => ['done', 'no_show', 'cancelled'].includes(state))).toEqual(
        [],
      );
    }),
  );
});

test('the clock of an urgent one ends with the next day; who was helped waits no longer', () => {
  expect(dueOn('2026-10-31', 'urgent', defaultSupportClock)).toBe('2026-11-01');
  expect(dueOn('2026-10-31', 'soon', defaultSupportClock)).toBe('2026-11-03');
  expect(dueOn('2026-10-31', 'ordinary', defaultSupportClock)).toBe('2026-11-07');
  const asked = { raisedOn: '2026-10-31', dueOn: '2026-11-01', stateOn: '2026-11-02' };
  expect(daysOverdue({ ...asked, state: 'scheduled' }, '2026-11-01')).toBe(0);
  expect(daysOverdue({ ...asked, state: 'scheduled' }, '2026-11-05')).toBe(4);
  expect(daysWaited({ ...asked, state: 'scheduled' }, '2026-11-05')).toBe(5);
  expect(daysWaited({ ...asked, state: 'done' }, '2026-11-05')).toBe(2);
  expect(supportStates.filter(isWaiting)).toEqual(['new', 'assigned', 'scheduled']);
  for (const state of ['done', 'no_show', 'cancelled'] as const)
    expect(daysOverdue({ ...asked, state }, '2027-01-01')).toBe(0);
});

test('who is more pressed never waits longer by the commune’s own days', () => {
  const wrong = (urgent: number, soon: number, ordinary: number) =>
    SupportClockInput.safeParse({ urgent, soon, ordinary }).error?.issues.map(({ path }) => path[0]) ?? [];
  expect(wrong(1, 3, 7)).toEqual([]);
  expect(wrong(2, 2, 2)).toEqual([]);
  expect(wrong(4, 3, 7)).toEqual(['soon']);
  expect(wrong(1, 9, 7)).toEqual(['ordinary']);
  expect(wrong(0, 3, 91)).toEqual(['urgent', 'ordinary']);
});
