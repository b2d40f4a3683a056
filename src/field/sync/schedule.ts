/** When the phone exchanges with the server: at once when there is something to send, calmly otherwise, never while nobody looks (line 13). */
export interface Schedule {
  /** Something was written down: send it soon. */
  soon(): void;
  /** Somebody asked: now, and the waiting after failures begins anew. */
  now(): void;
  stop(): void;
}

/** Several things written within a breath go out together (ms). */
const breath = 1500;
/** While the app is looked at, news is asked for this often (ms). */
const calm = 10 * 60 * 1000;
/** After a failure: twice as long each time, up to the calm (ms). */
const firstWait = 5000;

/** `run` does one exchange and says whether the server was reached; it is never called twice at once. */
export function keepSchedule(run: () => Promise<boolean>): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let running = false;
  let again = false;
  let stopped = false;

  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void go(), ms);
  };
  const go = async () => {
    // A hidden page sleeps; it goes on when somebody looks again.
    if (stopped || document.visibilityState === 'hidden') return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    const reached = await run().catch(() => false);
    running = false;
    failures = reached ? 0 : failures + 1;
    const wait = reached ? calm : Math.min(calm, firstWait * 2 ** Math.min(failures - 1, 7));
    later(again && reached ? breath : wait);
    again = false;
  };
  const now = () => {
    failures = 0;
    later(0);
  };
  const shown = () => {
    if (document.visibilityState === 'visible') now();
  };
  addEventListener('online', now);
  document.addEventListener('visibilitychange', shown);
  later(0);
  return {
    now,
    soon: () => (running ? (again = true) : later(breath)),
    stop() {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', shown);
    },
  };
}
