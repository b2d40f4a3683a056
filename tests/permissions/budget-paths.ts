import { keepSource } from '#features/budget/commands/keep-source.server.ts';
import { keepVoucher } from '#features/budget/commands/keep-voucher.server.ts';
import { moveEstimate } from '#features/budget/commands/move-estimate.server.ts';
import { moveSpend } from '#features/budget/commands/move-spend.server.ts';
import { requestSpend } from '#features/budget/commands/request-spend.server.ts';
import { moveSettlement, openSettlement } from '#features/budget/commands/settle.server.ts';
import { draftEstimate, removeLine, writeLine } from '#features/budget/commands/write-estimate.server.ts';
import {
  listEstimateEvents,
  listSettlementEvents,
  listSpendEvents,
} from '#features/budget/queries/budget-events.server.ts';
import { budgetYears, getBudgetYear, getSource } from '#features/budget/queries/budget-year.server.ts';
import { getEstimate, listEstimates } from '#features/budget/queries/estimates.server.ts';
import { moneyFor } from '#features/budget/queries/reported-money.server.ts';
import { getSettlement, listSettlements } from '#features/budget/queries/settlements.server.ts';
import { getSpend, getVoucher, listSpends, listVouchers } from '#features/budget/queries/spends.server.ts';
import { exportEstimate, exportSettlement } from '#features/documents/commands/export-budget.server.ts';
import { newId } from '#shared/ids.ts';
import { command, query, verdict, type Path } from './path.ts';
import { may, mayAnywhere, mayInCommune } from './predicate.ts';
import type { Operation } from './rights-table.ts';

/** Who reads the commune's budget may hear that something is not allowed; to everybody else it is not there. */
const onBudget =
  (operation: Operation, hands: 'none' | 'preparer' | 'all' | 'keeper' = 'none'): Path['expected'] =>
  (actor, { settled: { budget } }) =>
    verdict(
      mayInCommune(actor, 'budget.read'),
      may(actor, operation, {
        hamletId: null,
        hands: { none: [], preparer: budget.hands.slice(0, 1), all: budget.hands, keeper: [budget.keeper] }[
          hands
        ],
      }),
    );
/** A payment is not there for who may see no voucher. */
const onVoucher =
  (operation: Operation): Path['expected'] =>
  (actor, { settled: { budget } }) =>
    verdict(
      mayInCommune(actor, 'budget.vouchers'),
      may(actor, operation, { hamletId: null, hands: [budget.keeper] }),
    );
const reads: Path['expected'] = (actor) => verdict(mayInCommune(actor, 'budget.read'), true);
const readsVouchers: Path['expected'] = (actor) => verdict(mayInCommune(actor, 'budget.vouchers'), true);
const opens: Path['expected'] = (actor) =>
  verdict(mayInCommune(actor, 'budget.read') || mayAnywhere(actor, 'budget.read_team'), true);

const fresh = () => newId(new Date('2026-11-24T02:12:00Z'));
const source = {
  year: '2026',
  kind: 'other',
  name: 'Tài trợ của doanh nghiệp',
  amount: '5.000.000',
  paperNumber: '3/TT',
  paperOn: '2026-03-01',
};
const line = { name: 'Mua loa', normKind: 'item', quantity: '1', norm: '500.000' };

export const budgetCommands = [
  command(keepSource, () => ({ ...source, id: fresh() }), onBudget('budget.keep')),
  command(
    draftEstimate,
    () => ({ id: fresh(), year: '2026', kind: 'estimate', title: 'Dự toán mới' }),
    onBudget('budget.propose'),
  ),
  command(
    writeLine,
    ({ settled: { budget } }) => ({
      ...line,
      id: fresh(),
      estimateId: budget.draftId,
      sourceId: budget.sourceId,
    }),
    onBudget('budget.propose'),
  ),
  command(
    removeLine,
    ({ settled: { budget } }) => ({ estimateId: budget.draftId, lineId: budget.draftLineId }),
    onBudget('budget.propose'),
  ),
  command(
    moveEstimate,
    ({ settled: { budget } }) => ({ estimateId: budget.draftId, to: 'proposed' }),
    onBudget('budget.propose'),
  ),
  command(
    moveEstimate,
    ({ settled: { budget } }) => ({ estimateId: budget.draftId, to: 'appraised' }),
    onBudget('budget.appraise', 'preparer'),
  ),
  command(
    moveEstimate,
    ({ settled: { budget } }) => ({
      estimateId: budget.appraisedId,
      to: 'approved',
      decisionNumber: '7/QĐ-UBND',
      decisionOn: '2026-11-20',
    }),
    onBudget('budget.approve', 'all'),
  ),
  command(
    requestSpend,
    ({ settled: { budget } }) => ({
      id: fresh(),
      lineId: budget.lineId,
      amount: '100.000',
      purpose: 'Nước uống',
      payee: 'Trần Văn Bình',
    }),
    onVoucher('budget.keep'),
  ),
  command(
    moveSpend,
    ({ settled: { budget } }) => ({ spendId: budget.spendId, to: 'approved' }),
    onVoucher('budget.approve'),
  ),
  command(
    moveSpend,
    ({ settled: { budget } }) => ({ spendId: budget.spendId, to: 'withdrawn' }),
    onVoucher('budget.keep'),
  ),
  command(
    keepVoucher,
    ({ settled: { budget } }) => ({
      spendId: budget.spendId,
      name: 'pc.pdf',
      bytes: new Uint8Array(Buffer.from('%PDF-1.7')),
    }),
    onVoucher('budget.keep'),
  ),
  command(openSettlement, () => ({ id: fresh(), year: '2026', period: 'Q3' }), onBudget('budget.keep')),
  command(
    moveSettlement,
    ({ settled: { budget } }) => ({ settlementId: budget.settlementId, to: 'submitted' }),
    onBudget('budget.keep'),
  ),
  command(
    moveSettlement,
    ({ settled: { budget } }) => ({ settlementId: budget.submittedId, to: 'approved' }),
    onBudget('budget.approve', 'keeper'),
  ),
  command(
    exportEstimate,
    ({ settled: { budget } }) => ({ estimateId: budget.draftId, format: 'xlsx' }),
    onBudget('budget.read'),
  ),
  command(
    exportSettlement,
    ({ settled: { budget } }) => ({ settlementId: budget.submittedId, format: 'xlsx' }),
    onBudget('budget.read'),
  ),
];

export const budgetQueries: readonly Path[] = [
  query('getBudgetYear', (ctx) => getBudgetYear(ctx, 2026), opens),
  query('budgetYears', (ctx) => budgetYears(ctx), opens),
  query('getSource', (ctx, { settled }) => getSource(ctx, settled.budget.sourceId), reads),
  query('listEstimates', (ctx) => listEstimates(ctx, 2026), reads),
  query('getEstimate', (ctx, { settled }) => getEstimate(ctx, settled.budget.draftId), reads),
  query('listEstimateEvents', (ctx, { settled }) => listEstimateEvents(ctx, settled.budget.draftId), reads),
  query('moneyFor', (ctx) => moneyFor(ctx, { from: '2026-11-01', to: '2026-11-30' }), reads),
  query('listSettlements', (ctx) => listSettlements(ctx, 2026), reads),
  query('getSettlement', (ctx, { settled }) => getSettlement(ctx, settled.budget.submittedId), reads),
  query(
    'listSettlementEvents',
    (ctx, { settled }) => listSettlementEvents(ctx, settled.budget.submittedId),
    reads,
  ),
  query('listSpends', (ctx) => listSpends(ctx, { year: 2026 }), readsVouchers),
  query('getSpend', (ctx, { settled }) => getSpend(ctx, settled.budget.spendId), readsVouchers),
  query('listSpendEvents', (ctx, { settled }) => listSpendEvents(ctx, settled.budget.spendId), readsVouchers),
  query('listVouchers', (ctx, { settled }) => listVouchers(ctx, settled.budget.spendId), readsVouchers),
  query('getVoucher', (ctx, { settled }) => getVoucher(ctx, settled.budget.voucherId), readsVouchers),
];
