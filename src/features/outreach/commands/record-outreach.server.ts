import { defineCommand } from '#platform/commands/command.server.ts';
import { found, Problem } from '#shared/problem.ts';
import { visible } from '#platform/commands/command.server.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { OutreachInput } from '../model.ts';
import { canRecordOutreach, canSeeOutreach } from '../policy.ts';
import { saveSession } from './save-session.server.ts';

/**
 * Records outreach to a group (W5) in a hamlet or in the whole commune, with the households that were there or a guess of
 * how many people it reached. The same id again writes nothing (P3). Tells 'outreach.recorded', whose `householdIds` is
 * empty for a guess. Throws `not_found` for a hamlet that the actor may not see.
 */
export const recordOutreach = defineCommand({
  name: 'outreach.record',
  input: OutreachInput,
  async load(ctx, input) {
    if (input.hamletId !== null) found(await findHamlet(ctx, input.hamletId));
    return visible({ hamletId: input.hamletId }, (place) => canSeeOutreach(ctx.actor, place));
  },
  allow: (actor, place) => canRecordOutreach(actor, place),
  async run(ctx, input, place) {
    const id = input.id ?? ctx.id();
    const known = await ctx.tx
      .selectFrom('outreach_sessions')
      .select(['recorded_by', 'replaces', 'hamlet_id'])
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (known) {
      const same =
        known.recorded_by === ctx.actor.accountId &&
        known.replaces === null &&
        known.hamlet_id === place.hamletId;
      if (!same) throw new Problem('duplicate');
      return { id };
    }
    const saved = await saveSession(ctx, id, input, null);
    if (saved) {
      await ctx.emit({
        name: 'outreach.recorded',
        hamletId: place.hamletId,
        subject: 'outreach',
        subjectId: id,
        data: {
          householdIds: saved.householdIds,
          on: saved.on,
          form: input.form,
          reach: input.reach,
          estimatedPeople: input.estimatedPeople,
        },
      });
    }
    return { id };
  },
});
