import { dayOf } from '#shared/calendar.ts';
import { defineCommand, type ReadContext } from '#platform/commands/command.server.ts';
import { found, Problem } from '#shared/problem.ts';
import type { Id } from '#shared/ids.ts';
import { HelperEnding } from '../model/helper.ts';
import { canAssignHelper } from '../policy.ts';
import { getLivingPlace } from '../queries/place.server.ts';
import * as words from '../words.ts';

/** Ends a helper's assignment on a day, with the reason. Tells 'helper.ended'. Throws `state.conflict` when it has ended already. */
export const endHelper = defineCommand({
  name: 'helper.end',
  input: HelperEnding,
  load: (ctx, input) => loadAssignment(ctx, input.assignmentId),
  allow: (actor, { place }) => canAssignHelper(actor, place),
  async run(ctx, input, { row, place }) {
    const endedOn = input.endedOn ?? dayOf(ctx.happenedAt);
    if (endedOn < row.started_on)
      throw new Problem('input.invalid', { fields: { endedOn: words.endBeforeStart } });
    if (endedOn > ctx.today) throw new Problem('input.invalid', { fields: { endedOn: words.dayInFuture } });
    const ended = await ctx.tx
      .updateTable('helper_assignments')
      .set({
        ended_on: endedOn,
        end_reason: input.reason,
        end_recorded_at: ctx.now,
        end_recorded_by: ctx.actor.accountId,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', row.id)
      .where('ended_on', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) {
      const now = await loadAssignment(ctx, row.id);
      // The same ending sent twice (P3).
      if (now.row.ended_on === endedOn && now.row.end_recorded_by === ctx.actor.accountId)
        return { id: row.id };
      throw new Problem('state.conflict', { message: words.helperEnded });
    }
    await ctx.emit({
      name: 'helper.ended',
      hamletId: place.hamletId,
      subject: 'household',
      subjectId: place.id,
      data: {
        householdIds: [place.id],
        assignmentId: row.id,
        memberId: row.member_id,
        endedOn,
        reason: input.reason,
      },
    });
    return { id: row.id };
  },
});

async function loadAssignment(ctx: ReadContext, id: Id) {
  const row = found(
    await ctx.tx
      .selectFrom('helper_assignments')
      .selectAll()
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  return { row, place: await getLivingPlace(ctx, row.household_id) };
}
