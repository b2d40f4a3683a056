import { redirect } from '@sveltejs/kit';
import { cancelCall } from '#features/reports/commands/ask-report.server.ts';
import { isInForce } from '#features/reports/model/report-state.ts';
import { canAskReports } from '#features/reports/policy.ts';
import { reportsOf } from '#features/reports/queries/find-report.server.ts';
import { reportCalls } from '#features/reports/queries/report-calls.server.ts';
import { periodName } from '#features/reports/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { done } from './words.ts';

export const _access: Access = canAskReports;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const calls = await reportCalls(ctx);
    const reports = await reportsOf(
      ctx,
      calls.map(({ period }) => period),
    );
    return {
      calls: calls.map(({ id, period, title, span, dueOn, hamletIds, isCancelled }) => ({
        id,
        period,
        name: periodName(period),
        title,
        from: span.from,
        to: span.to,
        dueOn,
        isCancelled,
        asked: hamletIds.length,
        sent: new Set(
          reports
            .filter((one) => one.span.key === period && isInForce(one.state))
            .map(({ hamletId }) => hamletId),
        ).size,
      })),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  thoi: async (event) => {
    const { problem } = await act(event, cancelCall, await formOf(event));
    return problem ?? redirect(303, '/bao-cao/chuyen-de?xong=thoi');
  },
};
