import { exportCommuneSum } from '#features/reports/commands/export-report.server.ts';
import { canSeeCommuneSum } from '#features/reports/policy.ts';
import type { RequestHandler } from './$types';
import type { Access } from '#routes/door.server.ts';
import { docxResponse } from '../../docx-response.server.ts';

export const _access: Access = canSeeCommuneSum;

export const GET: RequestHandler = (event) =>
  docxResponse(event, exportCommuneSum, { period: event.url.searchParams.get('ky') ?? '' });
