import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import { canSeeHousehold } from '../policy.ts';
import type { HouseholdTable, ResidentTable } from '../tables.ts';
import * as words from '../words.ts';

export type HouseholdRow = HouseholdTable;
export type ResidentRow = ResidentTable;

/** As much of a hamlet as the register needs. */
export interface HamletRow {
  id: Id;
  code: string;
  name: string;
  ended: boolean;
}

/** For commands: the household's own row, locked until the transaction ends. `not_found` when the actor may see none; merged doubles included. */
export async function lockHousehold(ctx: ReadContext, id: Id): Promise<HouseholdRow> {
  const row = await ctx.tx
    .selectFrom('households')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return visible(row, (found) => canSeeHousehold(ctx.actor, placeOf(found)));
}

/** As `lockHousehold`, but `state.conflict` when it was merged into another. */
export async function lockLiveHousehold(ctx: ReadContext, id: Id): Promise<HouseholdRow> {
  const row = await lockHousehold(ctx, id);
  if (row.merged_into !== null) throw new Problem('state.conflict', { message: words.alreadyMerged });
  return row;
}

/** Several households, locked in the order of their ids (two commands never wait for each other crosswise). */
export async function lockLiveHouseholds(
  ctx: ReadContext,
  ids: readonly Id[],
): Promise<Map<Id, HouseholdRow>> {
  const rows = new Map<Id, HouseholdRow>();
  for (const id of [...new Set(ids)].sort()) rows.set(id, await lockLiveHousehold(ctx, id));
  return rows;
}

/** For commands: a resident with the household, both locked. `not_found` as for the household. */
export async function lockResident(
  ctx: ReadContext,
  id: Id,
): Promise<{ resident: ResidentRow; household: HouseholdRow }> {
  const find = () =>
    ctx.tx.selectFrom('residents').selectAll().where('commune_id', '=', ctx.communeId).where('id', '=', id);
  const seen = visible(await find().executeTakeFirst(), () => true);
  const household = await lockHousehold(ctx, seen.household_id);
  const resident = visible(await find().forUpdate().executeTakeFirst(), () => true);
  if (resident.household_id !== household.id) throw new Problem('state.conflict');
  return { resident, household };
}

/** As `lockResident`, but `state.conflict` when the person or the household was merged into another. */
export async function lockLiveResident(
  ctx: ReadContext,
  id: Id,
): Promise<{ resident: ResidentRow; household: HouseholdRow }> {
  const found = await lockResident(ctx, id);
  if (found.resident.merged_into !== null || found.household.merged_into !== null)
    throw new Problem('state.conflict', { message: words.alreadyMerged });
  return found;
}

/** The people of households that are not merged away, in the order of the page. */
export async function residentsOf(ctx: ReadContext, householdIds: readonly Id[]): Promise<ResidentRow[]> {
  if (householdIds.length === 0) return [];
  return ctx.tx
    .selectFrom('residents')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('household_id', 'in', householdIds)
    .where('merged_into', 'is', null)
    .orderBy('household_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The hamlet of a form; undefined when this commune has none of that id. */
export async function findHamlet(ctx: ReadContext, id: Id): Promise<HamletRow | undefined> {
  const row = await ctx.tx
    .selectFrom('hamlets')
    .select(['id', 'code', 'name', 'valid_to'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      code: row.code,
      name: row.name,
      ended: row.valid_to !== null && row.valid_to <= ctx.today,
    }
  );
}

export function placeOf(row: Pick<HouseholdRow, 'hamlet_id' | 'responsible_member_id'>) {
  return { hamletId: row.hamlet_id, responsibleMemberId: row.responsible_member_id };
}
