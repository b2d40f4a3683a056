import type { FilledPart } from '../model/request.ts';
import { money as say, noBudget, sentence } from './sentences.ts';

/** Rows of part K (domain/01 §2.5) by their codes, in đồng. */
export const moneyRows = { K1: 'estimated', K2: 'paid', K3: 'settled' } as const;
type MoneyRow = keyof typeof moneyRows;

/**
 * What was estimated, paid and settled (R57–R59), as the office that keeps the money gave it: of the period, then since the year
 * began. What was not given is not spoken of.
 */
export function moneyText(filled: readonly FilledPart[]): string {
  const rows = filled
    .flatMap((part) => part.rows)
    .filter((row) => row.code in moneyRows && row.unit === 'đồng');
  const told = (['period', 'cumulative'] as const).flatMap((span) => {
    const amounts = rows.flatMap(({ code, values }) => {
      const amount = values[span];
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only such codes were kept
      return amount === null ? [] : [say.amount(moneyRows[code as MoneyRow], amount)];
    });
    return amounts.length === 0 ? [] : [sentence(`${say.of[span]} ${amounts.join('; ')}`)];
  });
  return told.length === 0 ? sentence(noBudget) : told.join(' ');
}
