import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dongInWords } from './dong-in-words.ts';
import { dong, dongNumber, formatDong, mostDong, plainDong, sumDong } from './dong.ts';

const some = fc.bigInt({ min: -mostDong, max: mostDong });

test('amounts read as 1.234.567 đ, and what is read is typed again as it stands', () => {
  expect(formatDong(1_234_567n)).toBe('1.234.567 đ');
  expect(formatDong(0n)).toBe('0 đ');
  expect(formatDong(-50_000n)).toBe('−50.000 đ');
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: mostDong }), (amount) => {
      for (const typed of [plainDong(amount), formatDong(amount), String(amount), amount])
        expect(dong(0n).parse(typed)).toBe(amount);
    }),
  );
});

test('fractions, words, signs and too much are refused, never rounded', () => {
  const wrong = [
    '',
    '1,5',
    '1.5',
    '1.50',
    '12.34.567',
    '1e6',
    '-5',
    '1,5 triệu',
    '0x10',
    '99999999999999',
    1.5,
  ];
  for (const typed of [...wrong, Number.NaN, 2 ** 60, null])
    expect(dong(0n).safeParse(typed).success).toBe(false);
  expect(dong(1n).safeParse('0').success).toBe(false);
});

test('sums are exact in any order, and taking away what was added leaves nothing', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 300 }), (amounts) => {
      const sum = sumDong(amounts);
      expect(sumDong(amounts.toReversed())).toBe(sum);
      expect(sumDong([...amounts, ...amounts.map((one) => -one)])).toBe(0n);
      expect(BigInt(dongNumber(sum))).toBe(sum);
    }),
  );
  expect(() => dongNumber(2n ** 60n)).toThrow(RangeError);
});

// By the rules of the language: mốt, tư and lăm after tens, "lẻ" for missing tens, "không trăm" for missing hundreds.
test.each([
  [0n, 'Không đồng'],
  [15n, 'Mười lăm đồng'],
  [21n, 'Hai mươi mốt đồng'],
  [104n, 'Một trăm lẻ bốn đồng'],
  [111n, 'Một trăm mười một đồng'],
  [1_000n, 'Một nghìn đồng'],
  [1_005n, 'Một nghìn không trăm lẻ năm đồng'],
  [300_000n, 'Ba trăm nghìn đồng'],
  [1_234_567n, 'Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng'],
  [1_050_000n, 'Một triệu không trăm năm mươi nghìn đồng'],
  [2_000_000_000n, 'Hai tỷ đồng'],
  [1_000_000_000_000n, 'Một nghìn tỷ đồng'],
  [1_002_000_000_000n, 'Một nghìn không trăm lẻ hai tỷ đồng'],
  [5_000_000_021n, 'Năm tỷ không trăm hai mươi mốt đồng'],
  [-500n, 'Âm năm trăm đồng'],
])('%s: %s', (amount, text) => {
  expect(dongInWords(amount)).toBe(text);
});

test('no two amounts have the same words', () => {
  fc.assert(
    fc.property(some, some, (one, other) => {
      expect(dongInWords(one) === dongInWords(other)).toBe(one === other);
    }),
  );
});
