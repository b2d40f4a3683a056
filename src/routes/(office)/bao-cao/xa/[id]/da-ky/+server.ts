import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canOpenCommuneReports } from '#features/reports/policy.ts';
import { getSignedFile } from '#features/reports/queries/signed-files.server.ts';
import type { RequestHandler } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { signedPdfResponse } from '../../../../signed-pdf-response.ts';

export const _access: Access = canOpenCommuneReports;

/** The newest signed file; `?ban=office` the office's, else the Committee's. */
export const GET: RequestHandler = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const document = event.url.searchParams.get('ban') === 'office' ? 'office' : 'commune';
    const file = await getSignedFile(ctx, id, document);
    return signedPdfResponse(file);
  });
