import { expect, test } from 'vitest';
import { defaultTemplates } from '#features/reports/default-templates.ts';
import type { SumRow } from '#features/reports/model/commune-sum.ts';
import type { ReportFigure } from '#features/reports/model/figures.ts';
import { goalsOf } from './summary.ts';

const informed = (cumulative: number, population: number): ReportFigure => ({
  code: 'B2',
  part: 'B',
  title: 'Hộ được tuyên truyền',
  unit: 'hộ',
  figure: 'households_informed',
  kind: 'distinct',
  form: null,
  period: 5,
  cumulative,
  population,
  unknown: 3,
  change: 1,
  goal: { kind: 'rate', floor: 90, ambition: null },
  planned: 75,
  shows: { period: true, cumulative: true, rate: true },
});
const row = (name: string, figure: ReportFigure | null): SumRow => ({
  hamletId: name,
  name,
  report: figure && {
    id: name,
    version: 1,
    isAccepted: true,
    daysLate: 0,
    figures: new Map([[figure.code, figure]]),
  },
});
const summary = (...rows: SumRow[]) => goalsOf(rows, defaultTemplates.office);

test('ông Minh reads a rate of the sums, not a mean of rates; who is missing is not in it', () => {
  const [goal, ...others] = summary(
    row('Ấp Mẫu 1', informed(90, 100)),
    row('Ấp Mẫu 2', informed(12, 60)),
    row('Ấp Mẫu 3', null),
  );
  expect(others).toEqual([]);
  // 102 of 160 households; the mean of the two rates would be 55,0 %.
  expect(goal).toMatchObject({ figure: '63,7 %', note: '102/160 hộ, 6 chưa rõ', tone: 'late' });
  expect(goal?.bar).toMatchObject({ expected: 75, unknown: 3.75, goal: 90 });
  expect(goal?.more).toBe('Trong kỳ thêm 10 hộ. Thấp nhất: Ấp Mẫu 2 (20,0\u00a0%).');
});

test('a report without a line of the plan is neither ahead nor behind; one hamlet alone is not the lowest', () => {
  const [goal] = summary(row('Ấp Mẫu 1', { ...informed(10, 100), planned: null }));
  expect(goal).toMatchObject({ tone: 'ok', more: 'Trong kỳ thêm 5 hộ.' });
  const [far] = summary(row('Ấp Mẫu 1', informed(10, 100)));
  expect(far?.tone).toBe('late');
});
