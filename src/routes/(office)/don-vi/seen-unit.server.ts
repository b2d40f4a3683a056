import type { ReadContext } from '#platform/commands/command.server.ts';
import { getUnit, type Unit } from '#features/units/queries/units.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';

/** The unit of an address, as far as the actor may see it; else `not_found`. */
export async function unitAt(ctx: ReadContext, id: string): Promise<Unit> {
  if (!isId(id)) throw notFound();
  return getUnit(ctx, id);
}
