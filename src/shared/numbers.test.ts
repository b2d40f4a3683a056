import { expect, it } from 'vitest';
import { formatCount, formatPercent, formatRate } from './numbers.ts';

it('writes numbers as Vietnam does, and what is not known as a dash', () => {
  expect(formatCount(6000)).toBe('6.000');
  expect(formatCount(0)).toBe('0');
  expect(formatCount(null)).toBe('—');
  expect(formatPercent(85.64)).toBe('85,6 %');
  expect(formatRate(5478, 6000)).toBe('91,3 %');
  expect(formatRate(0, 0)).toBe('—');
});

it('never rounds a target up to reached', () => {
  expect(formatRate(9996, 10_000)).toBe('99,9 %');
  expect(formatRate(1, 1)).toBe('100,0 %');
});
