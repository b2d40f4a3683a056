import { describe, expect, it } from 'vitest';
import { owedNow } from './owed.ts';

const here = 'mau1';
const october = { hamletId: here, period: '2026-10', dueOn: '2026-11-10', isReturned: false };

describe('the report on the phone of chú Tư', () => {
  it.each([
    ['2026-11-04', []],
    ['2026-11-05', ['Còn 5 ngày để gửi báo cáo tháng 10/2026']],
    ['2026-11-10', ['Hôm nay là hạn chót gửi báo cáo tháng 10/2026']],
    ['2026-11-12', ['Đã trễ 2 ngày: chưa gửi báo cáo tháng 10/2026']],
  ])('on %s, by the days of R92, counted on the phone itself', (today, titles) => {
    expect(owedNow([october], here, today).map(({ title }) => title)).toEqual(titles);
  });

  it('says at once that it was sent back, red only when nothing was ever sent', () => {
    const returned = { ...october, isReturned: true };
    expect(owedNow([returned], here, '2026-11-01')[0]).toMatchObject({
      kind: 'wait',
      title: 'Xã đã trả lại báo cáo tháng 10/2026 để sửa',
    });
    expect(owedNow([october], here, '2026-11-11')[0]?.kind).toBe('danger');
    expect(owedNow([returned], here, '2026-11-11')[0]?.kind).toBe('wait');
  });

  it('speaks of the hamlet that is shown, the most pressing first', () => {
    const quarter = { ...october, period: '2026-Q3', dueOn: '2026-11-08' };
    const other = { ...october, hamletId: 'mau2' };
    expect(owedNow([october, other, quarter], here, '2026-11-09').map(({ period }) => period)).toEqual([
      '2026-Q3',
      '2026-10',
    ]);
  });
});
