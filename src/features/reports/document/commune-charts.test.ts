import { describe, expect, it } from 'vitest';
import { drawChart } from '#platform/docx/official-layout/chart/draw-chart.ts';
import { communeTemplate } from '../default-templates.ts';
import { sumOf, type CommuneContent } from '../model/commune-content.ts';
import { earlierRates } from '../model/earlier-rates.ts';
import { communeCharts } from './commune-charts.ts';
import { communeContent } from './sample-contents.test-data.ts';

const chartsOf = (content: CommuneContent) =>
  communeCharts(content, sumOf(content, communeTemplate)).flatMap((block) =>
    block.kind === 'chart' ? [block] : [],
  );

/** As it was frozen before the plan's line was kept with each figure. */
const old: CommuneContent = {
  ...communeContent,
  rows: communeContent.rows.map((row) => ({
    ...row,
    report: row.report && {
      ...row.report,
      figures: row.report.figures.map((figure) => ({ ...figure, planned: null })),
    },
  })),
};

describe('the charts of the commune’s report', () => {
  it('set every hamlet against the plan’s line; who has not reported is not drawn as 0', () => {
    const [bars] = chartsOf(communeContent);
    expect(bars?.labels).toHaveLength(24);
    expect(bars?.panels.map(({ title }) => title)).toEqual([
      'Hộ được tuyên truyền',
      'Hộ được hướng dẫn cài đặt ứng dụng thiết yếu',
      'Người từ đủ 14 tuổi có đủ VNeID, tài khoản, thanh toán điện tử',
    ]);
    const [first, , , , , , seventh] = bars?.panels[0]?.values ?? [];
    const figure = communeContent.rows[0]?.report?.figures.find(({ code }) => code === 'B2');
    expect(first).toBeCloseTo(((figure?.cumulative ?? 0) * 100) / (figure?.population ?? 1));
    expect(seventh).toBeNull();
    expect(new Set(bars?.panels[0]?.plan)).toEqual(new Set([66.66667, null]));
  });

  it('are as many as pages are needed where a commune has 60 hamlets: none is left out, each fits its page', () => {
    const [row] = communeContent.rows;
    if (row === undefined) throw new Error('no hamlet');
    const rows = Array.from({ length: 60 }, (_, index) => ({ ...row, name: `Ấp Mẫu ${index + 1}` }));
    const bars = chartsOf({ ...communeContent, rows }).filter(({ form }) => form === 'bars');
    expect(bars.map(({ caption }) => caption.replace(/, tháng.*\(/, ' ('))).toEqual([
      'Biểu đồ 1. Tỷ lệ đạt của từng ấp so với kế hoạch (phần 1/2)',
      'Biểu đồ 2. Tỷ lệ đạt của từng ấp so với kế hoạch (phần 2/2)',
    ]);
    expect(bars.flatMap(({ labels }) => labels)).toEqual(rows.map(({ name }) => name));
    for (const chart of bars) expect(drawChart(chart, 714, 400).height).toBeLessThanOrEqual(400);
  });

  it('lay the months of the year in a line, with nothing where there was no report', () => {
    const [, line] = chartsOf(communeContent);
    expect(line?.labels).toEqual(['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10']);
    expect(line?.panels[0]?.values.slice(0, 9)).toEqual([8, 16, 24, 32, 40, 48, 56, null, 72]);
  });

  it('are left out of what was frozen without the plan’s line, and the line without months before', () => {
    expect(chartsOf(old)).toEqual([]);
    const { earlier: _, ...alone } = communeContent;
    expect(chartsOf(alone).map(({ form }) => form)).toEqual(['bars']);
  });
});

describe('the months before', () => {
  it('go on from the newest report before, with its own rates; a month between without a report is empty', () => {
    const known = earlierRates(communeContent, '2026-12');
    expect(known.map(({ period }) => period)).toEqual([
      ...Array.from({ length: 9 }, (_, index) => `2026-0${index + 1}`),
      '2026-10',
      '2026-11',
    ]);
    expect(known[0]?.rates['B2']?.reached).toBe(8);
    expect(known[9]?.rates['B2']?.planned).toBe(66.66667);
    expect(known[10]?.rates).toEqual({});
  });

  it('are none in a new year, before the first report, and for a quarter', () => {
    expect(earlierRates(communeContent, '2027-01')).toEqual([]);
    expect(earlierRates(null, '2026-12')).toEqual([]);
    expect(earlierRates(communeContent, '2026-10')).toEqual([]);
    expect(earlierRates(communeContent, '2026-Q4')).toEqual([]);
  });
});
