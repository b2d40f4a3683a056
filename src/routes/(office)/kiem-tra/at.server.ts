import type { ReadContext } from '#platform/commands/command.server.ts';
import { getFinding, type PlacedFinding } from '#features/inspection/queries/findings.server.ts';
import { getInspection, type Inspection } from '#features/inspection/queries/inspections.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';

/** The inspection, or the finding, of the page's address; what is no id is not there. */
export function inspectionAt(ctx: ReadContext, id: string): Promise<Inspection> {
  if (!isId(id)) throw notFound();
  return getInspection(ctx, id);
}

export function findingAt(ctx: ReadContext, id: string): Promise<PlacedFinding> {
  if (!isId(id)) throw notFound();
  return getFinding(ctx, id);
}
