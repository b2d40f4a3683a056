import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { canFollow, type InspectionState } from '../model/inspection-state.ts';
import { getFinding, type PlacedFinding } from '../queries/findings.server.ts';
import { getInspection, type Inspection } from '../queries/inspections.server.ts';
import * as words from '../words.ts';

/** The inspection, held until the end of the command: two who press at once come one after the other. Throws `not_found` when the actor may not see it. */
export async function lockedInspection(ctx: ReadContext, id: Id): Promise<Inspection> {
  await ctx.tx
    .selectFrom('inspections')
    .select('id')
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getInspection(ctx, id);
}

/** A finding, held with its inspection. Throws `not_found` when the actor may not see it. */
export async function lockedFinding(ctx: ReadContext, id: Id): Promise<PlacedFinding> {
  const { inspectionId } = await getFinding(ctx, id);
  await lockedInspection(ctx, inspectionId);
  return getFinding(ctx, id);
}

/** Throws `state.conflict` for a step that the state does not allow. */
export function mustFollow(from: InspectionState, to: InspectionState): void {
  if (!canFollow(from, to)) throw new Problem('state.conflict', { message: words.noSuchStep(from) });
}

/** Throws `state.conflict` for a finding that is closed. */
export function mustBeOpen(finding: PlacedFinding): void {
  if (finding.state !== 'open') throw new Problem('state.conflict', { message: words.findingClosed });
}
