import { notFound } from '#shared/problem.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { isPeriodKey } from '#features/reports/model/span.ts';
import { canSeeBoard } from '#features/reports/policy.ts';
import { owingHamlets } from '#features/reports/queries/owing-hamlets.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import { reminderText } from '#features/reports/words.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import { remind as words } from '../words.ts';

export const _access: Access = canSeeBoard;

/** `?ky=2026-10`; the month that is due now without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const calendar = await reportCalendar(ctx);
    const period = event.url.searchParams.get('ky') ?? calendar.toReport('month');
    if (!isPeriodKey(period) || calendar.spanOf(period).from > ctx.today) throw notFound();
    const owing = await owingHamlets(ctx, period);
    return {
      period,
      owing,
      text: owing.length > 0 ? reminderText(period, owing) : null,
      mayExtend: canKeepPlan(ctx.actor),
      done: doneText(words.done, event.url),
    };
  });
