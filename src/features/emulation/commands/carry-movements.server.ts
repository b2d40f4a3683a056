import { sql } from 'kysely';
import type { WriteContext } from '#platform/commands/command.server.ts';
import type { Merging } from '#features/org/commands/merge-hamlets.server.ts';

/**
 * A movement that still runs, or is being written, goes on in the hamlet that goes on, and so do the calls to units that name a merged
 * one. A closed movement keeps the hamlets that it was of. Returns how many movements (phong trào).
 */
export async function carryMovements(ctx: WriteContext, merging: Merging): Promise<number> {
  const ending = sql`${[...merging.ending]}::uuid[]`;
  const runs = sql`(select id from emulation_movements
    where commune_id = ${ctx.communeId} and state in ('draft', 'launched'))`;
  await sql`
    insert into emulation_call_hamlets (commune_id, call_id, hamlet_id)
    select distinct h.commune_id, h.call_id, ${merging.into.id}::uuid from emulation_call_hamlets as h
      join emulation_calls as c on c.commune_id = h.commune_id and c.id = h.call_id
     where h.commune_id = ${ctx.communeId} and h.hamlet_id = any(${ending}) and c.movement_id in ${runs}
    on conflict do nothing`.execute(ctx.tx);
  await sql`
    delete from emulation_call_hamlets as h using emulation_calls as c
     where c.commune_id = h.commune_id and c.id = h.call_id and h.commune_id = ${ctx.communeId}
       and h.hamlet_id = any(${ending}) and c.movement_id in ${runs}`.execute(ctx.tx);
  const { rows } = await sql<{ movement_id: string }>`
    with was as (
      delete from emulation_hamlets
       where commune_id = ${ctx.communeId} and hamlet_id = any(${ending}) and movement_id in ${runs}
      returning movement_id
    )
    insert into emulation_hamlets (commune_id, movement_id, hamlet_id)
    select distinct ${ctx.communeId}, movement_id, ${merging.into.id}::uuid from was
    on conflict do nothing
    returning movement_id`.execute(ctx.tx);
  return rows.length;
}
