import { expect, it } from 'vitest';
import { fewNames } from './few-names.ts';

it('names up to four, then the first three and how many more', () => {
  expect(fewNames(['A', 'B', 'C', 'D'], 'ấp')).toBe('A, B, C, D');
  expect(fewNames(['A', 'B', 'C', 'D', 'E'], 'ấp')).toBe('A, B, C và 2 ấp khác');
});
