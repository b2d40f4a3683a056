import { describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { secretFound, dayInFuture, nextBeforeVisit } from '#features/visits/words.ts';
import { outcomeNeeded } from '#features/visits/page-words.ts';
import { somebodyElse } from '#features/visits/visit-form.ts';
import type { Typed } from '../form/typed.ts';
import { emptyVisit, learnedOf, nobodyFrom, ownOutcome, restoreVisit, visitFrom } from './visit-input.ts';
import * as words from './words.ts';

const at = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const [visitId, householdId, baHue, anhKhoa] = [newId(at), newId(at), newId(at), newId(at)];
const given = { householdId, today };
const typed = (more: Typed): Typed => ({ ...emptyVisit(visitId), ...more });
const told = (more: Typed) => {
  const read = visitFrom(typed(more), given);
  return 'input' in read ? read.input : read.problems;
};

describe('a visit as chị Lan taps it', () => {
  it('is one person, one platform, one outcome; what nobody said is not told', () => {
    expect(told({ met: [baHue], shown: ['vneid'], outcome: 'activated' })).toEqual({
      id: visitId,
      householdId,
      met: 'someone',
      metResidents: [baHue],
      form: 'home_visit',
      guidances: [{ residentId: baHue, platform: 'vneid', outcome: 'activated' }],
    });
  });

  it('one outcome holds for everybody and everything; whoever differs is set apart', () => {
    const visit = told({
      met: [baHue, anhKhoa],
      shown: ['vneid', 'dvc'],
      outcome: 'activated',
      [ownOutcome(baHue, 'dvc')]: 'practised',
      [ownOutcome(anhKhoa, 'vneid')]: 'khong',
    });
    expect(visit['guidances']).toEqual([
      { residentId: baHue, platform: 'vneid', outcome: 'activated' },
      { residentId: baHue, platform: 'dvc', outcome: 'practised' },
      { residentId: anhKhoa, platform: 'dvc', outcome: 'activated' },
    ]);
  });

  it('claims no outcome that nobody chose, and nobody who was not met', () => {
    expect(told({ met: [baHue], shown: ['vneid'] })).toEqual({ outcome: outcomeNeeded });
    expect(told({ shown: [] })).toEqual({ met: words.whoMetNeeded });
  });

  it('may be a talk only, also with a neighbour who is in no register', () => {
    expect(told({ met: [somebodyElse], shown: [] })).toEqual({
      id: visitId,
      householdId,
      met: 'someone',
      form: 'home_visit',
    });
    const shown = told({ met: [somebodyElse], shown: ['vneid'], outcome: 'practised' });
    expect(shown['guidances']).toEqual([{ residentId: null, platform: 'vneid', outcome: 'practised' }]);
  });

  it('keeps what was learned of somebody who was met, and forgets it when they were not', () => {
    const learned = { [`${learnedOf(baHue)}vneid`]: 'installed', [`${learnedOf(baHue)}source`]: 'shown' };
    expect(told({ met: [baHue], ...learned })['records']).toMatchObject([
      { residentId: baHue, source: 'shown', vneid: 'installed' },
    ]);
    expect(told({ met: [anhKhoa], ...learned })['records']).toBeUndefined();
  });

  it('refuses a note with a one-time code beside the note', () => {
    expect(told({ met: [baHue], note: 'mã OTP là 123456' })).toEqual({ note: secretFound.one_time_code });
  });

  it('knows its days: typed without slashes, not in the future, the next one not before', () => {
    const paper = { met: [baHue], dayPick: 'khac' };
    expect(told({ ...paper, visitedOn: '20112026' })['visitedOn']).toBe('2026-11-20');
    expect(told({ ...paper, visitedOn: '24/11/2026' })).toEqual({ visitedOn: dayInFuture });
    expect(told({ met: [baHue], nextPick: 'khac', nextOn: '22112026' })).toEqual({ nextOn: nextBeforeVisit });
    expect(told({ met: [baHue], nextPick: '2026-11-30' })['nextOn']).toBe('2026-11-30');
    expect(told({ met: [baHue], nextPick: 'khac', nextOn: '' })).toHaveProperty('nextOn');
    expect(told({ met: [baHue] })).not.toHaveProperty('visitedOn');
  });
});

describe('nobody there', () => {
  it('is told with nothing but an appointment', () => {
    const read = nobodyFrom({ id: visitId, nextPick: '2026-11-30' }, given);
    expect(read).toEqual({
      input: { id: visitId, householdId, met: 'nobody', form: 'home_visit', nextOn: '2026-11-30' },
    });
  });
});

describe('a visit that was left unfinished', () => {
  const begun = (day: string, more: Typed = {}) =>
    restoreVisit({ startedAt: `${day}T09:12:00+07:00`, typed: typed({ met: [baHue], ...more }) }, today);

  it('is of today when it was begun today', () => {
    expect(begun(today)['dayPick']).toBe('');
  });

  it('is of the day on which it was begun, and its chosen days stay what they were', () => {
    expect(begun('2026-11-21', { nextPick: '2026-11-28' })).toMatchObject({
      dayPick: 'khac',
      visitedOn: '2026-11-21',
      nextPick: 'khac',
      nextOn: '2026-11-28',
    });
    expect(begun('2026-11-21', { dayPick: '2026-11-20' })['visitedOn']).toBe('2026-11-20');
  });
});
