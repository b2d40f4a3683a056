import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { derivedOf } from '../model/derived.ts';
import { residentsOf, type ResidentRow } from '../queries/registry-rows.server.ts';

/**
 * Brings the derived columns (head's name, sort keys, what search looks through) of these households in line with their rows and
 * people, in the transaction of the change. Every command that touches a name, phone, address, code or who lives where calls it.
 */
export async function refreshDerived(ctx: WriteContext, householdIds: readonly Id[]): Promise<void> {
  const ids = [...new Set(householdIds)];
  if (ids.length === 0) return;
  const households = await ctx.tx
    .selectFrom('households')
    .select(['id', 'code', 'book_number', 'group_name', 'address', 'phone', 'head_id'])
    .where('commune_id', '=', ctx.communeId)
    .where('id', 'in', ids)
    .execute();
  const people = Map.groupBy(await residentsOf(ctx, ids), (resident) => resident.household_id);
  const rows = households.flatMap((household) => {
    const residents = people.get(household.id) ?? [];
    const head = headOf(household.head_id, residents);
    return head ? [{ id: household.id, ...derivedOf(household, head, residents) }] : [];
  });
  if (rows.length === 0) return;
  await sql`
    update households h
       set head_id = d.head_id, head_name = d.head_name, head_sort_key = d.head_sort_key,
           address_sort_key = d.address_sort_key, search_text = d.search_text
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as d(id uuid, head_id uuid, head_name text, head_sort_key text, address_sort_key text, search_text text)
     where h.commune_id = ${ctx.communeId} and h.id = d.id`.execute(ctx.tx);
}

/** The head that is named; else who is written as head; else the first who lives there. Nobody when the household is empty. */
export function headOf(headId: Id | null, residents: readonly ResidentRow[]): ResidentRow | undefined {
  return (
    residents.find((resident) => resident.id === headId) ??
    residents.find((resident) => resident.relation === 'head' && resident.state === 'living') ??
    residents.find((resident) => resident.state === 'living') ??
    residents[0]
  );
}
