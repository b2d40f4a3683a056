import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { exportFormPreview } from '#features/reports/commands/export-form-preview.server.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import type { RequestHandler } from './$types';
import { showProblem, type Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../../../report-file.server.ts';
import { kindOfAddress } from '../../../form-page.server.ts';

export const _access: Access = canKeepForms;

export const GET: RequestHandler = (event) => {
  const hamletId = event.url.searchParams.get('ap') || null;
  if (hamletId !== null && !isId(hamletId)) return showProblem(notFound());
  try {
    return reportFileResponse(event, exportFormPreview, { kind: kindOfAddress(event), hamletId });
  } catch (cause) {
    return showProblem(cause);
  }
};
