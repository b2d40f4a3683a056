import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { exportMapped } from '#features/indicators/commands/export-mapped.server.ts';
import { canOpenIndicators } from '#features/indicators/policy.ts';
import { getSystem } from '#features/indicators/queries/mappings.server.ts';
import type { RequestHandler } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../../../report-file.server.ts';

export const _access: Access = canOpenIndicators;

/** `?ky=2026-10&loai=csv`, `xlsx`, `json`, `dhis2`; a workbook without a kind. */
export const GET: RequestHandler = async (event) => {
  const { id: systemId } = event.params;
  // An address that leads nowhere is no form that was filled in wrongly.
  await read(event, async (ctx) => {
    if (!isId(systemId)) throw notFound();
    return getSystem(ctx, systemId);
  });
  return reportFileResponse(event, exportMapped, {
    period: event.url.searchParams.get('ky') ?? '',
    systemId,
  });
};
