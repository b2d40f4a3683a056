import type { Day } from '#shared/calendar.ts';
import { sumDong, type Dong } from '#shared/dong.ts';

/** What a report says of money: in its period, and in the year until its end. */
export interface ReportedMoney {
  estimated: { period: Dong; cumulative: Dong };
  paid: { period: Dong; cumulative: Dong };
  settled: { period: Dong; cumulative: Dong };
}

/**
 * The figures of a period: estimates and changes by the day they were approved, payments by the day they were made, and what is
 * settled by the day on which a settlement that holds the payment was approved; a payment in two settlements counts once.
 */
export function reportedMoney(
  estimates: readonly { approvedOn: Day; total: Dong }[],
  payments: readonly { paidOn: Day; amount: Dong }[],
  settlements: readonly { from: Day; to: Day; approvedOn: Day }[],
  { from, to }: { from: Day; to: Day },
): ReportedMoney {
  const settledOn = (paidOn: Day): Day | null =>
    settlements
      .filter((one) => one.from <= paidOn && paidOn <= one.to)
      .map(({ approvedOn }) => approvedOn)
      .sort()[0] ?? null;
  const both = (dated: readonly { on: Day | null; amount: Dong }[]) => {
    const sum = (fits: (on: Day) => boolean) =>
      sumDong(dated.filter(({ on }) => on !== null && fits(on)).map(({ amount }) => amount));
    return { period: sum((on) => from <= on && on <= to), cumulative: sum((on) => on <= to) };
  };
  return {
    estimated: both(estimates.map(({ approvedOn, total }) => ({ on: approvedOn, amount: total }))),
    paid: both(payments.map(({ paidOn, amount }) => ({ on: paidOn, amount }))),
    settled: both(payments.map(({ paidOn, amount }) => ({ on: settledOn(paidOn), amount }))),
  };
}
