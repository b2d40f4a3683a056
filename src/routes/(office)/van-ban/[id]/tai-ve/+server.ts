import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { exportDocument } from '#features/documents/commands/export-document.server.ts';
import { canSeeDocuments } from '#features/documents/policy.ts';
import type { RequestHandler } from './$types';
import { showProblem, type Access } from '#routes/door.server.ts';
import { reportFileResponse } from '../../../bao-cao/report-file.server.ts';

export const _access: Access = canSeeDocuments;

/** The document as a Word file; `?loai=pdf` as a PDF. */
export const GET: RequestHandler = (event) => {
  const { id } = event.params;
  return isId(id) ? reportFileResponse(event, exportDocument, { documentId: id }) : showProblem(notFound());
};
