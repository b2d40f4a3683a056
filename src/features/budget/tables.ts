import type { ColumnType } from 'kysely';
import type { Json } from '#platform/db/json.ts';
import type { AttachedType } from '#platform/picture/attached-type.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { EstimateState } from './model/estimate-state.ts';
import type { EstimateKind, NormKind, SourceKind } from './model/inputs.ts';
import type { SettlementPeriod, SettlementState } from './model/settlement.ts';
import type { SpendState } from './model/spend-state.ts';

/** Whole đồng: a row holds at most thirteen digits, which a number reads exactly; rooms add them up as bigint. */
type DongColumn = ColumnType<number, string, string>;

/** Where money comes from (R57, R58). */
export interface BudgetSourceTable {
  commune_id: string;
  id: Id;
  year: number;
  kind: SourceKind;
  name: string;
  amount: DongColumn;
  paper_number: string;
  paper_on: Day;
  note: string | null;
  kept_by: Id;
  kept_at: Date;
}

/** An estimate, or a change of what was approved. */
export interface BudgetEstimateTable {
  commune_id: string;
  id: Id;
  year: number;
  kind: EstimateKind;
  title: string;
  reason: string | null;
  state: EstimateState;
  state_on: Day;
  prepared_by: Id;
  appraised_by: Id | null;
  approved_by: Id | null;
  decision_number: string | null;
  decision_on: Day | null;
  created_at: Date;
  updated_at: Date;
}

export interface BudgetLineTable {
  commune_id: string;
  id: Id;
  estimate_id: Id;
  position: number;
  source_id: Id;
  hamlet_id: Id | null;
  base_line_id: Id | null;
  name: string;
  norm_kind: NormKind;
  unit: string;
  quantity: number;
  norm: DongColumn;
  amount: DongColumn;
  note: string | null;
}

/** A request for payment and what became of it. */
export interface BudgetSpendTable {
  commune_id: string;
  id: Id;
  line_id: Id;
  amount: DongColumn;
  purpose: string;
  payee: string;
  voucher_number: string | null;
  voucher_on: Day | null;
  state: SpendState;
  state_on: Day;
  requested_by: Id;
  approved_by: Id | null;
  paid_by: Id | null;
  paid_on: Day | null;
  created_at: Date;
  updated_at: Date;
}

/** A scanned or photographed voucher. */
export interface BudgetVoucherTable {
  commune_id: string;
  id: Id;
  spend_id: Id;
  name: string;
  media_type: AttachedType;
  bytes: Buffer;
  uploaded_by: Id;
  uploaded_at: Date;
}

export interface BudgetSettlementTable {
  commune_id: string;
  id: Id;
  year: number;
  period: SettlementPeriod;
  starts_on: Day;
  ends_on: Day;
  state: SettlementState;
  state_on: Day;
  prepared_by: Id;
  approved_by: Id | null;
  snapshot: Json | null;
  created_at: Date;
  updated_at: Date;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    budget_sources: BudgetSourceTable;
    budget_estimates: BudgetEstimateTable;
    budget_lines: BudgetLineTable;
    budget_spends: BudgetSpendTable;
    budget_vouchers: BudgetVoucherTable;
    budget_settlements: BudgetSettlementTable;
  }
}
