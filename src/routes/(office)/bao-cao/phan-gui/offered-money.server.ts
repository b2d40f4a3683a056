import type { ReadContext } from '#platform/commands/command.server.ts';
import { dongNumber, type Dong } from '#shared/dong.ts';
import { moneyFor } from '#features/budget/queries/reported-money.server.ts';
import type { ReportRequest } from '#features/reports/queries/report-requests.server.ts';

interface Values {
  period: number | null;
  cumulative: number | null;
}

/** Part K of the form: what is estimated, paid and settled, in đồng. A commune that gave a code to another row of another unit gets nothing. */
const rows = { K1: 'estimated', K2: 'paid', K3: 'settled' } as const;

/** The figures of money for the rows of a part that ask for them; empty when none does. */
export async function offeredMoney(ctx: ReadContext, request: ReportRequest): Promise<Map<string, Values>> {
  const asked = request.asked.parts
    .flatMap((part) => part.rows)
    .filter(
      (row): row is typeof row & { code: keyof typeof rows } => row.code in rows && row.unit === 'đồng',
    );
  if (asked.length === 0) return new Map();
  const money = await moneyFor(ctx, request.days);
  return new Map(
    asked.map(({ code, period, cumulative }) => {
      const of = money[rows[code]];
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
