import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { canSeeDocuments } from '#features/documents/policy.ts';
import { getSignedDocument } from '#features/documents/queries/signed-document.server.ts';
import type { RequestHandler } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { signedPdfResponse } from '../../../signed-pdf-response.ts';

export const _access: Access = canSeeDocuments;

/** The newest signed file. */
export const GET: RequestHandler = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    return signedPdfResponse(await getSignedDocument(ctx, id));
  });
