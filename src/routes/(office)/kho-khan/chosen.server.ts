import type { ReadContext } from '#platform/commands/command.server.ts';
import { handles, speaksFor, waitsForLeader } from '#features/obstacles/policy.ts';
import { isOpen } from '#features/obstacles/model.ts';
import { listObstacles, type Obstacle } from '#features/obstacles/queries/obstacles.server.ts';
import type { Asked, Quick } from './filter.ts';

/** Whether an obstacle is among those of a chip, for who asks. */
export function isAmong(ctx: ReadContext, one: Obstacle, quick: Quick): boolean {
  const { actor } = ctx;
  if (quick === 'qua-han') return one.overdue > 0;
  if (quick === 'cho-quyet-dinh') return waitsForLeader(one);
  if (quick === 'cho-toi') return one.state === 'resolved' && speaksFor(actor, one);
  if (quick === 'toi-neu') return speaksFor(actor, one);
  const isNew = one.state === 'raised' || one.state === 'escalated';
  return isNew && isOpen(one.state) && !waitsForLeader(one) && handles(actor, one);
}

/** What the address asks for: on the board what is not closed, in the list all. */
export async function chosenObstacles(ctx: ReadContext, asked: Asked): Promise<Obstacle[]> {
  const { quick, view, ...filter } = asked;
  const found = await listObstacles(ctx, { ...filter, open: view === 'board' });
  return quick === null ? found : found.filter((one) => isAmong(ctx, one, quick));
}
