import type { ReadContext } from '#platform/commands/command.server.ts';
import { canGiveTasks } from '#features/tasks/policy.ts';
import { targetArea } from '#features/targets/policy.ts';
import { targetBoard } from '#features/targets/queries/target-board.server.ts';
import { hamletsBehind } from './hamlets-behind.ts';
import { shownTargets } from './shown-targets.ts';

/** How the commune's targets stand, for somebody who works for the whole of it; null for who sees no figures of it. */
export async function office(ctx: ReadContext) {
  if (targetArea(ctx.actor) !== 'commune') return null;
  const board = await targetBoard(ctx);
  return {
    targets: board ? shownTargets(board, ctx.today, null) : [],
    mayGive: canGiveTasks(ctx.actor),
    behind: board ? hamletsBehind(board.targets, 5) : [],
  };
}
