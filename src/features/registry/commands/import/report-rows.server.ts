import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import type { HouseholdPlan } from '../../comparison/compare-list.ts';
import type { BeforeImport } from '../../model/import.ts';
import type { ParsedList } from '../../transfer/parsed-list.ts';
import { insertRows } from './bulk-rows.server.ts';
import { describeSkipped, planDescriber } from './describe-plan.ts';

/** What was written for a plan; in a preview nothing yet. */
export interface Written {
  householdId: Id | null;
  before: BeforeImport | null;
}

/** Makes the report of an import anew: a row per household of the list, then those that were left out. */
export async function startReport(
  ctx: WriteContext,
  importId: Id,
  list: ParsedList,
  plans: readonly HouseholdPlan[],
) {
  const names = new Map((await listHamlets(ctx)).map((hamlet) => [hamlet.id, hamlet.name]));
  const describe = planDescriber(list, (id) => names.get(id) ?? '');
  await ctx.tx
    .deleteFrom('import_rows')
    .where('commune_id', '=', ctx.communeId)
    .where('import_id', '=', importId)
    .execute();
  const base = { commune_id: ctx.communeId, import_id: importId };
  const leftOut = describeSkipped(list).map((one, index) => ({
    ...base,
    position: plans.length + index,
    sheet: one.sheet,
    row_number: one.row,
    head_name: null,
    hamlet_name: null,
    action: 'skipped' as const,
    household_id: null,
    before: null,
    message: one.message,
  }));
  await insertRows(ctx.tx, 'import_rows', leftOut);
  return {
    hamletName: (id: Id) => names.get(id) ?? '',
    /** Adds the rows of some plans; `written` in the same order. */
    add: (part: readonly HouseholdPlan[], written: readonly Written[]) =>
      insertRows(
        ctx.tx,
        'import_rows',
        part.map((plan, index) => ({
          ...base,
          position: plan.index,
          sheet: plan.listed.sheet,
          row_number: plan.listed.row,
          head_name: plan.listed.headName,
          hamlet_name: plan.listed.hamlet,
          action: plan.action,
          household_id: written[index]?.householdId ?? null,
          before: written[index]?.before ?? null,
          message: describe(plan, plans),
        })),
      ),
  };
}
