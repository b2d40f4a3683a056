import { defineCommand } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { ObstacleDirective } from '../model.ts';
import { canDirectObstacle, waitsForLeader } from '../policy.ts';
import * as words from '../words.ts';
import { holdObstacle, writeStep } from './write-step.server.ts';

/**
 * The leader of the commune says what is to be done, and by when (R47). What waits for the leader's decision goes to the level
 * that the leader names: the commune does it, or it is put to the province. Tells 'obstacle.directed'. Throws
 * `input.invalid` for a day that has passed or a decision without a level, `state.conflict` for what is closed.
 */
export const directObstacle = defineCommand({
  name: 'obstacle.direct',
  input: ObstacleDirective,
  load: (ctx, input) => holdObstacle(ctx, input.obstacleId),
  allow: (actor, { one }) => canDirectObstacle(actor, one),
  async run(ctx, input, { row }) {
    if (row.state === 'confirmed')
      throw new Problem('state.conflict', { message: words.noSuchStep(row.state) });
    if (input.dueOn !== null && input.dueOn < ctx.today)
      throw new Problem('input.invalid', { fields: { dueOn: words.directiveDayPast } });
    const decides = waitsForLeader(row);
    if (decides && input.level === null)
      throw new Problem('input.invalid', { fields: { level: words.levelNeeded } });
    if (decides && input.level === 'hamlet')
      throw new Problem('input.invalid', { fields: { level: words.levelCannot } });
    const change = {
      directive: input.directive,
      ...(input.dueOn === null ? {} : { due_on: input.dueOn }),
      ...(decides && input.level !== null
        ? { state: 'triaged' as const, state_on: dayOf(ctx.happenedAt), level: input.level }
        : {}),
    };
    await writeStep(ctx, row, { step: 'directed', change, note: input.directive });
    const { state, level, due_on } = row;
    await ctx.emit({
      name: 'obstacle.directed',
      hamletId: row.hamlet_id,
      subject: 'obstacle',
      subjectId: row.id,
      data: { before: { state, level, due_on }, after: { state, level, due_on, ...change } },
    });
  },
});
