import type { Register } from '../register/register.ts';
import type { MemberStore } from '../store/member-store.ts';

/** What an idle moment must still offer for one more household (ms). */
const enough = 3;

const idleMoment = () => new Promise<IdleDeadline>((come) => requestIdleCallback(come));

/**
 * Does in idle moments what somebody would wait for later: the register works out what the next screens will ask, a household at a
 * time, so that no search and no target makes a slow phone hold its breath (P12); then the households are packed for the next
 * start, if `mayPack`. Gives what ends it.
 */
export function workAhead(register: Register, store: MemberStore, mayPack: () => boolean): () => void {
  const end = new AbortController();
  const go = async () => {
    const steps = register.prepare();
    for (let isDone = false; !isDone;) {
      const moment = await idleMoment();
      if (end.signal.aborted) return;
      while (!isDone && moment.timeRemaining() > enough) isDone = steps.next().done === true;
    }
    if (mayPack()) await store.pack(register.serverHomes(), idleMoment);
  };
  // The store may be closed meanwhile, or the phone full: what is done ahead can be left undone.
  void go().catch(() => {});
  return () => end.abort();
}
