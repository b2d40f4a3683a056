import { canOpenBusinesses } from '#features/commerce/policy.ts';
import { exportCommitment } from '#features/documents/commands/export-commitment.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { showProblem, type Access } from '#routes/door.server.ts';
import type { RequestHandler } from './$types';
import { reportFileResponse } from '../../../bao-cao/report-file.server.ts';

export const _access: Access = canOpenBusinesses;

/** The promise of quality as a Word file, `?loai=pdf` as a PDF; `?ban=` one that was signed, else the text to sign. */
export const GET: RequestHandler = (event) => {
  const { id } = event.params;
  const commitmentId = event.url.searchParams.get('ban');
  return isId(id) && (commitmentId === null || isId(commitmentId))
    ? reportFileResponse(event, exportCommitment, { businessId: id, commitmentId })
    : showProblem(notFound());
};
