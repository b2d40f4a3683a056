import { defineCommand } from '#platform/commands/command.server.ts';
import type { NewEvent } from '#platform/commands/events.server.ts';
import type { PlacedHousehold } from '#features/registry/queries/household-place.server.ts';
import type { Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { VisitInput } from '../model/visit.ts';
import { canRecordVisit } from '../policy.ts';
import { getLivingPlace } from '../queries/place.server.ts';
import { saveVisit } from './save-visit.server.ts';
import type { SavedVisit } from './visit-rows.server.ts';

/**
 * Records a visit to a household (W4): who was met, what was needed, shown and learned, what comes next. The same id
 * again answers the same and writes nothing (P3). Tells 'visit.recorded'. Throws `not_found` for a household that the
 * actor may not see, `input.invalid` for a day, person or code that cannot be, `duplicate` for an id that is another's.
 */
export const recordVisit = defineCommand({
  name: 'visit.record',
  input: VisitInput,
  load: (ctx, input) => getLivingPlace(ctx, input.householdId),
  allow: (actor, place, input) => canRecordVisit(actor, place, input.form),
  async run(ctx, input, place) {
    const id = input.id ?? ctx.id();
    const known = await ctx.tx
      .selectFrom('visits')
      .select(['household_id', 'recorded_by', 'replaces'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (known) {
      const same =
        known.household_id === input.householdId &&
        known.recorded_by === ctx.actor.accountId &&
        known.replaces === null;
      if (!same) throw new Problem('duplicate');
      return { id };
    }
    const saved = await saveVisit(ctx, id, input, {
      householdId: input.householdId,
      survivorId: place.id,
      hamletId: place.hamletId,
      ...(place.id === input.householdId && { registeredOn: place.registeredOn }),
      memberId: ctx.actor.memberId,
      happenedAt: ctx.happenedAt,
      replaces: null,
    });
    if (saved) {
      await ctx.emit(recordedVisit(id, input, place, saved));
    }
    return { id };
  },
});

/** What is told of a visit that was written. */
export const recordedVisit = (
  id: Id,
  input: VisitInput,
  place: PlacedHousehold,
  saved: SavedVisit,
): NewEvent => ({
  name: 'visit.recorded',
  hamletId: place.hamletId,
  subject: 'visit',
  subjectId: id,
  data: { householdIds: saved.householdIds, on: saved.on, met: input.met, form: input.form },
});
