import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import { deviceRows, type ListedDevice } from './device-rows.server.ts';

/** Numbers that never came, one after the other, and between which doings they lie. */
export interface Gap {
  from: number;
  to: number;
  /** When the operation before it was done; null when it is the phone's first. */
  after: Date | null;
  before: Date | null;
}

/** So many gaps at most are told one by one; the phone's `missing` counts them all. */
const mostGaps = 50;

/** A phone and what it may have lost (sync law 3); throws `not_found` when there is none that the actor may see. */
export async function getDevice(
  ctx: ReadContext,
  deviceId: Id,
): Promise<{ device: ListedDevice; gaps: Gap[] }> {
  const [row] = await deviceRows(ctx, { device: deviceId });
  const device = found(row);
  return { device, gaps: device.missing > 0 ? await gapsOf(ctx, device.id) : [] };
}

async function gapsOf(ctx: ReadContext, deviceId: Id): Promise<Gap[]> {
  const { rows } = await sql<Gap>`
    select before_it + 1 as "from", seq - 1 as "to", before_at as "after", made_at as "before"
      from (select o.seq, o.made_at, coalesce(lag(o.seq) over nth, 0) as before_it, lag(o.made_at) over nth as before_at
              from sync_operations as o
             where o.commune_id = ${ctx.communeId} and o.device_id = ${deviceId}
            window nth as (order by o.seq)) as pairs
     where seq > before_it + 1
     order by seq desc
     limit ${mostGaps}`.execute(ctx.tx);
  return rows;
}
