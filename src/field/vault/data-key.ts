/** A store's data key, encrypted by another key. */
export interface Wrap {
  iv: Uint8Array<ArrayBuffer>;
  key: ArrayBuffer;
}

const use: KeyUsage[] = ['encrypt', 'decrypt'];

// A wrap that is put in place of another store's does not open.
const method = (iv: Uint8Array<ArrayBuffer>, storeId: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(`to-so data key ${storeId}`),
});

/** Makes the random key of a store; it leaves this module extractable only to be wrapped, and is then dropped. */
export async function newDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, use);
}

export async function wrapDataKey(dataKey: CryptoKey, by: CryptoKey, storeId: string): Promise<Wrap> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, key: await crypto.subtle.wrapKey('raw', dataKey, by, method(iv, storeId)) };
}

/**
 * The data key for work, which cannot be exported, or `forWrapping` it anew under another PIN; null when `by` is not the
 * key that wrapped it.
 */
export async function unwrapDataKey(
  wrap: Wrap,
  by: CryptoKey,
  storeId: string,
  { forWrapping = false } = {},
): Promise<CryptoKey | null> {
  const how = method(wrap.iv, storeId);
  try {
    return await crypto.subtle.unwrapKey('raw', wrap.key, by, how, 'AES-GCM', forWrapping, use);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
