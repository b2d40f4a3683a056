import { fail, redirect } from '@sveltejs/kit';
import { acceptReport } from '#features/reports/commands/decide-report.server.ts';
import { canDecideReport } from '#features/reports/policy.ts';
import { waitingReports } from '#features/reports/queries/waiting-reports.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { reading as words } from '../words.ts';

export const _access: Access = (actor) => canDecideReport(actor, { submittedBy: null });

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const reports = await waitingReports(ctx);
    const isFlagged = (one: (typeof reports)[number]) => one.flags.length > 0 || one.mayDiffer;
    return {
      flagged: reports.filter(isFlagged),
      clean: reports.filter((one) => !isFlagged(one)),
      period: reports[0]?.period ?? null,
    };
  });

export const actions: Actions = {
  /** Each is received by itself: one that somebody else just decided about does not hold up the others. */
  default: async (event) => {
    const chosen = (await formOf(event))['reportIds'];
    const ids = Array.isArray(chosen) ? chosen.filter((one) => typeof one === 'string') : [];
    if (ids.length === 0) return fail(422, { message: words.chooseOne });
    let received = 0;
    for (const reportId of ids) {
      const { problem } = await act(event, acceptReport, { reportId });
      if (!problem) received += 1;
    }
    return redirect(303, `/bao-cao/xem?nhan=${received}`);
  },
};
