import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostDong, sumDong } from '#shared/dong.ts';
import { estimateStates, nextEstimateStates } from './estimate-state.ts';
import { amountOf } from './inputs.ts';
import {
  approvalFaults,
  approvedByLine,
  balanceOf,
  settle,
  sumBalance,
  type ApprovedLine,
  type LedgerSpend,
} from './ledger.ts';
import { nextSettlementStates, settlementDays, settlementStates } from './settlement.ts';
import { bindsMoney, nextSpendStates, spendStates } from './spend-state.ts';

// W19 and the separation of duties of domain/03 §7.2: proposed, appraised, approved, each by another hand; what was approved stays.
test.each([
  [
    'an estimate',
    estimateStates,
    nextEstimateStates,
    [
      'draft>proposed',
      'draft>withdrawn',
      'proposed>appraised',
      'proposed>returned',
      'appraised>approved',
      'appraised>returned',
      'returned>proposed',
      'returned>withdrawn',
    ],
  ],
  [
    'a payment',
    spendStates,
    nextSpendStates,
    [
      'requested>approved',
      'requested>refused',
      'requested>withdrawn',
      'approved>paid',
      'approved>withdrawn',
      'paid>voided',
    ],
  ],
  [
    'a settlement',
    settlementStates,
    nextSettlementStates,
    ['draft>submitted', 'submitted>approved', 'submitted>draft'],
  ],
] as const)('the steps of %s are those that are drawn and no others', (_, states, next, drawn) => {
  const steps = states.flatMap((from) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each machine with its own states
    (next as (from: string) => readonly string[])(from).map((to) => `${from}>${to}`),
  );
  expect(steps.sort()).toEqual([...drawn].sort());
});

test('no walk pays what was not approved, and none approves what was not appraised', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), (choices) => {
      const spend = walk('requested', nextSpendStates, choices);
      if (spend.includes('paid')) expect(spend.slice(0, 2)).toEqual(['requested', 'approved']);
      const estimate = walk('draft', nextEstimateStates, choices);
      for (const [at, state] of estimate.entries()) {
        if (state === 'approved') expect(estimate[at - 1]).toBe('appraised');
        if (state === 'appraised') expect(estimate[at - 1]).toBe('proposed');
      }
      expect(estimate.slice(0, -1)).not.toContain('approved');
    }),
  );
});

function walk<State>(first: State, next: (from: State) => readonly State[], choices: number[]): State[] {
  const states = [first];
  for (const choice of choices) {
    const all = next(states.at(-1) ?? first);
    const to = all[choice % Math.max(1, all.length)];
    if (to === undefined) break;
    states.push(to);
  }
  return states;
}

const amount = fc.bigInt({ min: 1n, max: mostDong });

test('an amount is quantity × norm, exact, or refused', () => {
  expect(amountOf(144, 300_000n)).toBe(43_200_000n);
  expect(amountOf(3, 333_333_333_333n)).toBe(999_999_999_999n);
  expect(amountOf(1_000_000, mostDong)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), amount, (quantity, norm) => {
      const product = amountOf(quantity, norm);
      if (product === null) expect(BigInt(quantity) * norm > mostDong).toBe(true);
      else {
        expect(product / BigInt(quantity)).toBe(norm);
        expect(product % norm).toBe(0n);
      }
    }),
  );
});

/** What people try, one after the other: to approve a line or a change, to ask for money, to take a payment a step further. */
const deeds = fc.array(
  fc.record({
    what: fc.constantFrom('line', 'change', 'ask', 'step'),
    which: fc.nat(),
    source: fc.nat({ max: 1 }),
    amount: fc.bigInt({ min: -5_000_000n, max: 20_000_000n }).filter((one) => one !== 0n),
    day: fc.constantFrom('2026-02-10', '2026-05-20', '2026-08-30', '2026-11-02'),
  }),
  { maxLength: 60 },
);
const sources = [
  { id: 's0', amount: 50_000_000n },
  { id: 's1', amount: 8_000_001n },
];

/** Does what the rules allow and leaves the rest, as the commands do. */
function book(all: typeof deeds extends fc.Arbitrary<infer T> ? T : never) {
  const lines: ApprovedLine[] = [];
  const spends: LedgerSpend[] = [];
  for (const [nth, deed] of all.entries()) {
    const bases = lines.filter(({ baseLineId }) => baseLineId === null);
    const base = bases[deed.which % Math.max(1, bases.length)];
    if (deed.what === 'line' || (deed.what === 'change' && base)) {
      if (deed.what === 'line' && deed.amount < 0n) continue;
      const line = {
        id: `l${nth}`,
        baseLineId: deed.what === 'change' ? (base?.id ?? null) : null,
        sourceId: deed.what === 'change' ? (base?.sourceId ?? '') : `s${deed.source}`,
        amount: deed.amount,
      };
      if (approvalFaults(lines, [line], sources, spends).length === 0) lines.push(line);
    } else if (deed.what === 'ask' && base && deed.amount > 0n) {
      const own = spends.filter(({ lineId }) => lineId === base.id);
      if (deed.amount <= balanceOf(approvedByLine(lines).get(base.id) ?? 0n, own).free)
        spends.push({ lineId: base.id, amount: deed.amount, state: 'requested', paidOn: null });
    } else if (deed.what === 'step' && spends.length > 0) {
      const spend = spends[deed.which % spends.length];
      if (!spend) continue;
      const next = nextSpendStates(spend.state);
      const to = next[Number(deed.amount > 0n ? deed.amount % 3n : 0n) % Math.max(1, next.length)];
      if (to) Object.assign(spend, { state: to, paidOn: to === 'paid' ? deed.day : spend.paidOn });
    }
  }
  return { lines, spends };
}

test('whatever is tried, nothing is below zero, nothing is spent twice, and every đồng is accounted for', () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { lines, spends } = book(all);
      const approved = approvedByLine(lines);
      const balances = [...approved].map(([id, of]) =>
        balanceOf(
          of,
          spends.filter(({ lineId }) => lineId === id),
        ),
      );
      for (const { free, left, waiting, paid, approved: of } of balances) {
        expect(free >= 0n && left >= free && waiting >= 0n && paid >= 0n).toBe(true);
        expect(free + waiting + paid).toBe(of);
      }
      const total = sumBalance(balances);
      expect(total.approved).toBe(sumDong(lines.map((line) => line.amount)));
      expect(total.paid + total.waiting).toBe(
        sumDong(spends.filter(({ state }) => bindsMoney(state)).map((spend) => spend.amount)),
      );
      for (const source of sources) {
        const of = sumDong(lines.filter(({ sourceId }) => sourceId === source.id).map((line) => line.amount));
        expect(of <= source.amount).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test('quarters settle the year: what was paid in four of them is what the year paid', () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const { lines, spends } = book(all);
      const own = [...approvedByLine(lines)].map(([id, approved]) => ({
        id,
        name: id,
        source: '',
        approved,
      }));
      const of = (period: 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'Y') =>
        settle(own, spends, settlementDays(2026, period));
      const quarters = (['Q1', 'Q2', 'Q3', 'Q4'] as const).map(of);
      for (const [nth, line] of of('Y').entries()) {
        expect(line.paid).toBe(sumDong(quarters.map((one) => one[nth]?.paid ?? 0n)));
        expect(line.left).toBe(line.approved - line.paid);
        expect(line.left >= 0n).toBe(true);
        expect(quarters[3]?.[nth]?.left).toBe(line.left);
      }
    }),
    { numRuns: 200 },
  );
});

test('a year is settled with what was paid until 31 January of the next (Luật NSNN, Điều 42)', () => {
  expect(settlementDays(2026, 'Y')).toEqual({ from: '2026-01-01', to: '2027-01-31' });
  expect(settlementDays(2026, 'Q4')).toEqual({ from: '2026-10-01', to: '2027-01-31' });
  expect(settlementDays(2026, 'H1')).toEqual({ from: '2026-01-01', to: '2026-06-30' });
});
