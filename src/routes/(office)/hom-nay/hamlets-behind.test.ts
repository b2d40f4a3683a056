import { expect, test } from 'vitest';
import { defaultDefinitions } from '#features/targets/default-definitions.ts';
import { hamletsBehind } from './hamlets-behind.ts';

const targetOf = (code: string, planLine: number, reached: Record<string, [number, number]>) => {
  const definition = defaultDefinitions.find((one) => one.code === code);
  if (!definition) throw new Error(code);
  const hamlets = Object.entries(reached).map(([name, [of, population]]) => ({
    id: name,
    name,
    namesVisible: true,
    figure: { population, reached: of, unknown: 0, uncertain: 0, left: population - of, rate: null },
  }));
  return { definition, planLine, hamlets };
};

test('the worst first, each with what it lacks against today', () => {
  const behind = hamletsBehind(
    [
      targetOf('T2', 90, { 'Ấp Mẫu 1': [90, 100], 'Ấp Mẫu 7': [45, 100], 'Ấp Mẫu 19': [60, 100] }),
      targetOf('T3', 72, { 'Ấp Mẫu 1': [61, 100], 'Ấp Mẫu 7': [70, 100], 'Ấp Mẫu 19': [36, 100] }),
    ],
    5,
  );
  // Ấp Mẫu 19 lacks a third of T2 and half of T3; Ấp Mẫu 7 half of T2; Ấp Mẫu 1 a little more than 15 % of T3.
  expect(behind.map((one) => [one.name, one.targets.map((few) => [few.code, few.missing])])).toEqual([
    [
      'Ấp Mẫu 19',
      [
        ['T3', 36],
        ['T2', 30],
      ],
    ],
    ['Ấp Mẫu 7', [['T2', 45]]],
    ['Ấp Mẫu 1', [['T3', 11]]],
  ]);
});

test('nobody to count, and groups of the commune, make no hamlet late', () => {
  expect(hamletsBehind([targetOf('T2', 90, { 'Ấp Mẫu 4': [0, 0] })], 5)).toEqual([]);
  expect(hamletsBehind([targetOf('T1', 4.5, { 'Ấp Mẫu 4': [0, 1] })], 5)).toEqual([]);
});
