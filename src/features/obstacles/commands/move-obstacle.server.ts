import type { Selectable } from 'kysely';
import { defineCommand, type WriteContext } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { canFollow, dueOn, levelAbove, needsWords, ObstacleStep } from '../model.ts';
import { canMoveObstacle } from '../policy.ts';
import { clockOn } from '../queries/clock.server.ts';
import type { ObstacleTable } from '../tables.ts';
import * as words from '../words.ts';
import { holdObstacle, writeStep } from './write-step.server.ts';

/**
 * Takes an obstacle one step further: to a level, into work, to its answer, to its end, or up. Going up starts the clock
 * again, since others are asked now; the days before stay in the history. A step that was already taken is not taken again.
 * Tells 'obstacle.moved'. Throws `state.conflict` for a step that the state does not allow, `input.invalid` for an answer or
 * a reason without words, or a level that cannot take it.
 */
export const moveObstacle = defineCommand({
  name: 'obstacle.move',
  input: ObstacleStep,
  load: (ctx, input) => holdObstacle(ctx, input.obstacleId),
  allow: (actor, { one }, input) => canMoveObstacle(actor, one, input.to),
  async run(ctx, input, { row }) {
    if (row.state === input.to) return;
    if (!canFollow(row.state, input.to))
      throw new Problem('state.conflict', { message: words.noSuchStep(row.state) });
    if (needsWords.includes(input.to) && input.note === null)
      throw new Problem('input.invalid', { fields: { note: missingWords(row, input) } });
    const on = dayOf(ctx.happenedAt);
    const change = {
      state: input.to,
      state_on: on < row.state_on ? row.state_on : on,
      ...(input.to === 'triaged' ? await triage(ctx, row, input) : {}),
      ...(input.to === 'resolved' ? { answer: input.note } : {}),
      ...(input.to === 'escalated' ? await goUp(ctx, row) : {}),
    };
    await writeStep(ctx, row, { step: input.to, change, note: input.note });
    const { state, level, severity, due_on } = row;
    await ctx.emit({
      name: 'obstacle.moved',
      hamletId: row.hamlet_id,
      subject: 'obstacle',
      subjectId: row.id,
      data: { before: { state, level, severity, due_on }, after: change },
    });
  },
});

type Row = Selectable<ObstacleTable>;

function missingWords(row: Row, { to }: ObstacleStep): string {
  if (to === 'resolved') return words.answerNeeded;
  return row.state === 'resolved' ? words.notSolvedNeeded : words.reasonNeeded;
}

/** A new one goes to its hamlet or to the commune; what went up is taken up where it is. */
async function triage(ctx: WriteContext, row: Row, input: ObstacleStep): Promise<Partial<ObstacleTable>> {
  const possible =
    row.state === 'escalated' ? [row.level] : row.hamlet_id === null ? ['commune'] : ['hamlet', 'commune'];
  const level = input.level ?? (possible.length === 1 ? row.level : null);
  if (level === null) throw new Problem('input.invalid', { fields: { level: words.levelNeeded } });
  if (!possible.includes(level)) throw new Problem('input.invalid', { fields: { level: words.levelCannot } });
  const severity = input.severity ?? row.severity;
  if (severity === row.severity) return { level };
  return { level, severity, due_on: dueOn(row.clock_from, severity, await clockOn(ctx, row.clock_from)) };
}

async function goUp(ctx: WriteContext, row: Row): Promise<Partial<ObstacleTable>> {
  const on = dayOf(ctx.happenedAt);
  return {
    level: levelAbove(row.level),
    clock_from: on,
    due_on: dueOn(on, row.severity, await clockOn(ctx, on)),
  };
}
