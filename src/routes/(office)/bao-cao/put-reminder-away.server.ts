import { redirect, type RequestEvent } from '@sveltejs/kit';
import { seeReminder } from '#features/reports/commands/see-reminder.server.ts';
import { act, formOf } from '#routes/door.server.ts';

/** "Đã xem" on a reminder, for each page that shows them: back to the same page, without it. */
export async function putReminderAway(event: RequestEvent) {
  const { problem } = await act(event, seeReminder, await formOf(event));
  return problem ?? redirect(303, event.url.pathname);
}
