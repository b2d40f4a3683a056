import type { Day } from '#shared/calendar.ts';
import type { Dong } from '#shared/dong.ts';

/** The life of a settlement: made by the Economic office, submitted with its figures by value, approved by the leader or sent back. */
export const settlementStates = ['draft', 'submitted', 'approved'] as const;
export type SettlementState = (typeof settlementStates)[number];

const steps: Record<SettlementState, readonly SettlementState[]> = {
  draft: ['submitted'],
  submitted: ['approved', 'draft'],
  approved: [],
};

/** The states that may follow; back to 'draft' is sending back. */
export function nextSettlementStates(from: SettlementState): readonly SettlementState[] {
  return steps[from];
}

export const settlementPeriods = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', 'Y'] as const;
export type SettlementPeriod = (typeof settlementPeriods)[number];

const months: Record<SettlementPeriod, readonly [string, string]> = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
  H1: ['01-01', '06-30'],
  H2: ['07-01', '12-31'],
  Y: ['01-01', '12-31'],
};

/**
 * The days whose payments a settlement counts. A period that ends the year ends on 31 January of the next: until then payments are
 * still set right for the year (Luật Ngân sách nhà nước 2015, Điều 42).
 */
export function settlementDays(year: number, period: SettlementPeriod): { from: Day; to: Day } {
  const [from, to] = months[period];
  return { from: `${year}-${from}`, to: to === '12-31' ? lastPayDay(year) : `${year}-${to}` };
}

/** The last day on which money of a year is paid. */
export function lastPayDay(year: number): Day {
  return `${year + 1}-01-31`;
}

/** One line of a settlement, by value; amounts in đồng. */
export interface SettledLine {
  lineId: string;
  source: string;
  name: string;
  approved: Dong;
  /** Paid in the year before the period. */
  before: Dong;
  paid: Dong;
  /** Approved, less what was paid until the end of the period. */
  left: Dong;
}
