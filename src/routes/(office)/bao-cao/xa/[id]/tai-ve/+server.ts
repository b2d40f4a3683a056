import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { exportCommuneReport } from '#features/reports/commands/export-commune-report.server.ts';
import { canOpenCommuneReports } from '#features/reports/policy.ts';
import type { RequestHandler } from './$types';
import { showProblem, type Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../../report-file.server.ts';

export const _access: Access = canOpenCommuneReports;

/** `?ban=office` the office's document, else the Committee's; `?loai=pdf` the document as a PDF, `xlsx` the figures; `?bang=don-vi` those that other units gave. */
export const GET: RequestHandler = (event) => {
  const { id } = event.params;
  const document = event.url.searchParams.get('ban');
  const given = {
    ...(document !== null && { document }),
    ...(event.url.searchParams.get('bang') === 'don-vi' && { figures: 'units' }),
  };
  return isId(id)
    ? reportFileResponse(event, exportCommuneReport, { reportId: id, ...given })
    : showProblem(notFound());
};
