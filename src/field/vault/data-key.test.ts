import { describe, expect, it } from 'vitest';
import { newDataKey, unwrapDataKey, wrapDataKey } from './data-key.ts';
import { keyFromRecovery } from './pin-key.ts';
import { recoveryKey } from './fresh-phone.test-support.ts';

describe('the data key of a store', () => {
  it('comes back for work without being exportable, and exportable only to be wrapped anew', async () => {
    const by = await keyFromRecovery(recoveryKey(), 'store-1');
    const wrap = await wrapDataKey(await newDataKey(), by, 'store-1');
    expect((await unwrapDataKey(wrap, by, 'store-1'))?.extractable).toBe(false);
    expect((await unwrapDataKey(wrap, by, 'store-1', { forWrapping: true }))?.extractable).toBe(true);
  });

  it('does not come back by another key, for another store, or from a changed wrap', async () => {
    const by = await keyFromRecovery(recoveryKey(), 'store-1');
    const wrap = await wrapDataKey(await newDataKey(), by, 'store-1');
    expect(await unwrapDataKey(wrap, await keyFromRecovery(recoveryKey(8), 'store-1'), 'store-1')).toBeNull();
    expect(await unwrapDataKey(wrap, await keyFromRecovery(recoveryKey(), 'store-2'), 'store-1')).toBeNull();
    expect(await unwrapDataKey(wrap, by, 'store-2')).toBeNull();
    const changed = new Uint8Array(wrap.key.slice(0));
    changed[5] = (changed[5] ?? 0) ^ 1;
    expect(await unwrapDataKey({ ...wrap, key: changed.buffer }, by, 'store-1')).toBeNull();
  });
});
