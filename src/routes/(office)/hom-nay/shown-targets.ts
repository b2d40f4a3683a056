import type { Day } from '#shared/calendar.ts';
import type { Id } from '#shared/ids.ts';
import type { TargetBoard } from '#features/targets/queries/target-board.server.ts';
import { showTarget } from '#features/targets/shown-target.ts';

/**
 * The targets of a board as lines, each with the address of its work list when the reader may see all its names. A plain number
 * ("ít nhất 5 mô hình") is wanted of the commune, and stands on no hamlet's list.
 */
export function shownTargets(board: TargetBoard, today: Day, hamletId: Id | null) {
  const targets = board.targets.filter(
    ({ definition }) => board.area === 'commune' || definition.goal.kind === 'rate',
  );
  return targets.map(({ definition, figure, planLine, forecast, hamlets }) => ({
    code: definition.code,
    title: definition.title,
    shown: showTarget(definition, figure, planLine, forecast, today),
    leftHref: hamlets.every((hamlet) => hamlet.namesVisible)
      ? `/chi-tieu/${definition.code}/con-lai${hamletId === null ? '' : `?ap=${hamletId}`}`
      : null,
  }));
}
export type TargetLine = ReturnType<typeof shownTargets>[number];
