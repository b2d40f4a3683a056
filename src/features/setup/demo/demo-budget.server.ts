import { runCommand, type Command } from '#platform/commands/command.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { keepSource } from '#features/budget/commands/keep-source.server.ts';
import { moveEstimate } from '#features/budget/commands/move-estimate.server.ts';
import { moveSpend } from '#features/budget/commands/move-spend.server.ts';
import { requestSpend } from '#features/budget/commands/request-spend.server.ts';
import { moveSettlement, openSettlement } from '#features/budget/commands/settle.server.ts';
import { draftEstimate, writeLine } from '#features/budget/commands/write-estimate.server.ts';
import { settlementDays } from '#features/budget/model/settlement.ts';
import { dayOf, startOf, type Day } from '#shared/calendar.ts';
import { newId, type Id } from '#shared/ids.ts';
import { officeActor, type DemoPlace } from './demo-actors.ts';

/** Money of the plan year: two sources, an approved estimate with payments and settled quarters, a change and a payment that wait. Written through the commands themselves. */
export async function writeDemoBudget(database: Database, demo: DemoPlace): Promise<void> {
  const today = dayOf(demo.now);
  const year = Number(today.slice(0, 4));
  /** Days of the year in their order; none is still to come. */
  const on = (day: string): Day => (`${year}-${day}` < today ? `${year}-${day}` : today);
  const at = (day: Day) => new Date(Math.min(startOf(day).getTime() + 9 * 3_600_000, demo.now.getTime()));
  const run = <Input, Loaded, Result>(
    command: Command<Input, Loaded, Result>,
    login: string,
    day: Day,
    input: Record<string, unknown>,
  ) => runCommand(database, command, { actor: officeActor(demo, login), now: at(day) }, input);
  const fresh = (day: Day) => newId(at(day));

  const source = async (more: Record<string, unknown>) => {
    const id = fresh(on('01-08'));
    await run(keepSource, 'loan', on('01-08'), { id, year, paperOn: on('01-05'), ...more });
    return id;
  };
  const communeBudget = await source({
    kind: 'commune_budget',
    name: `Ngân sách xã năm ${year}`,
    amount: 96_000_000,
    paperNumber: '08/QĐ-UBND',
  });
  const gift = await source({
    kind: 'other',
    name: 'Tài trợ của Bưu điện',
    amount: 15_000_000,
    paperNumber: '02/BB-TT',
  });

  const estimateId = fresh(on('01-10'));
  const title = `Kinh phí hoạt động Tổ công nghệ số cộng đồng năm ${year}`;
  await run(draftEstimate, 'hanh', on('01-10'), { id: estimateId, year, kind: 'estimate', title });
  const lines: Id[] = [];
  for (const line of estimateLines(demo.hamlets, communeBudget, gift)) {
    const id = fresh(on('01-10'));
    lines.push(id);
    await run(writeLine, 'hanh', on('01-10'), { id, estimateId, ...line });
  }
  await run(moveEstimate, 'hanh', on('01-12'), { estimateId, to: 'proposed' });
  await run(moveEstimate, 'loan', on('01-14'), { estimateId, to: 'appraised' });
  const decision = { decisionNumber: '21/QĐ-UBND', decisionOn: on('01-20') };
  await run(moveEstimate, 'minh', on('01-20'), { estimateId, to: 'approved', ...decision });

  const pay = async (nth: number, day: Day, spend: Record<string, unknown>) => {
    const spendId = fresh(day);
    await run(requestSpend, 'loan', day, { id: spendId, lineId: lines[nth], ...spend });
    await run(moveSpend, 'minh', day, { spendId, to: 'approved' });
    const voucher = { voucherNumber: `PC-${day.slice(5, 7)}${nth + 1}`, voucherOn: day };
    await run(moveSpend, 'loan', day, { spendId, to: 'paid', ...voucher });
  };
  for (const month of ['03', '06', '09'].filter((one) => `${year}-${one}-20` < today)) {
    const day = `${year}-${month}-20`;
    await pay(0, day, {
      amount: 900_000,
      purpose: `Xăng xe, điện thoại đến hết tháng ${month}`,
      payee: 'Lê Văn Tư',
    });
    await pay(1, day, {
      amount: 600_000,
      purpose: `Xăng xe, điện thoại đến hết tháng ${month}`,
      payee: 'Phạm Thị Sáu',
    });
  }
  for (const period of ['Q1', 'Q2'] as const) {
    if (settlementDays(year, period).to >= today) continue;
    const settlementId = fresh(today);
    await run(openSettlement, 'loan', today, { id: settlementId, year, period });
    await run(moveSettlement, 'loan', today, { settlementId, to: 'submitted' });
    if (period === 'Q1') await run(moveSettlement, 'minh', today, { settlementId, to: 'approved' });
  }

  // What waits: a payment for the leader, and a change for the Economic office.
  await run(requestSpend, 'loan', today, {
    id: fresh(today),
    lineId: lines[2],
    amount: 1_850_000,
    purpose: 'Nước uống, tài liệu lớp tập huấn tháng này',
    payee: 'Cửa hàng văn phòng phẩm Mẫu',
  });
  const changeId = fresh(today);
  await run(draftEstimate, 'hanh', today, {
    id: changeId,
    year,
    kind: 'change',
    title: 'Thêm lớp tập huấn cuối năm',
    reason: 'Các ấp đề nghị thêm một lớp cho người cao tuổi.',
  });
  await run(writeLine, 'hanh', today, {
    id: fresh(today),
    estimateId: changeId,
    baseLineId: lines[2],
    quantity: 20,
    norm: 50_000,
  });
  await run(moveEstimate, 'hanh', today, { estimateId: changeId, to: 'proposed' });

  // And one that is still being written.
  const draftId = fresh(today);
  const draft = { id: draftId, year, kind: 'estimate', title: 'Sửa máy in của điểm hỗ trợ' };
  await run(draftEstimate, 'hanh', today, draft);
  const repair = {
    sourceId: gift,
    name: 'Thay hộp mực máy in',
    normKind: 'item',
    quantity: 2,
    norm: 380_000,
  };
  await run(writeLine, 'hanh', today, { id: fresh(today), estimateId: draftId, ...repair });
}

function estimateLines(hamlets: DemoPlace['hamlets'], communeBudget: Id, gift: Id) {
  const teams = hamlets.slice(0, 2).map(({ id, name }) => ({
    sourceId: communeBudget,
    hamletId: id,
    name: `Hỗ trợ xăng xe, điện thoại cho Tổ ${name}`,
    normKind: 'team_month',
    quantity: 12,
    norm: 300_000,
  }));
  return [
    ...teams,
    {
      sourceId: communeBudget,
      name: 'Tập huấn thành viên Tổ: nước uống, tài liệu',
      normKind: 'person_day',
      quantity: 240,
      norm: 50_000,
    },
    {
      sourceId: gift,
      name: 'Loa cầm tay cho các ấp',
      normKind: 'item',
      unit: 'cái',
      quantity: 24,
      norm: 450_000,
    },
  ];
}
