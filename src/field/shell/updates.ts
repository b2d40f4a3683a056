import type { WorkerMessage } from './worker-message.ts';

export interface UpdateRules {
  /** Whether the app may be loaded anew now: no form is open. Asked again until it may. */
  mayTakeOver: () => boolean;
  /** A new version is on the phone. Called once at most, and only while nothing is being filled in. */
  onReady: () => void;
}

const base = import.meta.env.BASE_URL;
/** An installed app stays open for days; when somebody looks at it again, it asks for news this often at most (ms). */
const askAgainAfter = 60 * 60 * 1000;
/** While a form is open, how often to look whether it is closed (ms). */
const lookAgainAfter = 1000;

let rules: UpdateRules = { mayTakeOver: () => true, onReady: () => undefined };
let registration: ServiceWorkerRegistration | null = null;
let told = false;
let asked = false;

/**
 * Registers the service worker, which brings the app onto the phone, and tells when a newer version waits there. On a
 * line that fails it does nothing: the next start tries again from where this one got to.
 */
export async function watchUpdates(given: UpdateRules): Promise<void> {
  rules = given;
  // Absent on plain http: the app works, but only with a network.
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let hadWorker = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (!hadWorker) {
      // The first visit: the worker begins for the very version that this page runs.
      hadWorker = true;
      return;
    }
    // Another page of the app may have asked for it; then this one is told like any other.
    if (asked) whenFree(() => location.reload());
    else tell();
  });
  try {
    registration = await serviceWorker.register(`${base}service-worker.js`, {
      scope: base,
      updateViaCache: 'none',
    });
  } catch {
    return;
  }
  follow(registration);
  const { active } = await serviceWorker.ready;
  if (active) send(active, { type: 'running', entry: new URL(import.meta.url).pathname });
}

/** Lets the new version begin as soon as no form is open; the page then loads anew. */
export function takeOver(): void {
  if (asked) return;
  asked = true;
  whenFree(() => {
    const waiting = registration?.waiting;
    if (waiting) send(waiting, { type: 'take-over' });
    else location.reload();
  });
}

function follow(registration: ServiceWorkerRegistration): void {
  const hasNews = () => registration.waiting !== null && navigator.serviceWorker.controller !== null;
  if (hasNews()) tell();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && hasNews()) tell();
    });
  });
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < askAgainAfter) return;
    askedAt = Date.now();
    // Without a network there is no news; the next look asks again.
    registration.update().catch(() => undefined);
  });
}

function tell(): void {
  if (told) return;
  told = true;
  whenFree(rules.onReady);
}

function whenFree(then: () => void): void {
  if (rules.mayTakeOver()) then();
  else setTimeout(() => whenFree(then), lookAgainAfter);
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window: it has no target origin
const send = (worker: ServiceWorker, message: WorkerMessage) => worker.postMessage(message);
