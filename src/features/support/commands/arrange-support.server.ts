import { defineCommand } from '#platform/commands/command.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { Problem } from '#shared/problem.ts';
import { listActiveMembersFor } from '#features/org/queries.server.ts';
import { SupportAssignment, SupportEnd, SupportSchedule } from '../model.ts';
import { canAssignSupport, canCancelSupport, canWorkSupport } from '../policy.ts';
import * as words from '../words.ts';
import { holdRequest, takeStep, writeStep } from './write-step.server.ts';

/**
 * Gives a request to a member of the hamlet's team; to another one as long as nobody has gone. Tells 'support.moved'. Throws
 * `input.invalid` for somebody who is no active member there.
 */
export const assignSupport = defineCommand({
  name: 'support.assign',
  input: SupportAssignment,
  load: (ctx, input) => holdRequest(ctx, input.requestId),
  allow: (actor, { one }) => canAssignSupport(actor, one),
  async run(ctx, { memberId, note }, { row }) {
    if (row.state === 'assigned' && row.member_id === memberId) return;
    const members = await listActiveMembersFor(ctx, row.hamlet_id);
    if (!members.some((member) => member.id === memberId))
      throw new Problem('input.invalid', { fields: { memberId: words.memberElsewhere } });
    if (row.state === 'assigned' || row.state === 'scheduled') {
      // Somebody else goes; what was agreed with the person stays.
      await writeStep(ctx, row, { step: 'assigned', change: { member_id: memberId }, note });
      await ctx.emit({
        name: 'support.moved',
        hamletId: row.hamlet_id,
        subject: 'support',
        subjectId: row.id,
        data: { before: { memberId: row.member_id }, after: { memberId } },
      });
      return;
    }
    await takeStep(ctx, row, { to: 'assigned', change: { member_id: memberId }, note });
  },
});

/** Agrees on a day with the person who asked. Tells 'support.moved'. Throws `input.invalid` for a day that has passed. */
export const scheduleSupport = defineCommand({
  name: 'support.schedule',
  input: SupportSchedule,
  load: (ctx, input) => holdRequest(ctx, input.requestId),
  allow: (actor, { one }) => canWorkSupport(actor, one),
  async run(ctx, { scheduledOn, scheduledAt, note }, { row }) {
    if (scheduledOn < dayOf(ctx.happenedAt))
      throw new Problem('input.invalid', { fields: { scheduledOn: words.dayPast } });
    const change = { scheduled_on: scheduledOn, scheduled_at: scheduledAt };
    if (row.state !== 'scheduled') await takeStep(ctx, row, { to: 'scheduled', change, note });
    // Another day than the one that was agreed on.
    else if (row.scheduled_on !== scheduledOn || row.scheduled_at !== scheduledAt)
      await writeStep(ctx, row, { step: 'scheduled', change, note });
  },
});

/** Nobody was there at the agreed time, or nobody needs it any more. Tells 'support.moved'. Ended twice is ended once. */
export const endSupport = defineCommand({
  name: 'support.end',
  input: SupportEnd,
  load: (ctx, input) => holdRequest(ctx, input.requestId),
  allow: (actor, { one }, { to }) =>
    to === 'cancelled' ? canCancelSupport(actor, one) : canWorkSupport(actor, one),
  async run(ctx, { to, note }, { row }) {
    if (row.state !== to) await takeStep(ctx, row, { to, change: {}, note });
  },
});
