import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { AsOf } from '#features/visits/facts.server.ts';
import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { outreachContacts } from './facts.server.ts';

export interface SyncedGathering {
  householdId: Id;
  sessionId: Id;
  on: Day;
  form: string;
}

/** Sessions since a day that name households. `asOf.among` names the households. */
export async function syncedGatherings(ctx: ReadContext, asOf: AsOf, since: Day): Promise<SyncedGathering[]> {
  const { rows } = await sql<SyncedGathering>`
    select o.household_id as "householdId", o.session_id as "sessionId", o.held_on as "on", o.form
      from ${outreachContacts(asOf)} as o where o.held_on >= ${since}
     order by o.household_id, o.held_on desc, o.session_id`.execute(ctx.tx);
  return rows;
}
