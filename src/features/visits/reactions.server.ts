import type { Reaction } from '#platform/commands/events.server.ts';
import { survivorOf } from './queries/place.server.ts';
import * as words from './words.ts';

/**
 * When a member's term ends, the households that they helped need another helper (P20): the assignments end with the term,
 * and each household is told of. What the member recorded stays.
 */
export const endAssignmentsOfMember: Reaction = async (ctx, events) => {
  for (const event of events) {
    const open = await ctx.tx
      .selectFrom('helper_assignments')
      .select(['id', 'household_id', 'started_on'])
      .where('commune_id', '=', ctx.communeId)
      .where('member_id', '=', event.subjectId)
      .where('ended_on', 'is', null)
      .execute();
    const told = event.data['endedOn'];
    const endedOn = typeof told === 'string' ? told : ctx.today;
    for (const assignment of open) {
      const day = endedOn < assignment.started_on ? assignment.started_on : endedOn;
      await ctx.tx
        .updateTable('helper_assignments')
        .set({
          ended_on: day,
          end_reason: words.memberLeft,
          end_recorded_at: ctx.now,
          end_recorded_by: ctx.actor.accountId,
        })
        .where('commune_id', '=', ctx.communeId)
        .where('id', '=', assignment.id)
        .execute();
      const household = await survivorOf(ctx, assignment.household_id);
      await ctx.emit({
        name: 'helper.ended',
        hamletId: household.hamletId,
        subject: 'household',
        subjectId: household.id,
        data: {
          householdIds: [household.id],
          assignmentId: assignment.id,
          memberId: event.subjectId,
          endedOn: day,
          reason: words.memberLeft,
          because: event.name,
        },
      });
    }
  }
};
