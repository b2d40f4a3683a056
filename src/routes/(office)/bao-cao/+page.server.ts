import { redirect } from '@sveltejs/kit';
import { monthOf } from '#shared/calendar.ts';
import { openReport } from '#features/reports/commands/open-report.server.ts';
import { canOpenReports, canSeeBoard, canSeeCommuneSum } from '#features/reports/policy.ts';
import { ownReports } from '#features/reports/queries/own-reports.server.ts';
import { reportBoard } from '#features/reports/queries/report-board.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { boardTable, boardNeeds } from './board-cells.ts';

export const _access: Access = canOpenReports;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const board = canSeeBoard(ctx.actor) ? await reportBoard(ctx) : null;
    return {
      own: await ownReports(ctx),
      thisMonth: monthOf(ctx.today),
      board: board && { ...boardTable(board), needs: boardNeeds(board, ctx.today) },
      maySum: canSeeCommuneSum(ctx.actor),
      sumMonth: board?.months.at(1)?.month ?? board?.months.at(0)?.month ?? monthOf(ctx.today),
    };
  });

export const actions: Actions = {
  mo: async (event) => {
    const { done, problem } = await act(event, openReport, await formOf(event));
    return problem ?? redirect(303, `/bao-cao/${done}`);
  },
};
