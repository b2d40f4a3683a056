import { redirect } from '@sveltejs/kit';
import { runCommand } from '#platform/commands/command.server.ts';
import { notFound } from '#shared/problem.ts';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import { canDraftDocument } from '#features/documents/policy.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { isPeriodKey } from '#features/reports/model/span.ts';
import { canSeeBoard } from '#features/reports/policy.ts';
import { owingHamlets } from '#features/reports/queries/owing-hamlets.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import { periodInText, reminderText } from '#features/reports/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { attempt, formOf, originOf, read, text, type Access } from '#routes/door.server.ts';
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
      mayDraft: canDraftDocument(ctx.actor),
      mayExtend: canKeepPlan(ctx.actor),
      done: doneText(words.done, event.url),
    };
  });

export const actions: Actions = {
  /** The letter (công văn) to the heads of the hamlets that owe this period's report. */
  'cong-van': async (event) => {
    const period = text(await formOf(event), 'period');
    const owing = await read(event, async (ctx) => {
      if (!isPeriodKey(period) || (await reportCalendar(ctx)).spanOf(period).from > ctx.today)
        throw notFound();
      return (await owingHamlets(ctx, period)).map(({ name, dueOn, days }) => ({ name, dueOn, days }));
    });
    const input = {
      kind: 'reminder',
      about: period,
      period: isPeriodKey(period) ? periodInText(period) : '',
    };
    const { done, problem } = await attempt({ period }, () =>
      runCommand(sharedRuntime().database, draftDocument, originOf(event), { ...input, owing }),
    );
    return problem ?? redirect(303, `/van-ban/${done}`);
  },
};
