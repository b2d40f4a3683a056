import { expect, test } from 'vitest';
import { inSentence } from './in-sentence.ts';

test.each([
  ['Rà soát thiết bị', 'rà soát thiết bị'],
  ['Đủ cả ba: VNeID, tài khoản', 'đủ cả ba: VNeID, tài khoản'],
  ['VNeID mức 2', 'VNeID mức 2'],
  ['UBND xã', 'UBND xã'],
  ['', ''],
])('“%s” in a sentence', (title, said) => expect(inSentence(title)).toBe(said));
