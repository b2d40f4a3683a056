import { sql } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { canMergeHamlets } from '../policy.ts';

/** A merger of hamlets that is done or waits for its day. */
export interface ListedMerger {
  id: Id;
  /** The hamlets that end, by name. */
  ending: string[];
  into: string;
  isNew: boolean;
  on: Day;
  decisionNumber: string;
  decisionOn: Day;
  state: 'planned' | 'done';
  /** Hộ that went over; null while it waits. */
  households: number | null;
}

/** The mergers of the commune, the newest day first; those that were called off are not among them. */
export async function listMergers(ctx: ReadContext): Promise<ListedMerger[]> {
  visible(ctx.actor, canMergeHamlets);
  const { rows } = await sql<ListedMerger>`
    select m.id, array(select h.name from hamlets as h where h.commune_id = ${ctx.communeId} and h.id = any(m.hamlet_ids)
                        order by h.code) as ending,
           coalesce(i.name, m.new_name) as into, m.new_name is not null as "isNew", m.valid_from as "on",
           m.decision_number as "decisionNumber", m.decision_on as "decisionOn", m.state,
           (m.counts ->> 'households')::int as households
      from hamlet_mergers as m
      left join hamlets as i on i.commune_id = ${ctx.communeId} and i.id = m.into_hamlet_id
     where m.commune_id = ${ctx.communeId} and m.state <> 'cancelled'
     order by m.valid_from desc, m.id desc`.execute(ctx.tx);
  return rows;
}
