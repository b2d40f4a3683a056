import type { Operation } from './operation.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** When an operation was done, as far as anybody can tell; `isOff`: the phone said a moment more than a day away from it. */
export interface DoneAt {
  at: Date;
  isOff: boolean;
}

/**
 * The moment of an operation, by the server's clock (law 8). The phone corrected its clock by what the server had told it
 * last; that is believed when it lies between that telling and now. Otherwise the clock was moved since: then what it is off
 * by now is taken. If that cannot be either, the nearest moment that can.
 */
export function doneAt(
  operation: Pick<Operation, 'at' | 'clock' | 'after'>,
  sent: { clock: string; now: Date },
): DoneAt {
  const now = sent.now.getTime();
  const after = operation.after === null ? 0 : Math.min(Date.parse(operation.after), now);
  const told = Date.parse(operation.at);
  const can = (moment: number) => moment >= after && moment <= now;
  const byClockNow = Date.parse(operation.clock) + now - Date.parse(sent.clock);
  const at = can(told) ? told : can(byClockNow) ? byClockNow : Math.min(Math.max(told, after), now);
  const isOff = Math.abs(at - told) > dayMs || (!can(told) && Math.abs(at - byClockNow) > dayMs);
  return { at: new Date(at), isOff };
}
