import { sql } from 'kysely';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Day } from '#shared/calendar.ts';
import { attendedTrainings, heldClasses } from '../facts.server.ts';

/** The commune's training in a span of days, as written down by a cut-off. */
export interface TrainingThen {
  /** Classes (lớp) that were held, and of these for the whole commune. */
  classes: number;
  wide: number;
  /** Members (người) who were there, each once; who was there, and who passed (lượt). */
  members: number;
  attendances: number;
  passes: number;
}

/** Counts of the whole commune: what happened by `day` and was written down by `cutoffAt`. For reports, which ask who may. */
export async function trainingAsOf(
  ctx: ReadContext,
  { from, day, cutoffAt }: { from: Day; day: Day; cutoffAt: Date },
): Promise<TrainingThen> {
  const asOf = { communeId: ctx.communeId, recordedBy: cutoffAt, day };
  const { rows } = await sql<TrainingThen>`
    select (select count(*)::int from ${heldClasses(asOf)} as c where c.held_on >= ${from}) as classes,
           (select count(*)::int from ${heldClasses(asOf)} as c where c.held_on >= ${from} and c.hamlet_id is null) as wide,
           count(distinct a.member_id)::int as members, count(*)::int as attendances,
           (count(*) filter (where a.result = 'passed'))::int as passes
      from ${attendedTrainings(asOf)} as a where a.held_on >= ${from}`.execute(ctx.tx);
  return rows[0] ?? { classes: 0, wide: 0, members: 0, attendances: 0, passes: 0 };
}
