import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { dayInFuture, householdsNeeded, peopleNeeded } from '#features/outreach/words.ts';
import type { CatalogueItem } from '#features/sync/model/book.ts';
import { outreachFrom, reachOf } from './outreach-input.ts';
import * as words from './words.ts';

const now = new Date('2026-11-23T02:00:00Z');
const [id, hamletId, one, other] = [newId(now), newId(now), newId(now), newId(now)];
const form = (code: string, mass: boolean): CatalogueItem => ({
  kind: 'outreach_form',
  code,
  name: code,
  retired: false,
  details: { mass },
});
const catalogue = [form('hamlet_meeting', false), form('loudspeaker', true)];
const start = { id, hamletId, dayPick: '', reach: 'listed', householdIds: [one, other] };
const told = (more: Record<string, string | string[]>) => {
  const given = { catalogue, today: '2026-11-23', planStartsOn: '2026-01-01' };
  const read = outreachFrom({ ...start, ...more }, given);
  return 'input' in read ? read.input : read.problems;
};

describe('a meeting', () => {
  it('names the households that were ticked', () => {
    expect(told({ form: 'hamlet_meeting' })).toEqual({
      id,
      hamletId,
      form: 'hamlet_meeting',
      reach: 'listed',
      householdIds: [one, other],
    });
  });

  it('on the loudspeaker names nobody, whatever was ticked before', () => {
    expect(reachOf({ ...start, form: 'loudspeaker' }, catalogue)).toBe('estimated');
    expect(told({ form: 'loudspeaker', estimatedPeople: '120' })).toEqual({
      id,
      hamletId,
      form: 'loudspeaker',
      reach: 'estimated',
      estimatedPeople: 120,
    });
  });

  it('says what is missing', () => {
    expect(told({})).toMatchObject({ form: words.formNeeded });
    expect(told({ form: 'hamlet_meeting', householdIds: [] })).toEqual({ householdIds: householdsNeeded });
    expect(told({ form: 'loudspeaker' })).toEqual({ estimatedPeople: peopleNeeded });
    expect(told({ form: 'hamlet_meeting', dayPick: 'khac', heldOn: '24112026' })).toEqual({
      heldOn: dayInFuture,
    });
  });
});
