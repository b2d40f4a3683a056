import type { ReadContext } from '#platform/commands/command.server.ts';
import { getMovement, type Movement } from '#features/emulation/queries/movements.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';

/** The movement of a page's address; `not_found` for what is no id, too. */
export async function movementAt(ctx: ReadContext, id: string): Promise<Movement> {
  if (!isId(id)) throw notFound();
  return getMovement(ctx, id);
}
