import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import type { HouseholdPlan } from '../../comparison/compare-list.ts';
import type { ParsedList } from '../../transfer/parsed-list.ts';
import { takeHouseholdCodes } from '../new-rows.server.ts';
import { insertRows, replaceRows } from './bulk-rows.server.ts';
import { writesOf, type PlanWrites } from './plan-writes.server.ts';
import { startReport } from './report-rows.server.ts';

const chunk = 1000;

/** Writes the plans into the register in chunks: rows in bulk, events with their reactions, and one report row a household. */
export async function writePlans(
  ctx: WriteContext,
  importId: Id,
  list: ParsedList,
  plans: readonly HouseholdPlan[],
  tell: (written: number) => void,
): Promise<void> {
  const hamlets = await listHamlets(ctx);
  const created = Map.groupBy(
    plans.filter((plan) => plan.action === 'created'),
    (plan) => plan.hamletId,
  );
  const codes = new Map<HouseholdPlan, string>();
  for (const hamlet of hamlets) {
    const here = created.get(hamlet.id) ?? [];
    if (here.length === 0) continue;
    const taken = await takeHouseholdCodes(ctx, hamlet, here.length);
    for (const [index, plan] of here.entries()) codes.set(plan, taken[index] ?? '');
  }
  const report = await startReport(ctx, importId, list, plans);
  for (let start = 0; start < plans.length; start += chunk) {
    const part = plans.slice(start, start + chunk);
    const writes = part.map((plan) =>
      writesOf(ctx, importId, plan, codes.get(plan) ?? '', report.hamletName),
    );
    await writeChunk(ctx, writes);
    await report.add(part, writes);
    tell(start + part.length);
  }
}

async function writeChunk(ctx: WriteContext, writes: readonly PlanWrites[]): Promise<void> {
  await insertRows(
    ctx.tx,
    'households',
    writes.flatMap((one) => one.newHouseholds),
  );
  await replaceRows(
    ctx.tx,
    'households',
    ctx.communeId,
    writes.flatMap((one) => one.changedHouseholds),
  );
  await insertRows(
    ctx.tx,
    'residents',
    writes.flatMap((one) => one.newResidents),
  );
  await replaceRows(
    ctx.tx,
    'residents',
    ctx.communeId,
    writes.flatMap((one) => one.changedResidents),
  );
  await ctx.emitAll(writes.flatMap((one) => one.events));
}
