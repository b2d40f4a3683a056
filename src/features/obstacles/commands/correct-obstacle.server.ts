import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { dueOn, ObstacleCorrection } from '../model.ts';
import { canCorrectObstacle } from '../policy.ts';
import { clockOn } from '../queries/clock.server.ts';
import * as words from '../words.ts';
import { holdObstacle, writeStep } from './write-step.server.ts';

/**
 * Puts right what was said, by whoever said it, until somebody has taken it up. Tells 'obstacle.corrected' with what changed,
 * or nothing when nothing did. Throws `state.conflict` when it was taken up meanwhile.
 */
export const correctObstacle = defineCommand({
  name: 'obstacle.correct',
  input: ObstacleCorrection,
  load: (ctx, input) => holdObstacle(ctx, input.obstacleId),
  allow: (actor, { one }) => canCorrectObstacle(actor, one),
  async run(ctx, input, { row }) {
    if (row.state !== 'raised') throw new Problem('state.conflict', { message: words.tooLate });
    const { kind, pillar, title, description, households, severity } = row;
    const before = { kind, pillar, title, description, households, severity };
    const { obstacleId: _, ...after } = input;
    if (JSON.stringify(before) === JSON.stringify({ ...before, ...after })) return;
    const due_on = dueOn(row.clock_from, input.severity, await clockOn(ctx, row.clock_from));
    await writeStep(ctx, row, { step: 'corrected', change: { ...after, due_on }, note: null });
    await ctx.emit({
      name: 'obstacle.corrected',
      hamletId: row.hamlet_id,
      subject: 'obstacle',
      subjectId: row.id,
      data: { before, after },
    });
  },
});
