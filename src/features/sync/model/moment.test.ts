import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected, learned, unknownClock } from '../../../field/store/phone-clock.ts';
import { doneAt } from './moment.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;
const start = Date.parse('2026-11-24T02:12:00Z');
const iso = (ms: number) => new Date(ms).toISOString();

/** How far a clock is ahead (ms): a little, hours, days, or years, either way. */
const skew = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -5 * minute, max: 5 * minute }),
  fc.integer({ min: -3 * day, max: 3 * day }),
  fc.constantFrom(-10 * year, 400 * day),
);
const span = fc.integer({ min: 0, max: 60 * day });

interface Story {
  /** From the last contact to the doing, and from there to the sending (ms). */
  worked: number;
  waited: number;
  atContact: number;
  atDoing: number;
  atSending: number;
}
const story = fc.record({
  worked: span,
  waited: span,
  atContact: skew,
  atDoing: skew,
  atSending: skew,
});

/** What the server makes of something done at a true moment by a phone whose clock was moved in between. */
function tell({ worked, waited, atContact, atDoing, atSending }: Story) {
  const trueMoment = start + worked;
  const now = trueMoment + waited;
  const clock = learned(start + atContact, iso(start));
  const told = corrected(trueMoment + atDoing, clock).getTime();
  const operation = { at: iso(told), clock: iso(trueMoment + atDoing), after: clock.after };
  const done = doneAt(operation, { clock: iso(now + atSending), now: new Date(now) });
  return { ...done, ms: done.at.getTime(), told, trueMoment, now };
}

describe('the moment of an operation (law 8, F9)', () => {
  it('is true while the clock stays as it was at the last contact, however wrong it is', () => {
    fc.assert(
      fc.property(story, (told) => {
        const done = tell({ ...told, atDoing: told.atContact });
        expect([done.ms, done.isOff]).toEqual([done.trueMoment, false]);
      }),
    );
  });

  it('is true when the clock was moved before, if what it says cannot be, and it stayed so until the sending', () => {
    fc.assert(
      fc.property(story, (told) => {
        const done = tell({ ...told, atSending: told.atDoing });
        fc.pre(done.told < start || done.told > done.now);
        expect(done.ms).toBe(done.trueMoment);
      }),
    );
  });

  it('lies between what the server last said and now, whatever the clock did', () => {
    fc.assert(
      fc.property(story, (told) => {
        const done = tell(told);
        expect(done.ms).toBeGreaterThanOrEqual(start);
        expect(done.ms).toBeLessThanOrEqual(done.now);
      }),
    );
  });

  it('is called off when the phone said a moment more than a day away', () => {
    fc.assert(
      fc.property(story, (told) => {
        const done = tell(told);
        if (Math.abs(done.ms - done.told) > day) expect(done.isOff).toBe(true);
      }),
    );
  });

  it('of a phone that has never heard the server is not later than now', () => {
    const ahead = corrected(start + 400 * day, unknownClock);
    const operation = { at: ahead.toISOString(), clock: ahead.toISOString(), after: null };
    const done = doneAt(operation, { clock: iso(start + 400 * day + minute), now: new Date(start + minute) });
    expect(done).toEqual({ at: new Date(start), isOff: true });
  });
});
