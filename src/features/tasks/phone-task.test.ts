import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { nextStep, toDo, withTold, type PhoneTask } from './phone-task.ts';

const id = newId(new Date('2026-11-24T02:12:00Z'));
const task: PhoneTask = {
  id,
  hamletId: null,
  title: 'Phát tờ rơi',
  text: null,
  giver: 'Lê Văn Tư',
  dueOn: '2026-11-30',
  priority: 'normal',
  state: 'new',
  stateOn: '2026-11-20',
  note: null,
  checks: [
    { text: 'Nhận', done: false },
    { text: 'Phát', done: false },
  ],
  households: [],
  met: 0,
};
// 18:30 on the 23rd in London is the 24th in Vietnam.
const told = (command: string, input: Record<string, unknown>) => ({
  command,
  input: { taskId: id, ...input },
  at: '2026-11-23T18:30:00Z',
});

test('what chị Lan did without a network shows at once, on the day of Vietnam', () => {
  const [after] = withTold(
    [task],
    [
      told('task.move', { to: 'accepted' }),
      told('task.tick', { position: 2 }),
      told('task.move', { to: 'done', note: 'Xong' }),
    ],
  );
  expect(after).toMatchObject({
    state: 'done',
    stateOn: '2026-11-24',
    checks: [{ done: false }, { done: true }],
  });
  expect(toDo(withTold([task], []))).toEqual([task]);
  expect(toDo(after ? [after] : [])).toEqual([]);
});

test('a step that the drawing has not is left to the server, and other rooms’ words alone', () => {
  expect(
    withTold([task], [told('task.move', { to: 'done' }), told('visit.record', { to: 'accepted' })]),
  ).toEqual([task]);
});

test('the next step is to accept, then to say that it is done; then it is others’ turn', () => {
  expect(
    ['new', 'accepted', 'in_progress', 'returned', 'done', 'verified'].map((state) =>
      nextStep(state as 'new'),
    ),
  ).toEqual(['accepted', 'done', 'done', 'done', null, null]);
});

test('overdue and near ones come first, of one day the urgent', () => {
  const order = toDo([
    { ...task, id: 'c', dueOn: '2026-12-01' },
    { ...task, id: 'b', dueOn: '2026-11-25' },
    { ...task, id: 'a', dueOn: '2026-11-25', priority: 'high' },
  ]);
  expect(order.map((one) => one.id)).toEqual(['a', 'b', 'c']);
});
