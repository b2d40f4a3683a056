import { canSeeVouchers } from '#features/budget/policy.ts';
import { listSpends } from '#features/budget/queries/spends.server.ts';
import { spendState } from '#features/budget/words.ts';
import { dayOf, formatDay } from '#shared/calendar.ts';
import { dongNumber, sumDong } from '#shared/dong.ts';
import type { Access } from '#routes/door.server.ts';
import { listFile } from '#routes/list-file.server.ts';
import type { RequestHandler } from './$types';
import { yearOf } from '../../budget-year.ts';
import { exported as words } from '../../words.ts';

export const _access: Access = canSeeVouchers;

/** Every payment of a year with its voucher; the log says no more than that something of the budget was taken. */
export const GET: RequestHandler = (event) =>
  listFile(event, {
    list: 'budget',
    title: words.spends,
    columns: words.spendColumns,
    rows: async (ctx) => {
      const spends = await listSpends(ctx, { year: yearOf(event.url, dayOf(ctx.now)), limit: null });
      const day = (on: string | null) => (on === null ? null : formatDay(on));
      return [
        ...spends.map((spend) => [
          spend.purpose,
          spend.line,
          spend.source,
          spend.payee,
          spend.voucherNumber,
          day(spend.voucherOn),
          spendState[spend.state],
          day(spend.paidOn),
          dongNumber(spend.amount),
        ]),
        // What was paid: the others are no money gone.
        [
          words.sum,
          ...Array.from({ length: 7 }, () => null),
          spends.length === 0
            ? null
            : {
                formula: `SUMIF(G2:G${spends.length + 1},"${spendState.paid}",I2:I${spends.length + 1})`,
                value: dongNumber(
                  sumDong(spends.filter(({ state }) => state === 'paid').map(({ amount }) => amount)),
                ),
              },
        ],
      ];
    },
  });
