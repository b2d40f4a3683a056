import { expect, test } from 'vitest';
import { fold } from '#shared/fold.ts';
import { typedBirth } from '../model/birth.ts';
import { likelyDoubles } from './likeness.ts';

const person = (fullName: string, birth: string) => {
  const typed = typedBirth(birth);
  if (typed === 'wrong') throw new Error(birth);
  return { fullName, name: fold(fullName), birth: typed, phone: null };
};
const pairs = (...people: ReturnType<typeof person>[]) =>
  likelyDoubles(people).map(([one, other]) => [one.fullName, other.fullName]);

test.each([
  ['Lê Thị Hoà', '1990', 'LE THI HÒA', '12/05/1990'],
  ['Lê Thị Hoà', '', 'Lê Thị Hòa', '12/05/1990'],
  ['Lê Thị Hoà', '05/1990', 'Lê Thị Hòa', '12/05/1990'],
])('%s born %s and %s born %s may be one person', (one, birth, other, otherBirth) => {
  expect(pairs(person(one, birth), person(other, otherBirth))).toEqual([[one, other]]);
});

test.each([
  ['Nguyễn Văn Út', '1950', 'Nguyễn Văn Út', '1975'],
  ['Nguyễn Văn Út', '12/05/1990', 'Nguyễn Văn Út', '13/05/1990'],
  ['Nguyễn Văn Út', '1990', 'Nguyễn Văn Tư', '1990'],
])('%s born %s and %s born %s are two', (one, birth, other, otherBirth) => {
  expect(pairs(person(one, birth), person(other, otherBirth))).toEqual([]);
});

test('three rows of one person are three pairs, the neighbours none', () => {
  const written = person('Lê Thị Đào', '1990');
  expect(pairs(written, person('Trần Út', '1990'), { ...written }, { ...written })).toHaveLength(3);
});
