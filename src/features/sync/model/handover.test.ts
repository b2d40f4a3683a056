import { describe, expect, it } from 'vitest';
import { toBase64 } from '#shared/base64.ts';
import { newId } from '#shared/ids.ts';
import { openHandover, readHandover, sealHandover } from './handover.ts';
import type { Operation } from './operation.ts';

const now = new Date('2026-11-25T02:00:00Z');
const key = toBase64(crypto.getRandomValues(new Uint8Array(32)));
const about = { deviceId: newId(now), accountId: newId(now), madeAt: now.toISOString() };
const operations = Array.from({ length: 300 }, (_, index): Operation => ({
  opId: newId(now),
  seq: index + 1,
  version: 1,
  command: 'visit.record',
  scope: newId(now),
  household: newId(now),
  input: { note: 'Bác Ba hẹn tuần sau quay lại' },
  base: null,
  revision: 7,
  at: now.toISOString(),
  clock: now.toISOString(),
  after: null,
}));
const content = { operations, clock: now.toISOString() };

describe('chị Lan’s broken phone hands over what it could not send', () => {
  it('gives the office everything back, with the key that the server keeps', async () => {
    const text = JSON.stringify(await sealHandover(about, content, key));
    const file = readHandover(text);
    expect(file).toMatchObject({ ...about, count: 300 });
    expect(await openHandover(file, key)).toEqual(content);
  });

  it('shows nothing of it to who finds the file', async () => {
    const text = JSON.stringify(await sealHandover(about, content, key));
    expect(text).not.toMatch(/visit|Bác Ba/);
    const other = toBase64(new Uint8Array(32).fill(1));
    await expect(openHandover(readHandover(text), other)).rejects.toMatchObject({ code: 'file.unreadable' });
  });

  it('never makes two files alike', async () => {
    const [one, two] = [await sealHandover(about, content, key), await sealHandover(about, content, key)];
    expect(one.salt).not.toBe(two.salt);
    expect(one.sealed.slice(0, 40)).not.toBe(two.sealed.slice(0, 40));
  });

  it('does not open when a letter was changed, inside or outside', async () => {
    const file = await sealHandover(about, content, key);
    const turned = file.sealed.startsWith('A') ? 'B' : 'A';
    for (const changed of [
      { ...file, sealed: turned + file.sealed.slice(1) },
      { ...file, sealed: file.sealed.slice(0, 40) },
      { ...file, count: 299 },
      { ...file, accountId: newId(now) },
      { ...file, madeAt: '2026-11-26T02:00:00.000Z' },
    ])
      await expect(openHandover(changed, key)).rejects.toMatchObject({ code: 'file.unreadable' });
  });

  it('is told from any other file, in words', () => {
    for (const text of ['', 'PK…', '{}', '[]', '{"format":"to-so-ban-giao","version":2}'])
      expect(() => readHandover(text)).toThrow('không phải tệp bàn giao');
  });

  it('is not made with a key that guards nothing', async () => {
    await expect(sealHandover(about, content, toBase64(new Uint8Array(16)))).rejects.toThrow('chưa có khóa');
    await expect(sealHandover(about, content, '')).rejects.toThrow('chưa có khóa');
  });
});
