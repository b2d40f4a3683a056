import { sql } from 'kysely';
import type { Reaction } from '#platform/commands/events.server.ts';
import { Problem } from '#shared/problem.ts';
import { nextStates, taskStates } from './model/task-state.ts';
import * as words from './words.ts';

const notOver = taskStates.filter((state) => nextStates(state).length > 0);

/** A unit with work that is not over is not ended: nobody would do it. Throws `state.conflict` with how much there is. */
export const refuseUnitWithWork: Reaction = async (ctx, events) => {
  for (const { subjectId, data } of events) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from tasks
       where commune_id = ${ctx.communeId} and assignee_kind = 'unit' and assignee_id = ${subjectId}
         and state = any(${notOver}::text[])`.execute(ctx.tx);
    const count = rows[0]?.count ?? 0;
    if (count > 0)
      throw new Problem('state.conflict', { message: words.unitHasWork(String(data['name']), count) });
  }
};
