import { beforeEach, describe, expect, it } from 'vitest';
import { dayInFuture } from '#features/registry/words.ts';
import type { PhoneHome } from '#features/sync/model/home.ts';
import {
  book,
  hamlet,
  homeId,
  makeHome,
  me,
  personId,
  today,
} from '../../../register/hamlet.test-support.ts';
import { Register } from '../../../register/register.ts';
import { personMove, placesFor } from './person-move.ts';
import * as words from './words.ts';

const other = me;
const living = (index: number, more: Partial<PhoneHome> = {}): PhoneHome => ({
  ...makeHome(index),
  state: 'living',
  ...more,
});
const homes = Array.from({ length: 12 }, (_, index) =>
  living(index, { address: `Nhà số${index}, đường Mương Khai` }),
);
let register: Register;

function tell(roles: Record<string, ['member' | 'hamlet_head']>): void {
  const hamlets = Object.entries(roles).map(([id, has]) => ({ id, name: 'Ấp Mẫu', roles: has }));
  register.setBook({ ...book, hamlets }, today);
}

beforeEach(() => {
  register = new Register(today);
  register.take(homes, []);
  tell({ [hamlet]: ['hamlet_head'] });
});
const found = (query: string, chosen = '') =>
  placesFor(register, { from: homes[0] as PhoneHome, query, chosen });
const idsOf = (given: ReturnType<typeof found>) => given.places.map((home) => home.id);

describe('where a person may go', () => {
  it('is shown when something is searched for: eight at most, never the household itself', () => {
    expect(idsOf(found(' '))).toEqual([]);
    const { places, more } = found('muong khai');
    expect([places.length, more]).toEqual([8, true]);
    expect(places.some((home) => home.id === homeId(0))).toBe(false);
    expect(idsOf(found('so3 muong khai'))).toEqual([homeId(3)]);
  });

  it('keeps what was chosen in sight, whatever is searched for after', () => {
    expect(idsOf(found('so3 muong khai', homeId(5)))).toEqual([homeId(5), homeId(3)]);
    expect(idsOf(found('so5 muong khai', homeId(5)))).toEqual([homeId(5)]);
    expect(idsOf(found('', homeId(5)))).toEqual([homeId(5)]);
  });

  it('is not a household that left, and none of a hamlet that somebody else leads', () => {
    register.take(
      [
        living(1, { address: 'Nhà số1, đường Mương Khai', state: 'moved_out' }),
        living(2, { address: 'Nhà số2, đường Mương Khai', hamletId: other }),
      ],
      [],
    );
    tell({ [hamlet]: ['hamlet_head'], [other]: ['member'] });
    expect(idsOf(found('so1 muong khai'))).not.toContain(homeId(1));
    expect(idsOf(found('so2 muong khai'))).not.toContain(homeId(2));
    tell({ [hamlet]: ['hamlet_head'], [other]: ['hamlet_head'] });
    expect(idsOf(found('so2 muong khai'))).toContain(homeId(2));
    tell({ [hamlet]: ['member'], [other]: ['hamlet_head'] });
    expect(idsOf(found('muong khai'))).toEqual([]);
  });
});

describe('what is told of it', () => {
  const typed = { toHouseholdId: homeId(3), relation: 'spouse', on: '05112026' };

  it('is the household, what they are there, and since when', () => {
    expect(personMove(typed, personId(0, 1), today)).toEqual({
      input: { residentId: personId(0, 1), toHouseholdId: homeId(3), relation: 'spouse', on: '2026-11-05' },
    });
  });

  it('says every thing that lacks at once; nobody becomes head by moving', () => {
    expect(personMove({ on: '2026-12-24', relation: 'head' }, personId(0, 1), today)).toEqual({
      problems: {
        toHouseholdId: words.chooseHousehold,
        relation: words.chooseRelation,
        on: dayInFuture,
      },
    });
  });
});
