import { describe, expect, it } from 'vitest';
import { dayOf } from '#shared/calendar.ts';
import { doneAt } from '#features/sync/model/moment.ts';
import { corrected, learned } from './phone-clock.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The last contact: Monday 23/11/2026, six in the evening in Vietnam. */
const contact = Date.parse('2026-11-23T11:00:00Z');
/** The visit: Tuesday, nine in the morning; sent at eight in the evening. */
const visit = Date.parse('2026-11-24T02:00:00Z');
const sending = Date.parse('2026-11-24T13:00:00Z');

/** When the server says that it was, of a phone whose clock was so far ahead (ms) at each of the three. */
function said(ahead: { contact: number; visit: number; sending: number }) {
  const known = learned(contact + ahead.contact, new Date(contact).toISOString());
  const clock = visit + ahead.visit;
  return doneAt(
    {
      at: corrected(clock, known).toISOString(),
      clock: new Date(clock).toISOString(),
      after: known.after,
    },
    { clock: new Date(sending + ahead.sending).toISOString(), now: new Date(sending) },
  );
}

describe('the day of a visit, whatever the phone’s clock says (F9)', () => {
  it.each([0, 400 * day, -10 * 365 * day, 3 * hour])('is right with a clock that is always %d off', (off) => {
    expect(said({ contact: off, visit: off, sending: off })).toEqual({ at: new Date(visit), isOff: false });
  });

  it.each([-day, -10 * 365 * day, 400 * day])(
    'is right with a clock that was moved by %d meanwhile',
    (off) => {
      const { at } = said({ contact: 0, visit: off, sending: off });
      expect([at, dayOf(at)]).toEqual([new Date(visit), '2026-11-24']);
    },
  );

  it('is right with a clock that was put right again before the sending, when it had been believed', () => {
    expect(said({ contact: 3 * hour, visit: 3 * hour, sending: 0 }).at).toEqual(new Date(visit));
  });

  it('lies between the contact and the sending, and is flagged, when nobody can know it', () => {
    const ahead = said({ contact: 0, visit: 400 * day, sending: 0 });
    const behind = said({ contact: 0, visit: -10 * 365 * day, sending: 0 });
    expect([ahead, behind]).toEqual([
      { at: new Date(sending), isOff: true },
      { at: new Date(contact), isOff: true },
    ]);
  });
});
