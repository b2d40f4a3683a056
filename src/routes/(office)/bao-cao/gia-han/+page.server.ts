import { redirect } from '@sveltejs/kit';
import { addDays } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { found, notFound } from '#shared/problem.ts';
import { findHamlet } from '#features/org/queries.server.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { extendDueDay } from '#features/reports/commands/keep-calendar.server.ts';
import { isPeriodKey } from '#features/reports/model/span.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';

export const _access: Access = canKeepPlan;

/** `?ky=2026-10&ap=<id>`; without a hamlet it is for all of them. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const calendar = await reportCalendar(ctx);
    const period = event.url.searchParams.get('ky') ?? calendar.toReport('month');
    const id = event.url.searchParams.get('ap');
    if (!isPeriodKey(period) || (id !== null && !isId(id))) throw notFound();
    const hamlet = id === null ? null : found(await findHamlet(ctx, id));
    const due = calendar.dueOn(period, id);
    return {
      period,
      hamlet: hamlet && { id: hamlet.id, name: hamlet.name },
      due,
      suggested: addDays(due > ctx.today ? due : ctx.today, 3),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, extendDueDay, values);
    return problem ?? redirect(303, `/bao-cao/nhac?ky=${text(values, 'period')}&xong=gia-han`);
  },
};
