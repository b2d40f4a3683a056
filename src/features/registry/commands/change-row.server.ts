import type { WriteContext } from '#platform/commands/command.server.ts';
import type { NewEvent } from '#platform/commands/events.server.ts';
import type { RegistryChange, RegistryEventData } from '../model/events.ts';
import type { HouseholdRow, ResidentRow } from '../queries/registry-rows.server.ts';

type Fixed = 'commune_id' | 'id' | 'created_at' | 'updated_at';
export type HouseholdChange = Partial<Omit<HouseholdRow, Fixed>>;
export type ResidentChange = Partial<Omit<ResidentRow, Fixed>>;

/** Columns that follow from others: events do not tell them. */
const derived = new Set(['head_sort_key', 'address_sort_key', 'search_text', 'name_folded', 'sort_key']);

/** The columns that really change, as they were and as they become; null when nothing does. */
export function changedColumns<Row extends object>(
  row: Row,
  change: Partial<Row>,
): { before: Partial<Row>; after: Partial<Row> } | null {
  const before: Partial<Row> = {};
  const after: Partial<Row> = {};
  for (const key in change) {
    if (change[key] === undefined) continue;
    if (change[key] === row[key] && !toldTogether(key, row, change)) continue;
    before[key] = row[key];
    after[key] = change[key];
  }
  return Object.keys(after).length === 0 ? null : { before, after };
}

/** A birth is told whole: its date says nothing without how exactly it is known. */
function toldTogether(key: string, row: object, change: object): boolean {
  if (key !== 'birth_date' && key !== 'birth_precision') return false;
  const { birth_date: was, birth_precision: wasKnown }: Partial<ResidentRow> = row;
  const { birth_date: is, birth_precision: isKnown }: Partial<ResidentRow> = change;
  return (is !== undefined && is !== was) || (isKnown !== undefined && isKnown !== wasKnown);
}

/** What of a change an event tells. */
export function told(columns: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([key]) => !derived.has(key)));
}

/** The event of a change to a household's row. */
export function householdEvent(
  name: RegistryChange,
  row: Pick<HouseholdRow, 'id' | 'hamlet_id'>,
  data: Omit<RegistryEventData, 'householdIds'> & { householdIds?: string[] },
): NewEvent {
  return {
    name,
    hamletId: row.hamlet_id,
    subject: 'household',
    subjectId: row.id,
    data: { householdIds: [row.id], ...data },
  };
}

/** The event of a change to a resident's row; `hamletId` is that of the household. */
export function residentEvent(
  name: RegistryChange,
  resident: Pick<ResidentRow, 'id' | 'household_id' | 'full_name'>,
  hamletId: string,
  data: Omit<RegistryEventData, 'householdIds'> & { householdIds?: string[] },
): NewEvent {
  return {
    name,
    hamletId,
    subject: 'resident',
    subjectId: resident.id,
    data: { householdIds: [resident.household_id], name: resident.full_name, ...data },
  };
}

/** Writes a change to a household and tells it; false when nothing changed (then nothing is told). */
export async function changeHousehold(
  ctx: WriteContext,
  name: RegistryChange,
  row: HouseholdRow,
  change: HouseholdChange,
  more: Record<string, unknown> = {},
): Promise<boolean> {
  const changed = changedColumns<HouseholdRow>(row, change);
  if (!changed) return false;
  await ctx.tx
    .updateTable('households')
    .set({ ...changed.after, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', row.id)
    .execute();
  const after = { ...row, ...changed.after };
  await ctx.emit(
    householdEvent(name, after, { ...more, before: told(changed.before), after: told(changed.after) }),
  );
  return true;
}

/** Writes a change to a resident and tells it; false when nothing changed. */
export async function changeResident(
  ctx: WriteContext,
  name: RegistryChange,
  row: ResidentRow,
  hamletId: string,
  change: ResidentChange,
  more: Record<string, unknown> & { householdIds?: string[] } = {},
): Promise<boolean> {
  const changed = changedColumns<ResidentRow>(row, change);
  if (!changed) return false;
  await ctx.tx
    .updateTable('residents')
    .set({ ...changed.after, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', row.id)
    .execute();
  await ctx.emit(
    residentEvent(name, { ...row, ...changed.after }, hamletId, {
      ...more,
      before: told(changed.before),
      after: told(changed.after),
    }),
  );
  return true;
}
