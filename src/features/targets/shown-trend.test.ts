import { describe, expect, it } from 'vitest';
import { defaultDefinitions } from './default-definitions.ts';
import { noFigure } from './figures.ts';
import { showTrend } from './shown-trend.ts';

const plan = { startsOn: '2026-01-01', endsOn: '2026-12-31' };
const definition = (code: string) => {
  const found = defaultDefinitions.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const point = (month: string, day: string, population: number, reached: number) => ({
  month,
  day,
  figure: { ...noFigure, population, reached },
});

describe('a curve', () => {
  it('of a rate is in percent, with the plan of each month beside it, and breaks where nobody was counted', () => {
    const shown = showTrend(
      definition('T2'),
      [
        { month: '2026-01', day: '2026-01-31', figure: null },
        point('2026-02', '2026-02-28', 0, 0),
        point('2026-03', '2026-03-31', 200, 41),
        point('2026-12', '2026-12-31', 200, 150),
      ],
      plan,
    );
    expect(shown?.points.map(({ label, value }) => [label, value])).toEqual([
      ['T1', null],
      ['T2', null],
      ['T3', 20.5],
      ['T12', 75],
    ]);
    expect(shown?.points.at(-1)?.plan).toBe(100);
    expect(shown?.points[0]?.plan).toBeCloseTo((100 * 31) / 365);
    expect(shown?.text).toMatch(/từ 20,5 % \(T3\) đến 75,0 % \(T12\)$/);
    expect(shown?.max).toBe(100);
  });

  it('of a number counts what is there: none is 0', () => {
    const shown = showTrend(
      definition('T1'),
      [point('2026-04', '2026-04-30', 0, 0), point('2026-05', '2026-05-31', 6, 5)],
      plan,
    );
    expect(shown?.points.map(({ value }) => value)).toEqual([0, 5]);
    expect(shown?.kind).toBe('count');
  });

  it('is none when one month only is known', () => {
    const lone = [
      { month: '2026-01', day: '2026-01-31', figure: null },
      point('2026-02', '2026-02-28', 9, 3),
    ];
    expect(showTrend(definition('T2'), lone, plan)).toBeNull();
  });
});
