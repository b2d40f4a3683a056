import { redirect } from '@sveltejs/kit';
import { formatWeekday } from '#shared/calendar.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { dropDayOff, keepDayOff } from '#features/reports/commands/keep-calendar.server.ts';
import { listDaysOff } from '#features/reports/queries/days-off.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { daysOff as words } from '../words.ts';

export const _access: Access = canKeepPlan;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({
    days: (await listDaysOff(ctx)).map((one) => ({ ...one, weekday: formatWeekday(one.day) })),
    done: doneText(words.done, event.url),
  }));

export const actions: Actions = {
  ghi: async (event) => {
    const { problem } = await act(event, keepDayOff, await formOf(event));
    return problem ?? redirect(303, '/ke-hoach/ngay-nghi?xong=ghi');
  },
  bo: async (event) => {
    const { problem } = await act(event, dropDayOff, await formOf(event));
    return problem ?? redirect(303, '/ke-hoach/ngay-nghi?xong=bo');
  },
};
