import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { newDataKey } from './data-key.ts';
import { openSealed, sealValue, type Sealed } from './seal.ts';

let key: CryptoKey;
beforeAll(async () => {
  key = await newDataKey();
});

const house = { head: 'Trần Thị Thủy', address: 'Tổ 4, ấp Mẫu 1', residents: [{ birth: '1946' }] };
const list = Array.from({ length: 400 }, (_, n) => ({ ...house, code: `HM${n}` }));
const refused = async (place: string, sealed: Sealed): Promise<void> => {
  await expect(openSealed(key, place, sealed)).rejects.toMatchObject({
    code: 'unexpected',
    hasMessage: true,
  });
};

describe('a sealed value', () => {
  it('comes back as it was, whatever JSON it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.string({ unit: 'grapheme' }), async (json, place) => {
        const value: unknown = JSON.parse(json);
        const opened = await openSealed(key, place, await sealValue(key, place, value));
        expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });

  it('comes back with lone surrogates, NUL and __proto__', async () => {
    const value: unknown = JSON.parse('{"__proto__":{"x":1},"a":"\\ud800","b":"\\u0000\\u202e"}');
    const opened = await openSealed(key, 'meta', await sealValue(key, 'meta', value));
    expect(JSON.stringify(opened)).toBe(JSON.stringify(value));
  });

  it('is deflated when it is a long list, and comes back', async () => {
    const sealed = await sealValue(key, 'list:1', list);
    expect(sealed.length).toBeLessThan(JSON.stringify(list).length / 4);
    expect(await openSealed(key, 'list:1', sealed)).toEqual(list);
  });

  it('shows nothing of what it holds, and never the same bytes twice', async () => {
    const [one, two] = [
      await sealValue(key, 'household:1', house),
      await sealValue(key, 'household:1', house),
    ];
    expect(Buffer.from(one).includes('Thủy')).toBe(false);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  });

  it('is refused when any one bit of any byte was changed', async () => {
    for (const value of [house, list.slice(0, 250)]) {
      const sealed = await sealValue(key, 'household:1', value);
      await fc.assert(
        fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
          const changed = sealed.slice();
          changed[at] = (changed[at] ?? 0) ^ (1 << bit);
          await refused('household:1', changed);
        }),
        { numRuns: 300 },
      );
    }
    const sealed = await sealValue(key, 'household:1', house);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      await refused('household:1', changed);
    }
  });

  it('is refused when it was cut short, wherever', async () => {
    const sealed = await sealValue(key, 'household:1', house);
    for (let length = 0; length < sealed.length; length += 1) {
      await refused('household:1', sealed.slice(0, length));
    }
  });

  it('is refused in any other place: an encrypted record that was moved does not open', async () => {
    const sealed = await sealValue(key, 'household:1', house);
    await fc.assert(
      fc.asyncProperty(
        fc.string().filter((place) => place !== 'household:1'),
        async (place) => refused(place, sealed),
      ),
    );
  });

  it('is refused under another key', async () => {
    await refused('household:1', await sealValue(await newDataKey(), 'household:1', house));
  });

  it('is refused, not misread, when a newer app wrote it in a format of its own', async () => {
    const iv = new Uint8Array(12);
    const additionalData = new TextEncoder().encode('3 meta');
    const encrypted = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, iv);
    await refused('meta', new Uint8Array([3, ...iv, ...new Uint8Array(encrypted)]));
  });

  it('cannot be made of what is no JSON', async () => {
    await expect(sealValue(key, 'meta', undefined)).rejects.toThrow(TypeError);
  });
});
