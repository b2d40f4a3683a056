import { expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { inCommune, problemOf } from '#tests/visit-world.ts';
import { useWorld } from '#tests/world.ts';
import {
  approveEstimate,
  decision,
  lineOf,
  settleApproved,
  settleDraft,
  settlePaid,
  sourceOf,
  spendOf,
} from './budget-world.test-support.ts';
import { keepSource } from './commands/keep-source.server.ts';
import { keepVoucher } from './commands/keep-voucher.server.ts';
import { moveEstimate } from './commands/move-estimate.server.ts';
import { moveSpend } from './commands/move-spend.server.ts';
import { requestSpend } from './commands/request-spend.server.ts';
import { moveSettlement, openSettlement } from './commands/settle.server.ts';
import { draftEstimate, removeLine, writeLine } from './commands/write-estimate.server.ts';
import { listEstimateEvents, listSpendEvents } from './queries/budget-events.server.ts';
import { getBudgetYear } from './queries/budget-year.server.ts';
import { getEstimate } from './queries/estimates.server.ts';
import { getSettlement } from './queries/settlements.server.ts';
import { getSpend, getVoucher, listSpends, listVouchers } from './queries/spends.server.ts';

const world = useWorld();
/** Time goes on between two deeds. */
const onDay = (day: string) => {
  world().now = new Date(`${day}T02:00:00Z`);
};

test('cô Hạnh proposes, chị Loan appraises, ông Minh approves; the line is the team’s from then on', async () => {
  const { cast, run, read } = world();
  const { estimateId, lineId } = await settleDraft(world());
  const line = async () =>
    (await read(cast.tu, (ctx) => getBudgetYear(ctx, 2026))).lines.find(({ id }) => id === lineId);
  expect(await line()).toBeUndefined();
  for (const [actor, to] of [
    [cast.hanh, 'proposed'],
    [cast.loan, 'appraised'],
  ] as const) {
    await run(moveEstimate, actor, { estimateId, to });
    world().now = new Date(world().now.getTime() + 60_000);
  }
  expect(
    (await problemOf(run(moveEstimate, cast.minh, { estimateId, to: 'approved' }))).fields,
  ).toHaveProperty('decisionNumber');
  await run(moveEstimate, cast.minh, { estimateId, to: 'approved', ...decision });
  expect(await line()).toMatchObject({ approved: 3_600_000n, paid: 0n, left: 3_600_000n, waiting: null });
  const story = await read(cast.tam, (ctx) => listEstimateEvents(ctx, estimateId));
  expect(story.map(({ actorName, to }) => [actorName, to]).slice(-3)).toEqual([
    ['Đặng Thị Hạnh', 'proposed'],
    ['Bùi Thị Loan', 'appraised'],
    ['Lý Quang Minh', 'approved'],
  ]);
});

test('who proposes does not appraise, and nobody but the leader approves', async () => {
  const { cast, run, read } = world();
  const { estimateId, sourceId, lineId } = await settleDraft(world());
  // Chị Loan wrote in it last: it is hers too.
  await run(writeLine, cast.loan, lineOf(world(), { estimateId, sourceId, lineId }));
  await run(moveEstimate, cast.loan, { estimateId, to: 'proposed' });
  const step = (actor: typeof cast.loan, to: string, more: object = {}) =>
    run(moveEstimate, actor, { estimateId, to, ...more });
  expect((await problemOf(step(cast.loan, 'appraised'))).code).toBe('not_allowed');
  for (const actor of [cast.hanh, cast.tam, cast.dung])
    expect((await problemOf(step(actor, 'appraised'))).code).toBe('not_allowed');
  for (const actor of [cast.lan, cast.tu, cast.thu, cast.doan, cast.nga, cast.phuc, cast.la])
    expect((await problemOf(step(actor, 'approved', decision))).code).toBe('not_found');
  expect((await problemOf(step(cast.minh, 'approved', decision))).code).toBe('state.conflict');
  expect((await problemOf(step(cast.loan, 'returned'))).fields).toHaveProperty('note');
  await step(cast.loan, 'returned', { note: 'Bớt một tháng' });
  await run(writeLine, cast.hanh, { ...lineOf(world(), { estimateId, sourceId, lineId }), quantity: '11' });
  await step(cast.hanh, 'proposed');
  expect((await problemOf(run(removeLine, cast.hanh, { estimateId, lineId }))).code).toBe('state.conflict');
  expect(await read(cast.tam, (ctx) => getEstimate(ctx, estimateId))).toMatchObject({
    total: 3_300_000n,
    state: 'proposed',
  });
});

test('a source gives no more than it has, and never less than is approved from it', async () => {
  const { cast, run } = world();
  const { estimateId, sourceId } = await settleDraft(world(), { quantity: '167' });
  // 167 × 300.000 = 50.100.000 of 50.000.000.
  await run(moveEstimate, cast.hanh, { estimateId, to: 'proposed' });
  const tooMuch = await problemOf(run(moveEstimate, cast.loan, { estimateId, to: 'appraised' }));
  expect([tooMuch.code, tooMuch.message]).toEqual([
    'state.conflict',
    expect.stringContaining('50.100.000 đ'),
  ]);
  await run(keepSource, cast.loan, sourceOf(world(), { id: sourceId, amount: '50.100.000' }));
  await run(moveEstimate, cast.loan, { estimateId, to: 'appraised' });
  await run(moveEstimate, cast.minh, { estimateId, to: 'approved', ...decision });
  const less = run(keepSource, cast.loan, sourceOf(world(), { id: sourceId, amount: '50.099.999' }));
  expect((await problemOf(less)).fields).toHaveProperty('amount');
});

test('a payment is asked for, approved by another, paid with its voucher; what is left is exact', async () => {
  const { cast, run, read } = world();
  const { lineId } = await settleApproved(world());
  const input = spendOf(world(), lineId);
  const { id: spendId } = await run(requestSpend, cast.loan, input);
  expect(await run(requestSpend, cast.loan, input)).toEqual({ id: spendId });
  const balance = async () =>
    (await read(cast.loan, (ctx) => getBudgetYear(ctx, 2026))).lines.find(({ id }) => id === lineId);
  expect(await balance()).toMatchObject({ waiting: 1_000_000n, paid: 0n, free: 2_600_000n });
  const over = await problemOf(
    run(requestSpend, cast.loan, spendOf(world(), lineId, { amount: '2.600.001' })),
  );
  expect(over.fields['amount']).toContain('2.600.000 đ');
  const step = (actor: typeof cast.loan, to: string, more: object = {}) =>
    run(moveSpend, actor, { spendId, to, ...more });
  expect((await problemOf(step(cast.loan, 'approved'))).code).toBe('not_allowed');
  expect((await problemOf(step(cast.loan, 'paid'))).code).toBe('state.conflict');
  await step(cast.minh, 'approved');
  expect(Object.keys((await problemOf(step(cast.loan, 'paid'))).fields)).toEqual([
    'voucherNumber',
    'voucherOn',
  ]);
  await step(cast.loan, 'paid', { voucherNumber: 'PC-12', voucherOn: '24/11/2026' });
  await step(cast.loan, 'paid', { voucherNumber: 'PC-12', voucherOn: '24/11/2026' });
  expect(await balance()).toMatchObject({ waiting: 0n, paid: 1_000_000n, left: 2_600_000n });
  await run(keepVoucher, cast.loan, { spendId, name: 'pc-12.pdf', bytes: Buffer.from('%PDF-1.7 x') });
  const html = { spendId, name: 'pc-12.pdf', bytes: Buffer.from('<script>') };
  expect((await problemOf(run(keepVoucher, cast.loan, html))).code).toBe('file.kind_not_supported');
  const [file] = await read(cast.minh, (ctx) => listVouchers(ctx, spendId));
  expect((await read(cast.minh, (ctx) => getVoucher(ctx, file?.id ?? ''))).mediaType).toBe('application/pdf');
  expect((await problemOf(step(cast.loan, 'voided'))).fields).toHaveProperty('note');
  await step(cast.loan, 'voided', { note: 'Chi nhầm người' });
  expect(await balance()).toMatchObject({ paid: 0n, left: 3_600_000n });
  expect((await read(cast.minh, (ctx) => listSpendEvents(ctx, spendId))).at(-1)?.note).toBe('Chi nhầm người');
});

test('nobody but chị Loan and ông Minh learns of a voucher: not by a path, a count, a word or the log', async () => {
  const { cast, run, read } = world();
  const { lineId } = await settleApproved(world());
  const spendId = await settlePaid(world(), lineId, { payee: 'Cửa hàng Bí Mật', purpose: 'Mua Bí Mật' });
  const waiting = spendOf(world(), lineId, { payee: 'Bí Mật' });
  await run(requestSpend, cast.loan, waiting);
  await run(keepVoucher, cast.loan, { spendId, name: 'Bí Mật.pdf', bytes: Buffer.from('%PDF-1.7 x') });
  const [file] = await read(cast.loan, (ctx) => listVouchers(ctx, spendId));
  const nothing = JSON.stringify(['not_found', 'not_found', {}]);
  const said = async (work: Promise<unknown>) => {
    const { code, message, fields } = await problemOf(work);
    return JSON.stringify([code, message, fields]);
  };
  const { cast: all } = world();
  for (const actor of Object.values(all).filter((one) => one !== cast.loan && one !== cast.minh)) {
    for (const id of [spendId, newId(world().now)]) {
      expect(await said(read(actor, (ctx) => getSpend(ctx, id)))).toBe(nothing);
      expect(await said(read(actor, (ctx) => listVouchers(ctx, id)))).toBe(nothing);
      expect(await said(run(moveSpend, actor, { spendId: id, to: 'paid' }))).toBe(nothing);
    }
    expect(await said(read(actor, (ctx) => getVoucher(ctx, file?.id ?? '')))).toBe(nothing);
    expect(await said(read(actor, (ctx) => listSpends(ctx, { year: 2026 })))).toBe(nothing);
    expect(await said(run(requestSpend, actor, spendOf(world(), lineId, { amount: '9.000.000' })))).toBe(
      nothing,
    );
  }
  for (const actor of [cast.hanh, cast.tam, cast.dung, cast.tu]) {
    const shown = await read(actor, (ctx) => getBudgetYear(ctx, 2026));
    expect(
      [...shown.lines, ...shown.sources, shown.total].every(
        ({ waiting: of, free }) => of === null && free === null,
      ),
    ).toBe(true);
  }
  const told = await inCommune(world(), (tx) => tx.selectFrom('events').selectAll().execute());
  expect(JSON.stringify(told)).not.toContain('Bí Mật');
});

test('a team sees its own money only; members, units and foreign communes none', async () => {
  const { cast, read } = world();
  const { sourceId } = await settleApproved(world());
  const shared = await settleApproved(world(), { hamletId: null });
  const seen = async (actor: typeof cast.tu) => {
    const { lines, sources } = await read(actor, (ctx) => getBudgetYear(ctx, 2026));
    return [lines.length, sources.length];
  };
  expect(await seen(cast.tu)).toEqual([1, 0]);
  expect(await seen(cast.sau)).toEqual([0, 0]);
  expect(await seen(cast.tam)).toEqual([2, 2]);
  expect([sourceId, shared.sourceId]).toHaveLength(2);
  for (const actor of [cast.lan, cast.doan, cast.thu, cast.quay, cast.phuc, cast.quan, cast.nga])
    expect((await problemOf(read(actor, (ctx) => getBudgetYear(ctx, 2026)))).code).toBe('not_found');
  expect(await seen(cast.la)).toEqual([0, 0]);
});

test('more than was approved is spent after a change with its reason, never below what is bound', async () => {
  const { cast, run, read } = world();
  const { lineId, sourceId } = await settleApproved(world());
  await settlePaid(world(), lineId, { amount: '3.000.000' });
  const change = { id: newId(world().now), year: '2026', kind: 'change', title: 'Điều chỉnh lần 1' };
  expect((await problemOf(run(draftEstimate, cast.hanh, change))).fields).toHaveProperty('reason');
  await run(draftEstimate, cast.hanh, { ...change, reason: 'Thêm hai tháng' });
  const line = { id: newId(world().now), estimateId: change.id, baseLineId: lineId, norm: '300.000' };
  await run(writeLine, cast.hanh, { ...line, quantity: '-3' });
  await run(moveEstimate, cast.hanh, { estimateId: change.id, to: 'proposed' });
  // 3.600.000 − 900.000 is less than the 3.000.000 that are spent.
  const below = await problemOf(run(moveEstimate, cast.loan, { estimateId: change.id, to: 'appraised' }));
  expect(below.message).toContain('3.000.000 đ');
  await run(moveEstimate, cast.loan, { estimateId: change.id, to: 'returned', note: 'Đã chi rồi' });
  await run(writeLine, cast.hanh, { ...line, quantity: '2' });
  await approveEstimate(world(), change.id);
  const { lines } = await read(cast.loan, (ctx) => getBudgetYear(ctx, 2026));
  expect(lines.find(({ id }) => id === lineId)).toMatchObject({
    approved: 4_200_000n,
    free: 1_200_000n,
    sourceId,
  });
  await settlePaid(world(), lineId, { amount: '1.200.000' });
  // A line of an estimate changes nothing that was approved.
  const draft = await settleDraft(world());
  const again = run(writeLine, cast.hanh, {
    ...line,
    id: newId(world().now),
    estimateId: draft.estimateId,
    quantity: '1',
  });
  expect((await problemOf(again)).fields).toHaveProperty('baseLineId');
});

test('a settlement waits for its period, keeps its figures, and nothing of its days is paid or voided after', async () => {
  const { cast, run, read } = world();
  const { lineId } = await settleApproved(world());
  onDay('2026-11-25');
  const spendId = await settlePaid(world(), lineId);
  const { id: settlementId } = await run(openSettlement, cast.loan, {
    id: newId(world().now),
    year: '2026',
    period: 'Y',
  });
  const step = (actor: typeof cast.loan, to: string, more: object = {}) =>
    run(moveSettlement, actor, { settlementId, to, ...more });
  expect((await problemOf(step(cast.loan, 'submitted'))).message).toContain('31/01/2027');
  onDay('2027-01-20');
  const { id: late } = await run(requestSpend, cast.loan, spendOf(world(), lineId, { amount: '500.000' }));
  onDay('2027-02-01');
  expect((await problemOf(step(cast.loan, 'submitted'))).code).toBe('state.conflict');
  await run(moveSpend, cast.minh, { spendId: late, to: 'approved' });
  const voucher = { voucherNumber: 'PC-30', voucherOn: '2027-01-28' };
  const pay = (paidOn: string) =>
    run(moveSpend, cast.loan, { spendId: late, to: 'paid', ...voucher, paidOn });
  expect((await problemOf(pay('2027-02-01'))).fields).toHaveProperty('paidOn');
  await pay('2027-01-29');
  await step(cast.loan, 'submitted');
  const of = () => read(cast.tam, (ctx) => getSettlement(ctx, settlementId));
  const line = async () => (await of()).lines.find((one) => one.lineId === lineId);
  expect(await line()).toMatchObject({
    approved: 3_600_000n,
    before: 0n,
    paid: 1_500_000n,
    left: 2_100_000n,
  });
  const voided = run(moveSpend, cast.loan, { spendId, to: 'voided', note: 'Nhầm' });
  expect((await problemOf(voided)).code).toBe('state.conflict');
  expect((await problemOf(step(cast.loan, 'approved'))).code).toBe('not_allowed');
  expect((await problemOf(step(cast.minh, 'draft'))).fields).toHaveProperty('note');
  await step(cast.minh, 'approved');
  expect(await of()).toMatchObject({ state: 'approved', approvedBy: cast.minh.accountId });
  const twice = run(openSettlement, cast.loan, { id: newId(world().now), year: '2026', period: 'Y' });
  expect((await problemOf(twice)).code).toBe('duplicate');
});
