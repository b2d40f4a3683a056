import type { ReadContext } from '#platform/commands/command.server.ts';
import { dongNumber, type Dong } from '#shared/dong.ts';
import { moneyRows } from '#features/reports/narrative/money-text.ts';
import { moneyFor } from '#features/budget/queries/reported-money.server.ts';
import type { ReportRequest } from '#features/reports/queries/report-requests.server.ts';

interface Values {
  period: number | null;
  cumulative: number | null;
}

/** The figures of money for the rows of a part that ask for them, in đồng; empty when none does, or when a commune gave the code to a row of another unit. */
export async function offeredMoney(ctx: ReadContext, request: ReportRequest): Promise<Map<string, Values>> {
  const asked = request.asked.parts
    .flatMap((part) => part.rows)
    .filter(
      (row): row is typeof row & { code: keyof typeof moneyRows } =>
        row.code in moneyRows && row.unit === 'đồng',
    );
  if (asked.length === 0) return new Map();
  const money = await moneyFor(ctx, request.days);
  return new Map(
    asked.map(({ code, period, cumulative }) => {
      const of = money[moneyRows[code]];
      return [code, { period: shown(period, of.period), cumulative: shown(cumulative, of.cumulative) }];
    }),
  );
}

/** What was given stays; where nothing was, what is offered stands. */
export const givenOr = (given: Values | undefined, offered: Values | undefined): Values => ({
  period: given?.period ?? offered?.period ?? null,
  cumulative: given?.cumulative ?? offered?.cumulative ?? null,
});

/** A form takes no amount below nothing: a change that took more away than was added is left to be written. */
const shown = (isAsked: boolean, amount: Dong): number | null =>
  isAsked && amount >= 0n ? dongNumber(amount) : null;
