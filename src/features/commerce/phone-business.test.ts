import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { nextOf, withRecorded, type PhoneBusiness } from './phone-business.ts';

const now = new Date('2026-11-24T02:12:00Z');
const bay: PhoneBusiness = {
  id: newId(now),
  hamletId: newId(now),
  kind: 'producer',
  name: 'Mắm bà Bảy',
  products: 'Mắm cá linh',
  contactName: null,
  done: [{ step: 'account', doneOn: '2026-11-01', marketplace: null }],
  isCommitted: false,
};
// 18:30 on the 23rd in London is the 24th in Vietnam.
const told = (input: object, command = 'business.record_step') => ({
  command,
  input: { id: newId(now), businessId: bay.id, ...input },
  at: '2026-11-23T18:30:00Z',
});

test('what chị Lan records without a network stands on her phone at once, on the day of Vietnam', () => {
  const [one] = withRecorded([bay], [told({ step: 'shop', marketplace: 'buudien' })]);
  expect(one?.done.at(-1)).toEqual({
    step: 'shop',
    doneOn: '2026-11-24',
    marketplace: 'buudien',
    isUnsent: true,
  });
  // Nobody is held to the order: what helps most next is still the first that is missing.
  expect(one && nextOf(one)).toBe('e_payment');
});

test('what the server knows already stays as the server has it, and what is no step changes nothing', () => {
  expect(withRecorded([bay], [told({ step: 'account' })])).toEqual([bay]);
  expect(withRecorded([bay], [told({ step: 'x' }), told({ step: 'photo' }, 'visit.record')])).toEqual([bay]);
  expect(withRecorded([bay], [told({ step: 'photo', businessId: newId(now) })])).toEqual([bay]);
});
