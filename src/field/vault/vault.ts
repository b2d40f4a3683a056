import { Problem } from '#shared/problem.ts';
import { openSealed, sealValue, type Sealed } from './seal.ts';
import { vaultLocked } from './words.ts';

/** Whose store it is. */
export interface VaultOwner {
  storeId: string;
  deviceId: string;
  accountId: string;
  displayName: string;
}

/** The opened store of one member: it holds the data key, in memory only, until it is locked. */
export class Vault {
  readonly owner: Readonly<VaultOwner>;
  #dataKey: CryptoKey | null;

  constructor(owner: VaultOwner, dataKey: CryptoKey) {
    this.owner = owner;
    this.#dataKey = dataKey;
  }

  get locked(): boolean {
    return this.#dataKey === null;
  }

  /** Encrypts a JSON value for its place; see `sealValue`. Throws `sign_in.required` once locked. */
  async seal(place: string, value: unknown): Promise<Sealed> {
    return sealValue(this.#key(), place, value);
  }

  /** Gives back what `seal` was given for the same place; see `openSealed`. Throws `sign_in.required` once locked. */
  async open<T>(place: string, sealed: Sealed): Promise<T> {
    return openSealed<T>(this.#key(), place, sealed);
  }

  /** Forgets the key. Nothing on the phone changes; what the screens still show is theirs to clear. */
  lock(): void {
    this.#dataKey = null;
  }

  #key(): CryptoKey {
    if (!this.#dataKey) throw new Problem('sign_in.required', { message: vaultLocked });
    return this.#dataKey;
  }
}
