import type { SessionEnd } from '../session/session.svelte.ts';
import type { Server, ServerKeys } from '../sync/server.ts';
import type { Phone } from '../vault/phone.ts';
import type { Vault } from '../vault/vault.ts';

/** How the last session on this phone ended, and whose it was. */
export interface Farewell {
  end: SessionEnd;
  storeId: string;
}

/** What the door needs, and whom it tells that a store is open; `keys`: after a sign-in. */
export interface DoorGiven {
  phone: Phone;
  server: Server;
  farewell: Farewell | null;
  /** Its first page is there. */
  drawn: () => void;
  opened: (vault: Vault, keys?: ServerKeys) => Promise<void>;
}
