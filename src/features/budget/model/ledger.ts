import type { Day } from '#shared/calendar.ts';
import { sumDong, type Dong } from '#shared/dong.ts';
import type { Id } from '#shared/ids.ts';
import type { SettledLine } from './settlement.ts';
import type { SpendState } from './spend-state.ts';

/** What an approved estimate, or an approved change of one, says of a line. */
export interface ApprovedLine {
  id: Id;
  /** The line that it adds to; null: a line of its own. */
  baseLineId: Id | null;
  sourceId: Id;
  amount: Dong;
}

/** A payment as the ledger needs it. */
export interface LedgerSpend {
  lineId: Id;
  amount: Dong;
  state: SpendState;
  paidOn: Day | null;
}

/** Where a line, a source or a year stands. Never stored: worked out from the rows. */
export interface Balance {
  /** By the estimate and its changes. */
  approved: Dong;
  /** Asked for or allowed, not yet paid. */
  waiting: Dong;
  paid: Dong;
  /** Approved and not paid. */
  left: Dong;
  /** What may still be asked for: approved, less all that is bound. */
  free: Dong;
}

/** Approved less paid, and less what is bound. */
export function balanceOf(approved: Dong, spends: readonly Pick<LedgerSpend, 'amount' | 'state'>[]): Balance {
  const of = (...states: SpendState[]) =>
    sumDong(spends.filter(({ state }) => states.includes(state)).map(({ amount }) => amount));
  const waiting = of('requested', 'approved');
  const paid = of('paid');
  return { approved, waiting, paid, left: approved - paid, free: approved - paid - waiting };
}

/** The sum of balances. */
export function sumBalance(balances: readonly Balance[]): Balance {
  const sum = (key: keyof Balance) => sumDong(balances.map((one) => one[key]));
  return {
    approved: sum('approved'),
    waiting: sum('waiting'),
    paid: sum('paid'),
    left: sum('left'),
    free: sum('free'),
  };
}

/** What is approved for each line: the line itself with all changes of it. */
export function approvedByLine(lines: readonly ApprovedLine[]): Map<Id, Dong> {
  const approved = new Map<Id, Dong>();
  for (const { id, baseLineId, amount } of lines) {
    const base = baseLineId ?? id;
    approved.set(base, (approved.get(base) ?? 0n) + amount);
  }
  return approved;
}

export type ApprovalFault =
  | { kind: 'source'; sourceId: Id; has: Dong; wanted: Dong }
  | { kind: 'line'; lineId: Id; bound: Dong; wanted: Dong };

/**
 * What forbids approving more lines: a source that would give more than it has, or a line that would fall below what is already
 * bound of it.
 */
export function approvalFaults(
  standing: readonly ApprovedLine[],
  added: readonly ApprovedLine[],
  sources: readonly { id: Id; amount: Dong }[],
  spends: readonly LedgerSpend[],
): ApprovalFault[] {
  const all = [...standing, ...added];
  const faults: ApprovalFault[] = [];
  for (const { id, amount } of sources) {
    const wanted = sumDong(all.filter(({ sourceId }) => sourceId === id).map((line) => line.amount));
    if (wanted > amount) faults.push({ kind: 'source', sourceId: id, has: amount, wanted });
  }
  const touched = new Set(added.flatMap(({ baseLineId }) => baseLineId ?? []));
  for (const [lineId, wanted] of approvedByLine(all)) {
    if (!touched.has(lineId)) continue;
    const { paid, waiting } = balanceOf(
      wanted,
      spends.filter((spend) => spend.lineId === lineId),
    );
    if (wanted < paid + waiting) faults.push({ kind: 'line', lineId, bound: paid + waiting, wanted });
  }
  return faults;
}

/** The lines of a settlement: what was paid before and in the period, and what is left at its end. */
export function settle(
  lines: readonly { id: Id; source: string; name: string; approved: Dong }[],
  spends: readonly LedgerSpend[],
  { from, to }: { from: Day; to: Day },
): SettledLine[] {
  return lines.map(({ id, source, name, approved }) => {
    const own = spends.filter(({ lineId, state }) => lineId === id && state === 'paid');
    const sum = (fits: (day: Day) => boolean) =>
      sumDong(own.filter(({ paidOn }) => paidOn !== null && fits(paidOn)).map(({ amount }) => amount));
    const before = sum((day) => day < from);
    const paid = sum((day) => day >= from && day <= to);
    return { lineId: id, source, name, approved, before, paid, left: approved - before - paid };
  });
}
