import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { exportReport } from '#features/reports/commands/export-report.server.ts';
import { canOpenReports } from '#features/reports/policy.ts';
import type { RequestHandler } from './$types';
import { showProblem, type Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../report-file.server.ts';

export const _access: Access = canOpenReports;

export const GET: RequestHandler = (event) =>
  isId(event.params.id)
    ? reportFileResponse(event, exportReport, { reportId: event.params.id })
    : showProblem(notFound());
