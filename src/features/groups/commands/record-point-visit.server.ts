import * as z from 'zod/mini';
import { callCommand, defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { recordVisit } from '#features/visits/commands/record-visit.server.ts';
import { VisitInput } from '#features/visits/model/visit.ts';
import { canRecordVisit } from '#features/visits/policy.ts';
import { getLivingPlace } from '#features/visits/queries/place.server.ts';
import { atPoint } from '../model.ts';
import { isSupportPoint } from '../queries.server.ts';
import * as words from '../words.ts';
import { notePoint } from './note-point.server.ts';

/**
 * Records a visit "Tại điểm hỗ trợ" in a hamlet that has several, with the point at which it was (W12): by the visits' own
 * command, with its rights and rules. Tells 'visit.recorded'. Throws `input.invalid` for a visit of another form, or a point that
 * is not one of the hamlet's where people are helped; and whatever the visit's own command throws.
 */
export const recordPointVisit = defineCommand({
  name: 'group.record_visit',
  input: z.object({ groupId: id, ...VisitInput.shape }),
  load: (ctx, input) => getLivingPlace(ctx, input.householdId),
  allow: (actor, place) => canRecordVisit(actor, place, atPoint),
  async run(ctx, { groupId, ...visit }, place): Promise<{ id: Id }> {
    if (visit.form !== atPoint) throw new Problem('input.invalid', { fields: { groupId: words.notAtPoint } });
    if (!(await isSupportPoint(ctx, groupId, place.hamletId)))
      throw new Problem('input.invalid', { fields: { groupId: words.noSuchPoint } });
    const recorded = await callCommand(ctx, recordVisit, visit);
    await notePoint(ctx, { visitId: recorded.id, groupId });
    return recorded;
  },
});
