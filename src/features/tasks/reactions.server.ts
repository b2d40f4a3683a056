import type { Reaction } from '#platform/commands/events.server.ts';
import { Problem } from '#shared/problem.ts';
import { nextStates, taskStates } from './model/task-state.ts';
import * as words from './words.ts';

/** A unit with work that is not over is not ended: nobody would do it. Throws `state.conflict` with how much there is. */
export const refuseUnitWithWork: Reaction = async (ctx, events) => {
  for (const { subjectId, data } of events) {
    const { count } = await ctx.tx
      .selectFrom('tasks')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('commune_id', '=', ctx.communeId)
      .where('assignee_kind', '=', 'unit')
      .where('assignee_id', '=', subjectId)
      .where('state', 'in', notOver)
      .executeTakeFirstOrThrow();
    if (Number(count) > 0)
      throw new Problem('state.conflict', {
        message: words.unitHasWork(String(data['name']), Number(count)),
      });
  }
};

const notOver = taskStates.filter((state) => nextStates(state).length > 0);
