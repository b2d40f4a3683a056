import { redirect } from '@sveltejs/kit';
import { openCommuneReport } from '#features/reports/commands/draft-commune-report.server.ts';
import { canDraftCommuneReport, canOpenCommuneReports, canOpenReports } from '#features/reports/policy.ts';
import { listCommuneReports } from '#features/reports/queries/find-commune-report.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';

export const _access: Access = canOpenCommuneReports;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const calendar = await reportCalendar(ctx);
    const reports = await listCommuneReports(ctx);
    const asked = calendar.kinds.map((kind) => calendar.toReport(kind));
    return {
      // The province has nothing there.
      mayGoBack: canOpenReports(ctx.actor),
      // What ended and nobody began to consolidate.
      toOpen: canDraftCommuneReport(ctx.actor)
        ? asked.filter((key) => !reports.some(({ span }) => span.key === key))
        : [],
      reports: reports.map(({ id, span, version, state, registered }) => ({
        id,
        period: span.key,
        version,
        state,
        number: registered.commune.number,
        datedOn: registered.commune.datedOn,
      })),
    };
  });

export const actions: Actions = {
  soan: async (event) => {
    const { done, problem } = await act(event, openCommuneReport, await formOf(event));
    return problem ?? redirect(303, `/bao-cao/xa/${done}`);
  },
};
