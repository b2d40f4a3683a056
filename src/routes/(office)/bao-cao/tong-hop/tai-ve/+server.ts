import { exportCommuneSum } from '#features/reports/commands/export-report.server.ts';
import { canSeeCommuneSum } from '#features/reports/policy.ts';
import type { RequestHandler } from './$types';
import type { Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../report-file.server.ts';

export const _access: Access = canSeeCommuneSum;

export const GET: RequestHandler = (event) =>
  reportFileResponse(event, exportCommuneSum, { period: event.url.searchParams.get('ky') ?? '' });
