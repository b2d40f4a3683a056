import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { withTold, type PhoneObstacle } from './phone-obstacle.ts';

const now = new Date('2026-11-24T02:12:00Z');
const [id, hamletId] = [newId(now), newId(now)];
const answered: PhoneObstacle = {
  id,
  hamletId,
  kind: 'obstacle',
  pillar: 'society',
  title: 'Sóng yếu',
  description: null,
  households: null,
  severity: 'moderate',
  level: 'hamlet',
  state: 'resolved',
  stateOn: '2026-11-20',
  raisedOn: '2026-11-10',
  dueOn: '2026-11-17',
  isOwn: true,
  answer: 'Đã lắp trạm.',
  directive: null,
};
// 18:30 on the 23rd in London is the 24th in Vietnam.
const told = (command: string, input: Record<string, unknown>) => ({
  command,
  input,
  at: '2026-11-23T18:30:00Z',
});
const raised = {
  id: newId(now),
  hamletId,
  kind: 'proposal',
  pillar: 'other',
  title: 'Xin máy in',
  severity: 'minor',
};

test('what chị Lan raises without a network stands in her list at once, on the day of Vietnam', () => {
  const [, mine] = withTold([answered], [told('obstacle.raise', raised)]);
  expect(mine).toMatchObject({
    title: 'Xin máy in',
    state: 'raised',
    raisedOn: '2026-11-24',
    dueOn: null,
    isOwn: true,
  });
  // Once the server has it, what it says stands.
  const known = { ...answered, id: raised.id, title: 'Xin máy in', dueOn: '2026-12-09' };
  expect(withTold([known], [told('obstacle.raise', raised)])).toEqual([known]);
});

test('what she confirms is closed; what is not solved goes up a level; what the drawing has not is left alone', () => {
  const after = (to: string, one = answered) =>
    withTold([one], [told('obstacle.move', { obstacleId: id, to, note: 'Vẫn yếu' })])[0];
  expect(after('confirmed')).toMatchObject({ state: 'confirmed', stateOn: '2026-11-24' });
  expect(after('escalated')).toMatchObject({ state: 'escalated', level: 'commune' });
  expect(after('triaged')).toEqual(answered);
  expect(after('confirmed', { ...answered, state: 'in_progress' })).toMatchObject({ state: 'in_progress' });
  expect(withTold([answered], [told('visit.record', { id }), told('obstacle.raise', { title: '' })])).toEqual(
    [answered],
  );
});
