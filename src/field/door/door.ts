import type { Server } from '../sync/server.ts';
import type { Phone } from '../vault/phone.ts';
import type { Vault } from '../vault/vault.ts';

/** What the door needs, and whom it tells that a store is open; `token`: a new one of the server, after signing in. */
export interface DoorGiven {
  phone: Phone;
  server: Server;
  opened: (vault: Vault, token?: string) => Promise<void>;
}
