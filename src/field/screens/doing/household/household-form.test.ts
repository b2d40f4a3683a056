import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { dayInFuture } from '#features/registry/words.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import {
  emptyHousehold,
  householdCorrection,
  householdFrom,
  moveFrom,
  nobody,
  responsibleFrom,
  startOfHouseholdCorrection,
  stateChange,
} from './household-form.ts';
import * as words from './words.ts';

const now = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const [id, hamletId, first, second, third] = [newId(now), newId(now), newId(now), newId(now), newId(now)];
const home: PhoneHome = {
  id,
  hamletId,
  code: '01-0001',
  groupName: 'Tổ 3',
  address: null,
  phone: '0912345678',
  headId: first,
  statedSize: 4,
  state: 'living',
  hasSmartphone: 'unknown',
  hasInternet: 'no',
  note: null,
  poverty: null,
  responsibleId: null,
  people: [],
  visits: [],
  gatherings: [],
  helper: null,
};

describe('a new household', () => {
  const start = { ...emptyHousehold(() => newId(now), hamletId), id };
  const people = [first, second, third];

  it('has a head; a line without a name is nobody', () => {
    const typed = { ...start, 'residents.0.fullName': 'Lê Văn Tám', 'residents.2.fullName': 'Lê Thị Bé' };
    const read = householdFrom(typed, { people, today });
    expect(read).toMatchObject({
      input: {
        id,
        hamletId,
        residents: [
          { id: first, fullName: 'Lê Văn Tám', relation: 'head' },
          { id: third, fullName: 'Lê Thị Bé', relation: 'other' },
        ],
      },
    });
  });

  it('says what is wrong beside the line in which it is', () => {
    const typed = { ...start, phone: '12', 'residents.1.fullName': 'Bé', 'residents.1.birth': '31/02/2020' };
    const read = householdFrom(typed, { people, today });
    expect(Object.keys('problems' in read ? read.problems : {}).sort()).toEqual([
      'phone',
      'residents.0.fullName',
      'residents.1.birth',
    ]);
  });
});

describe('a household of the register', () => {
  const start = startOfHouseholdCorrection(home);

  it('is corrected field by field, with what was shown', () => {
    expect(householdCorrection(start, id)).toEqual({ input: null });
    const typed = { ...start, address: 'Cạnh chợ', statedSize: '', hasInternet: 'yes' };
    expect(householdCorrection(typed, id)).toEqual({
      input: {
        input: { householdId: id, address: 'Cạnh chợ', statedSize: null, hasInternet: 'yes' },
        base: { address: null, statedSize: 4, hasInternet: 'no' },
      },
    });
  });

  it('changes its state or its hamlet on a day that has come', () => {
    expect(stateChange({ on: today }, id, today)).toEqual({ problems: { state: words.chooseState } });
    expect(stateChange({ state: 'away', on: '24/11/2026' }, id, today)).toEqual({
      problems: { on: dayInFuture },
    });
    expect(stateChange({ state: 'away', on: '22112026' }, id, today)).toEqual({
      input: { householdId: id, state: 'away', on: '2026-11-22' },
    });
    expect(moveFrom({ on: today }, id, today)).toEqual({ problems: { hamletId: words.chooseHamlet } });
    expect(moveFrom({ hamletId, groupName: 'Tổ 1', on: today }, id, today)).toEqual({
      input: { householdId: id, hamletId, groupName: 'Tổ 1', address: null, on: today },
    });
  });
});

describe('who looks after a household', () => {
  it('is chosen, or nobody; what stands already is not told again', () => {
    const chosen = (memberId: string, responsibleId: string | null = null) =>
      responsibleFrom({ memberId }, { id, responsibleId });
    expect(chosen('')).toEqual({ problems: { memberId: words.responsibleChoose } });
    expect(chosen(first)).toEqual({ input: { householdIds: [id], memberId: first } });
    expect(chosen(nobody, first)).toEqual({ input: { householdIds: [id], memberId: null } });
    for (const given of [chosen(first, first), chosen(nobody)])
      expect(given).toEqual({ problems: { memberId: words.responsibleSame } });
  });
});
