import { expect, test } from 'vitest';
import { isToTick, tickedNow, type ClassOnPhone } from '#features/training/model/phone-training.ts';
import { marksFrom, startOf } from './attendance-form.ts';

const one: ClassOnPhone = {
  id: 'lop',
  name: 'VNeID',
  on: '2026-11-24',
  at: '07:30',
  where: 'Văn phòng ấp',
  trainees: [
    { memberId: 'lan', name: 'Nguyễn Thị Lan', attended: null },
    { memberId: 'tu', name: 'Lê Văn Tư', attended: false },
  ],
};
const told = (classId: string, ...marks: unknown[]) => ({
  command: 'class.mark_attendance',
  input: { classId, marks },
});

test('what waits on the phone lies over what the server sent; the last word of the owner stands', () => {
  const operations = [
    told('lop', { memberId: 'lan', attended: true }, { memberId: 'tu', attended: true }),
    told('khac', { memberId: 'lan', attended: false }),
    told('lop', { memberId: 'tu', attended: false }, { memberId: 'la', attended: true }),
  ];
  expect([...tickedNow(one, operations)]).toEqual([
    ['lan', true],
    ['tu', false],
  ]);
  expect([...tickedNow(one, [])]).toEqual([
    ['lan', null],
    ['tu', false],
  ]);
});

test('a class waits to be ticked from its day on, for a week, while somebody is not ticked', () => {
  const open = tickedNow(one, []);
  expect(isToTick(one, open, '2026-11-24', '2026-11-17')).toBe(true);
  expect(isToTick(one, open, '2026-11-23', '2026-11-16')).toBe(false);
  expect(isToTick(one, open, '2026-12-02', '2026-11-25')).toBe(false);
  const done = tickedNow(one, [told('lop', { memberId: 'lan', attended: true })]);
  expect(isToTick(one, done, '2026-11-24', '2026-11-17')).toBe(false);
});

test('the form sends who has an answer, and nothing when nobody has', () => {
  expect(startOf(tickedNow(one, []))).toEqual({ co_mat_tu: 'no' });
  expect(marksFrom({ co_mat_lan: 'yes', co_mat_tu: 'no' }, one)).toEqual({
    classId: 'lop',
    marks: [
      { memberId: 'lan', attended: true },
      { memberId: 'tu', attended: false },
    ],
  });
  expect(marksFrom({}, one)).toBeNull();
});
