import { sql, type Selectable } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { goesOn } from '#features/visits/facts.server.ts';
import { canSeeOutreach, type SessionPlace } from '../policy.ts';
import type { OutreachSessionTable } from '../tables.ts';

/** One version of a session with what policies ask about it. */
export interface PlacedSession extends SessionPlace {
  row: Selectable<OutreachSessionTable>;
}

/** A version of a session by its id; throws `not_found` when there is none that the actor may see. */
export async function getPlacedSession(ctx: ReadContext, id: Id): Promise<PlacedSession> {
  const row = await ctx.tx
    .selectFrom('outreach_sessions')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return visible(row && { row, hamletId: row.hamlet_id, recordedBy: row.recorded_by }, (session) =>
    canSeeOutreach(ctx.actor, session),
  );
}

/** The households that a version names, as those that go on for them now. */
export async function householdsOf(ctx: ReadContext, sessionId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select distinct coalesce(m.goes_on, l.household_id) as id
      from outreach_households as l
      left join ${goesOn('households', { communeId: ctx.communeId })} as m on m.id = l.household_id
     where l.commune_id = ${ctx.communeId} and l.session_id = ${sessionId}`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
