import { redirect } from '@sveltejs/kit';
import { periodKinds } from '#features/plans/model.ts';
import { canOpenIndicators } from '#features/indicators/policy.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import {
  canDecideReport,
  canAskReports,
  canKeepForms,
  canOpenCommuneReports,
  canOpenReports,
  canSeeBoard,
  canSeeCommuneSum,
  ownReportHamlets,
} from '#features/reports/policy.ts';
import { ownReminders } from '#features/reports/queries/reminders.server.ts';
import { ownReports } from '#features/reports/queries/own-reports.server.ts';
import { reportBoard } from '#features/reports/queries/report-board.server.ts';
import { reportCalendar } from '#features/reports/queries/report-calendar.server.ts';
import type { SpanKind } from '#features/reports/model/span.ts';
import { kindNames } from '#features/reports/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { boardTable, boardNeeds } from './board-cells.ts';
import { putReminderAway } from './put-reminder-away.server.ts';

export const _access: Access = canOpenReports;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const wanted = event.url.searchParams.get('loai');
    const kind = ([...periodKinds, 'asked'] as const).find((one) => one === wanted) ?? 'month';
    const board = canSeeBoard(ctx.actor) ? await reportBoard(ctx, { kind }) : null;
    return {
      own: await ownReports(ctx),
      reminders: await ownReminders(ctx),
      board: board && {
        ...boardTable(board),
        needs: boardNeeds(board, canDecideReport(ctx.actor, { submittedBy: null })),
        kinds: board.kinds.length > 1 ? board.kinds.map((one) => kindTab(one, kind)) : [],
      },
      maySum: canSeeCommuneSum(ctx.actor),
      mayAsk: canAskReports(ctx.actor),
      mayKeepForms: canKeepForms(ctx.actor),
      mayCommune: canOpenCommuneReports(ctx.actor),
      mayIndicators: canOpenIndicators(ctx.actor),
      mayDigest: canSeeBoard(ctx.actor) || ownReportHamlets(ctx.actor).length > 0,
      sumOf:
        board?.periods.find(({ isOver }) => isOver)?.span.key ??
        (await reportCalendar(ctx)).toReport('month'),
    };
  });

const kindTab = (kind: SpanKind, shown: SpanKind) => ({
  label: kindNames[kind],
  href: kind === 'month' ? '/bao-cao' : `/bao-cao?loai=${kind}`,
  current: kind === shown,
});

export const actions: Actions = {
  mo: async (event) => {
    const { done, problem } = await act(event, openReport, await formOf(event));
    return problem ?? redirect(303, `/bao-cao/${done}`);
  },
  xem: putReminderAway,
};
