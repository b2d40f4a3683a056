import type { ReadContext } from '#platform/commands/command.server.ts';
import { getClass, type TrainingClass } from '#features/training/queries/classes.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';

/** The class of the address; throws `not_found` when the actor may not see it. */
export async function seenClass(ctx: ReadContext, id: string): Promise<TrainingClass> {
  if (!isId(id)) throw notFound();
  return getClass(ctx, id);
}
