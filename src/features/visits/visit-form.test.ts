import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { parseInput } from '#platform/commands/parse-input.ts';
import { VisitInput } from './model/visit.ts';
import { pairsOf, visitFromForm } from './visit-form.ts';

const now = new Date('2026-11-24T02:12:00Z');
const [householdId, mrsTrang, mrQuy] = [newId(now), newId(now), newId(now)];

const sent = {
  id: newId(now),
  metResidents: [mrsTrang, mrQuy, 'khac'],
  guidances: [
    { residentId: mrsTrang, platform: 'vneid', outcome: 'activated' },
    { residentId: mrQuy, platform: 'vneid', outcome: 'khong' },
    { residentId: 'khac', platform: 'vneid', outcome: 'practised' },
  ],
  nextPick: '2026-12-01',
  nextOn: '',
  note: '',
};

test('what chị Lan chose on the form is a visit: who was not shown a platform falls out, a stranger is nobody in particular', () => {
  const visit = parseInput(VisitInput, { ...visitFromForm(sent), householdId });
  expect(visit).toMatchObject({
    met: 'someone',
    metResidents: [mrsTrang, mrQuy],
    guidances: [
      { residentId: mrsTrang, platform: 'vneid', outcome: 'activated' },
      { residentId: null, platform: 'vneid', outcome: 'practised' },
    ],
    nextOn: '2026-12-01',
    note: null,
  });
});

test('a day that was typed goes before a day that was chosen', () => {
  const visit = parseInput(VisitInput, { ...visitFromForm({ ...sent, nextOn: '5/12/2026' }), householdId });
  expect(visit.nextOn).toBe('2026-12-05');
});

test('an outcome that nobody chose is asked for at its own place, whatever falls out before it', () => {
  const forgotten = [
    { residentId: mrsTrang, platform: 'vneid', outcome: 'khong' },
    { residentId: mrQuy, platform: 'vneid' },
  ];
  const problem = (() => {
    try {
      visitFromForm({ ...sent, guidances: forgotten });
      return null;
    } catch (cause) {
      return cause;
    }
  })();
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ fields: { 'guidances.1.outcome': 'Xin chọn kết quả hướng dẫn.' } });
});

test('a visit at which people only talked carries no guidance', () => {
  const visit = parseInput(VisitInput, {
    ...visitFromForm({ id: sent.id, metResidents: [mrsTrang] }),
    householdId,
  });
  expect(visit.guidances).toEqual([]);
});

test('the place of a pair in the form is its place in the list', () => {
  const rows = pairsOf([{ id: 'a' }, { id: 'b' }], ['vneid', 'dvc', 'buudien']);
  expect(rows.flatMap(({ pairs }) => pairs.map((pair) => pair.index))).toEqual([0, 1, 2, 3, 4, 5]);
});
