import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumDong } from '#shared/dong.ts';
import { reportedMoney } from './reported.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };

test('each figure by its own day: approved, paid, and settled once though a quarter and a half year hold it', () => {
  const money = reportedMoney(
    [
      { approvedOn: '2026-01-20', total: 30_000_000n },
      { approvedOn: '2026-03-05', total: -1_000_000n },
      { approvedOn: '2026-04-01', total: 5n },
    ],
    [
      { paidOn: '2026-02-10', amount: 700n },
      { paidOn: '2026-03-31', amount: 20n },
      { paidOn: '2026-04-01', amount: 9n },
    ],
    [
      { from: '2026-01-01', to: '2026-02-28', approvedOn: '2026-03-10' },
      { from: '2026-01-01', to: '2026-06-30', approvedOn: '2026-07-10' },
    ],
    march,
  );
  expect(money).toEqual({
    estimated: { period: -1_000_000n, cumulative: 29_000_000n },
    paid: { period: 20n, cumulative: 720n },
    settled: { period: 700n, cumulative: 700n },
  });
});

test('the twelve months of a year give its sum, and nothing is settled that was not paid', () => {
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((two) => `2026-${two.map((one) => String(one).padStart(2, '0')).join('-')}`);
  const payments = fc.array(fc.record({ paidOn: day, amount: fc.bigInt({ min: 1n, max: 10n ** 12n }) }));
  fc.assert(
    fc.property(payments, day, (all, approvedOn) => {
      const of = (span: { from: string; to: string }) =>
        reportedMoney([], all, [{ from: '2026-01-01', to: '2026-06-30', approvedOn }], span);
      const months = Array.from({ length: 12 }, (_, index) => {
        const month = `2026-${String(index + 1).padStart(2, '0')}`;
        return of({ from: `${month}-01`, to: `${month}-31` });
      });
      const year = of({ from: '2026-01-01', to: '2026-12-31' });
      expect(sumDong(months.map(({ paid }) => paid.period))).toBe(year.paid.cumulative);
      expect(sumDong(months.map(({ settled }) => settled.period))).toBe(year.settled.cumulative);
      expect(year.settled.cumulative <= year.paid.cumulative).toBe(true);
    }),
  );
});
