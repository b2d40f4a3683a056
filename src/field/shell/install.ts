/** Chrome's own event; no standard describes it. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

type Listener = (canInstall: boolean) => void;

let kept: InstallPrompt | null = null;
const listeners = new Set<Listener>();

/**
 * Keeps Chrome's offer to install for our own button, so that it comes when somebody wants it and not over the first
 * screen. Called once at the start: Chrome offers early and only once.
 */
export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the event of that name is this one
    change(event as InstallPrompt);
  });
  addEventListener('appinstalled', () => change(null));
}

/** Tells at once, and at each change, whether the app can be put on the home screen; gives the way to stop. */
export function watchInstallOffer(listener: Listener): () => void {
  listeners.add(listener);
  listener(kept !== null);
  return () => void listeners.delete(listener);
}

/** Shows Chrome's own question. An offer serves once, whatever the answer. */
export async function install(): Promise<void> {
  const offer = kept;
  change(null);
  await offer?.prompt();
}

function change(offer: InstallPrompt | null): void {
  kept = offer;
  for (const listener of listeners) listener(offer !== null);
}
