import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canSeeBudget } from '#features/budget/policy.ts';
import { exportEstimate } from '#features/documents/commands/export-budget.server.ts';
import type { RequestHandler } from './$types';
import { showProblem, type Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../../../bao-cao/report-file.server.ts';

export const _access: Access = canSeeBudget;

/** The estimate as a Word file; `?loai=pdf` as a PDF, `?loai=xlsx` as a workbook. */
export const GET: RequestHandler = (event) => {
  const { id } = event.params;
  return isId(id) ? reportFileResponse(event, exportEstimate, { estimateId: id }) : showProblem(notFound());
};
