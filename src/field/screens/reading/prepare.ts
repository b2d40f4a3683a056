import type { Register } from '../../register/register.ts';

/** What an idle moment must still offer for one more household (ms). */
const enough = 3;

/**
 * Lets the register work out in idle moments what the next screens will ask, a household at a time, so that no search and no
 * target makes a slow phone hold its breath (P12). Gives what ends it.
 */
export function prepareIdly(register: Register): () => void {
  const steps = register.prepare();
  let handle = 0;
  const go = (moment: IdleDeadline) => {
    let isDone = false;
    while (!isDone && moment.timeRemaining() > enough) isDone = steps.next().done === true;
    if (!isDone) handle = requestIdleCallback(go);
  };
  handle = requestIdleCallback(go);
  return () => cancelIdleCallback(handle);
}
