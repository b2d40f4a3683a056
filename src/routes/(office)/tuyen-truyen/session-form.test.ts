import { expect, test } from 'vitest';
import { searchedHouseholds, sessionInput } from './session-form.ts';

const households = [
  { id: 'a', headName: 'Nguyễn Văn Dũng', groupName: '1' },
  { id: 'b', headName: 'Trần Thị Đẹp', groupName: '1' },
  { id: 'c', headName: 'Lê Văn Tư', groupName: '2' },
];

test('a search without accents finds, and what is ticked never gets lost', () => {
  expect(searchedHouseholds(households, [], 'dep').map((one) => one.id)).toEqual(['b']);
  expect(searchedHouseholds(households, ['c'], 'van dung').map((one) => one.id)).toEqual(['c', 'a']);
  expect(searchedHouseholds(households, ['c'], '').map((one) => one.id)).toEqual(['c', 'a', 'b']);
});

test('what belongs to the other way of counting is left out; a form without the choice stays as it is', () => {
  const typed = { form: 'meeting', householdIds: ['a'], estimatedPeople: '20', tim: 'dep' };
  expect(sessionInput({ ...typed, reach: 'estimated' })).toEqual({
    form: 'meeting',
    reach: 'estimated',
    householdIds: [],
    estimatedPeople: '20',
  });
  expect(sessionInput({ ...typed, reach: 'listed' })).toMatchObject({
    householdIds: ['a'],
    estimatedPeople: '',
  });
  expect(sessionInput(typed)).toEqual({ form: 'meeting', householdIds: ['a'], estimatedPeople: '20' });
});
