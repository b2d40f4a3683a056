import { expect, test } from 'vitest';
import { isTorn } from './torn-log.ts';

/** As LevelDB writes it (doc/log_format.md): checksum 4, length 2 (little-endian), kind 1 (1 whole, 2 first, 3 middle, 4 last), body. */
const record = (kind: number, length: number) =>
  Buffer.concat([Buffer.from([9, 9, 9, 9, length & 255, length >> 8, kind]), Buffer.alloc(length, 7)]);

test('a log that ends with a whole record, or in the midst of one', () => {
  const whole = Buffer.concat([record(1, 100), record(1, 3)]);
  expect(isTorn(Buffer.alloc(0))).toBe(false);
  expect(isTorn(whole)).toBe(false);
  // Wherever it is cut off, but between its two records.
  for (let cut = 1; cut < whole.length; cut += 1) expect(isTorn(whole.subarray(0, cut))).toBe(cut !== 107);
});

test('records that go over blocks', () => {
  const first = record(2, 32_768 - 7 - 20);
  const second = record(3, 13);
  const last = record(4, 50);
  expect(first.length + second.length).toBe(32_768);
  expect(isTorn(Buffer.concat([first, second, last]))).toBe(false);
  expect(isTorn(Buffer.concat([first, second]))).toBe(true);
  expect(isTorn(first)).toBe(true);
  // Too little is left of the block for a head: zeros, and the next record in the next block.
  const long = record(1, 32_768 - 7 - 4);
  expect(isTorn(Buffer.concat([long, Buffer.alloc(4), record(1, 5)]))).toBe(false);
});
