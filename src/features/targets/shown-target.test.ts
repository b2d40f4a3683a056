import { expect, test } from 'vitest';
import { defaultDefinitions } from './default-definitions.ts';
import type { TargetDefinition } from './definition.ts';
import { forecastOf, type Figure } from './figures.ts';
import { leftText, showTarget } from './shown-target.ts';

const target = (code: string): TargetDefinition => {
  const found = defaultDefinitions.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const figure = (population: number, reached: number, unknown = 0): Figure => ({
  population,
  reached,
  unknown,
  uncertain: 0,
});
const plan = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

test('who is left is said in the unit and in what they lack, the unknown among them', () => {
  expect(leftText(target('T2'), figure(6000, 5545))).toBe('Còn 455 hộ chưa được gặp');
  expect(leftText(target('T5'), figure(1708, 950, 416))).toBe(
    'Còn 758 người chưa có đủ, trong đó 416 chưa rõ',
  );
  expect(leftText(target('T2'), figure(20, 20))).toBeNull();
});

test('a rate below the plan line says by how many households, and how many until the floor', () => {
  const shown = showTarget(target('T3'), figure(576, 400), 71.7, null, '2026-09-20');
  // 71,7 % of 576 are 413 households; 80 % are 461.
  expect(shown.chip).toEqual({ kind: 'wait', label: 'Chậm 13 hộ' });
  expect(shown.toGoalText).toBe('Còn 61 hộ nữa là tới 80 %');
  expect(shown.figure).toBe('69,4 %');
  expect(shown.bar).toMatchObject({ max: 100, expected: 71.7, goal: [80, 90] });
});

test('99,96 % of 100 % is not reached', () => {
  const shown = showTarget(target('T2'), figure(5000, 4998), 50, null, '2026-07-01');
  expect(shown.figure).toBe('99,9 %');
  expect(shown.toGoal).toBe(2);
  expect(shown.chip.label).toBe('Đúng tiến độ');
  expect(showTarget(target('T2'), figure(5000, 5000), 50, null, '2026-07-01').chip.label).toBe('Đã đạt');
});

test('a count is told in its own number, never in percent', () => {
  const shown = showTarget(target('T1'), figure(6, 4), 4.48, null, '2026-11-23');
  expect(shown.figure).toBe('4/5 mô hình');
  expect(shown.toGoalText).toBe('Còn 1 mô hình nữa là đủ 5');
  expect(shown.plan).toBe('Hôm nay theo kế hoạch nên có 5 mô hình');
});

test('nobody in the population is said so, and is neither reached nor late', () => {
  const shown = showTarget(target('T2'), figure(0, 0), 90, null, '2026-11-23');
  expect(shown.figure).toBe('—');
  expect(shown.note).toBe('Chưa có hộ nào thuộc diện này');
  expect(shown.tone).toBe('ok');
});

test('the forecast is told in words, cut down, with the weeks that it looks back', () => {
  const now = figure(1000, 800);
  const forecast = forecastOf(target('T2').goal, now, '2026-11-24', { on: '2026-09-29', reached: 680 }, plan);
  // 120 households in 56 days; 37 days are left: 79 more.
  expect(showTarget(target('T2'), now, 89.8, forecast, '2026-11-24').forecast).toBe(
    'Theo đà 8 tuần qua, cuối năm đạt khoảng 87 %; mỗi tuần thêm 15 hộ.',
  );
});
