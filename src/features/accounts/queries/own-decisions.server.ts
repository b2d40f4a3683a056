import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { addDays, startOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';

/** Something that the actor decided. */
export interface OwnDecision {
  at: Date;
  /** 'document.approved' */
  name: string;
  subject: string;
  subjectId: Id;
  /** How many of this kind in one stroke: a directive to five teams is one decision. */
  count: number;
}

/** How far back (days). */
const lookedBack = 7;
const most = 8;

/** What the actor decided in the last seven days, newest first, of the given kinds of events. About oneself: asks no right. */
export async function ownDecisions(ctx: ReadContext, names: readonly string[]): Promise<OwnDecision[]> {
  const { rows } = await sql<OwnDecision>`
    select e.recorded_at as at, e.name, e.subject, min(e.subject_id::text) as "subjectId", count(*)::int as count
      from events as e
     where e.commune_id = ${ctx.communeId} and e.actor_id = ${ctx.actor.accountId}
       and e.name = any(${[...names]}::text[]) and e.recorded_at >= ${startOf(addDays(ctx.today, -lookedBack))}
     group by e.recorded_at, e.name, e.subject
     order by e.recorded_at desc limit ${most}`.execute(ctx.tx);
  return rows;
}
