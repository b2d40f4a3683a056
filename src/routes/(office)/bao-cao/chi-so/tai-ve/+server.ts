import { exportIndicators } from '#features/indicators/commands/export-indicators.server.ts';
import { canOpenIndicators } from '#features/indicators/policy.ts';
import type { RequestHandler } from './$types';
import type { Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../report-file.server.ts';

export const _access: Access = canOpenIndicators;

/** `?ky=2026-10&loai=csv`; a workbook without a kind. */
export const GET: RequestHandler = (event) =>
  reportFileResponse(event, exportIndicators, { period: event.url.searchParams.get('ky') ?? '' });
