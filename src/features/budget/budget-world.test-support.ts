import { newId, type Id } from '#shared/ids.ts';
import type { World } from '#tests/world.ts';
import { keepSource } from './commands/keep-source.server.ts';
import { moveEstimate } from './commands/move-estimate.server.ts';
import { moveSpend } from './commands/move-spend.server.ts';
import { requestSpend } from './commands/request-spend.server.ts';
import { draftEstimate, writeLine } from './commands/write-estimate.server.ts';

export const decision = { decisionNumber: '45/QĐ-UBND', decisionOn: '2026-11-20' };

/** A source as chị Loan writes it: fifty million đồng of the commune's budget. */
export const sourceOf = (world: World, more: object = {}) => ({
  id: newId(world.now),
  year: '2026',
  kind: 'commune_budget',
  name: 'Ngân sách xã năm 2026',
  amount: '50.000.000',
  paperNumber: '12/QĐ-UBND',
  paperOn: '2026-01-05',
  ...more,
});

/** Cô Hạnh's draft with one line of 12 × 300.000 đ for the team of Ấp Mẫu 1, from a source of chị Loan. */
export async function settleDraft(
  world: World,
  more: object = {},
): Promise<{ sourceId: Id; estimateId: Id; lineId: Id }> {
  const { cast, run } = world;
  const { id: sourceId } = await run(
    keepSource,
    cast.loan,
    sourceOf(world, { name: `Nguồn ${newId(world.now)}` }),
  );
  const ids = { sourceId, estimateId: newId(world.now), lineId: newId(world.now) };
  await run(draftEstimate, cast.hanh, {
    id: ids.estimateId,
    year: '2026',
    kind: 'estimate',
    title: 'Kinh phí hoạt động Tổ',
  });
  await run(writeLine, cast.hanh, { ...lineOf(world, ids), ...more });
  return ids;
}

export const lineOf = (
  world: World,
  { sourceId, estimateId, lineId }: { sourceId: Id; estimateId: Id; lineId: Id },
) => ({
  id: lineId,
  estimateId,
  sourceId,
  hamletId: world.hamlets.mau1,
  name: 'Hỗ trợ hoạt động Tổ Ấp Mẫu 1',
  normKind: 'team_month',
  quantity: '12',
  norm: '300.000',
});

/** The same, approved by all three. */
export async function settleApproved(world: World, more: object = {}) {
  const ids = await settleDraft(world, more);
  await approveEstimate(world, ids.estimateId);
  return ids;
}

export async function approveEstimate(world: World, estimateId: Id): Promise<void> {
  const { cast, run } = world;
  await run(moveEstimate, cast.hanh, { estimateId, to: 'proposed' });
  await run(moveEstimate, cast.loan, { estimateId, to: 'appraised' });
  await run(moveEstimate, cast.minh, { estimateId, to: 'approved', ...decision });
}

export const spendOf = (world: World, lineId: Id, more: object = {}) => ({
  id: newId(world.now),
  lineId,
  amount: '1.000.000',
  purpose: 'Tiền xăng đi lại tháng 10',
  payee: 'Lê Văn Tư',
  ...more,
});

/** A payment of the line that was made. */
export async function settlePaid(world: World, lineId: Id, more: object = {}): Promise<Id> {
  const { cast, run } = world;
  const { id: spendId } = await run(requestSpend, cast.loan, spendOf(world, lineId, more));
  await run(moveSpend, cast.minh, { spendId, to: 'approved' });
  await run(moveSpend, cast.loan, { spendId, to: 'paid', voucherNumber: 'PC-07', voucherOn: '2026-11-24' });
  return spendId;
}
