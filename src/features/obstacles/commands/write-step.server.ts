import type { Selectable } from 'kysely';
import type { ReadContext, WriteContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import { getObstacle, type Obstacle } from '../queries/obstacles.server.ts';
import type { ObstacleStepKind, ObstacleTable } from '../tables.ts';

/** An obstacle and its row, which no second command changes until this one is through: their steps come one after the other. */
export interface HeldObstacle {
  one: Obstacle;
  row: Selectable<ObstacleTable>;
}

/** Holds an obstacle before anything is asked about it; throws `not_found` when there is none that the actor may see. */
export async function holdObstacle(ctx: ReadContext, id: Id): Promise<HeldObstacle> {
  const row = await ctx.tx
    .selectFrom('obstacles')
    .selectAll()
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return { row: found(row), one: await getObstacle(ctx, id) };
}

/** Writes how an obstacle stands now and, beside it, the step that led there. */
export async function writeStep(
  ctx: WriteContext,
  row: Selectable<ObstacleTable>,
  { step, change, note }: { step: ObstacleStepKind; change: Partial<ObstacleTable>; note: string | null },
): Promise<void> {
  const after = { ...row, ...change, steps: row.steps + 1 };
  await ctx.tx
    .updateTable('obstacles')
    .set({ ...change, steps: after.steps })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', row.id)
    .execute();
  await insertStep(ctx, after, step, note);
}

/** The step itself, as a row that is never changed. */
export async function insertStep(
  ctx: WriteContext,
  after: Selectable<ObstacleTable>,
  step: ObstacleStepKind,
  note: string | null,
): Promise<void> {
  await ctx.tx
    .insertInto('obstacle_steps')
    .values({
      commune_id: ctx.communeId,
      obstacle_id: after.id,
      seq: after.steps,
      step,
      state: after.state,
      level: after.level,
      kind: after.kind,
      severity: after.severity,
      title: after.title,
      households: after.households,
      due_on: after.due_on,
      note,
      done_by: ctx.actor.accountId,
      done_on: dayOf(ctx.happenedAt),
      recorded_at: ctx.now,
    })
    .execute();
}
