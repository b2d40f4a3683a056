import { defineCommand } from '#platform/commands/command.server.ts';
import { lockVersion } from '#platform/commands/versions.server.ts';
import { VisitCorrection } from '../model/visit.ts';
import { canCorrectVisit, canRecordVisit } from '../policy.ts';
import { getPlacedVisit } from '../queries/visit-place.server.ts';
import * as words from '../words.ts';
import { homesToldOf } from './homes-told-of.server.ts';
import { saveVisit } from './save-visit.server.ts';

/**
 * Writes a visit as it should have been: a new version that replaces the newest one; the old one stays as history, and
 * what it told no longer counts. Whose visit it is does not change. A withdrawn visit comes back this way. Tells
 * 'visit.corrected'. Throws `state.conflict` when somebody else replaced the version meanwhile.
 */
export const correctVisit = defineCommand({
  name: 'visit.correct',
  input: VisitCorrection,
  load: (ctx, input) => getPlacedVisit(ctx, input.visitId),
  allow: (actor, visit, input) =>
    canCorrectVisit(actor, visit) &&
    [visit.hamletId, visit.householdHamletId].some((hamletId) =>
      canRecordVisit(actor, { hamletId }, input.form),
    ),
  async run(ctx, input, visit) {
    const id = input.id ?? ctx.id();
    const { row } = visit;
    const version = { id: row.id, newId: id, replaced: words.alreadyReplaced };
    if ((await lockVersion(ctx, 'visits', version)) === 'again') return { id };
    const told = await homesToldOf(ctx, row.id);
    const saved = await saveVisit(ctx, id, input, {
      householdId: row.household_id,
      survivorId: visit.survivorId,
      hamletId: row.hamlet_id,
      memberId: row.member_id,
      happenedAt: row.visited_at,
      replaces: row.id,
    });
    if (saved) {
      await ctx.emit({
        name: 'visit.corrected',
        hamletId: row.hamlet_id,
        subject: 'visit',
        subjectId: id,
        data: {
          householdIds: [...new Set([...saved.householdIds, ...told])],
          replaces: row.id,
          reason: input.reason,
          before: { on: row.visited_on, met: row.met, form: row.form, void: row.void },
          after: { on: saved.on, met: input.met, form: input.form, void: false },
        },
      });
    }
    return { id };
  },
});
