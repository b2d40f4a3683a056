import * as z from 'zod/mini';
import { dong, mostDong } from '#shared/dong.ts';
import { count, day, id, line, optionalDay, optionalId, optionalLine } from '#shared/fields.ts';
import * as shared from '#shared/words.ts';
import { safeText } from '#features/visits/model/fields.ts';
import { estimateStates } from './estimate-state.ts';
import { settlementPeriods, settlementStates } from './settlement.ts';
import { spendStates } from './spend-state.ts';

/** Money comes from the commune's budget by its level (R57), or from another lawful source (R58). */
export const sourceKinds = ['commune_budget', 'other'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What a norm is for (issue 5, line 11): a team and a month, a person and a day, one item. */
export const normKinds = ['team_month', 'person_day', 'item'] as const;
export type NormKind = (typeof normKinds)[number];

export const estimateKinds = ['estimate', 'change'] as const;
export type EstimateKind = (typeof estimateKinds)[number];

export const year = count(2020, 2100);
const money = dong(1n);
const note = safeText(500);

export const SourceInput = z.object({
  /** Made by whoever writes, so that sending twice writes once; the same id again corrects. */
  id,
  year,
  kind: z.enum(sourceKinds, shared.chooseOne),
  name: line(160),
  amount: money,
  paperNumber: line(80),
  paperOn: day,
  note,
});
export type SourceInput = z.infer<typeof SourceInput>;

export const EstimateInput = z.object({
  id,
  year,
  kind: z.enum(estimateKinds, shared.chooseOne),
  title: line(200),
  /** Why what was approved is changed. */
  reason: safeText(1000),
});
export type EstimateInput = z.infer<typeof EstimateInput>;

export const LineInput = z.object({
  id,
  estimateId: id,
  /** Of a change: the approved line that it adds to or takes from; then source, name and norm's kind are that line's. */
  baseLineId: z._default(optionalId, null),
  sourceId: z._default(optionalId, null),
  hamletId: z._default(optionalId, null),
  name: z._default(optionalLine(200), null),
  normKind: z._default(z.nullish(z.enum(normKinds, shared.chooseOne)), null),
  unit: z._default(optionalLine(30), null),
  /** Fewer than nothing takes away from the line that is changed. */
  quantity: count(-1_000_000, 1_000_000),
  norm: money,
  note,
});
export type LineInput = z.infer<typeof LineInput>;
export const LineRemoval = z.object({ estimateId: id, lineId: id });

export const EstimateStep = z.object({
  estimateId: id,
  to: z.enum(estimateStates, shared.chooseOne),
  /** The decision by which it is approved. */
  decisionNumber: z._default(optionalLine(80), null),
  decisionOn: z._default(optionalDay, null),
  note,
});
export type EstimateStep = z.infer<typeof EstimateStep>;

export const SpendInput = z.object({
  id,
  lineId: id,
  amount: money,
  purpose: line(300),
  payee: line(160),
  voucherNumber: z._default(optionalLine(60), null),
  voucherOn: z._default(optionalDay, null),
});
export type SpendInput = z.infer<typeof SpendInput>;

export const SpendStep = z.object({
  spendId: id,
  to: z.enum(spendStates, shared.chooseOne),
  voucherNumber: z._default(optionalLine(60), null),
  voucherOn: z._default(optionalDay, null),
  paidOn: z._default(optionalDay, null),
  note,
});
export type SpendStep = z.infer<typeof SpendStep>;

export const SettlementInput = z.object({ id, year, period: z.enum(settlementPeriods, shared.chooseOne) });
export const SettlementStep = z.object({
  settlementId: id,
  to: z.enum(settlementStates, shared.chooseOne),
  note,
});

/** quantity × norm, exact; null when it is more than a row holds. */
export function amountOf(quantity: number, norm: bigint): bigint | null {
  const amount = BigInt(quantity) * norm;
  return amount > mostDong || amount < -mostDong ? null : amount;
}
