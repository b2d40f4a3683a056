import * as z from 'zod/mini';
import { defineCommand } from '#platform/commands/command.server.ts';
import { id } from '#shared/fields.ts';
import { canSeeReminder } from '../policy.ts';
import { getReminder } from '../queries/reminders.server.ts';

/** "Đã xem": puts a reminder away, with those of the same report that the person got before it. Done twice it is done once. */
export const seeReminder = defineCommand({
  name: 'report.see_reminder',
  input: z.object({ reminderId: id }),
  load: (ctx, input) => getReminder(ctx, input.reminderId),
  allow: (actor, reminder) => canSeeReminder(actor, reminder),
  run: async (ctx, _input, reminder) => {
    if (reminder.seenAt !== null) return;
    await ctx.tx
      .updateTable('report_reminders')
      .set({ seen_at: ctx.now })
      .where('commune_id', '=', ctx.communeId)
      .where('account_id', '=', reminder.accountId)
      .where('hamlet_id', '=', reminder.hamletId)
      .where('period', '=', reminder.period)
      .where('made_at', '<=', reminder.madeAt)
      .where('seen_at', 'is', null)
      .execute();
    await ctx.emit({
      name: 'report.reminder_seen',
      hamletId: reminder.hamletId,
      subject: 'report_reminder',
      subjectId: reminder.id,
      data: { period: reminder.period, day: reminder.day },
    });
  },
});
