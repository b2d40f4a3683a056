import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { CommuneDocument } from '../model/commune-content.ts';
import { getCommuneReport } from './find-commune-report.server.ts';

/** A signed file without its bytes. */
export interface SignedFile {
  document: CommuneDocument;
  name: string;
  uploadedBy: Id;
  uploadedAt: Date;
}

/** The newest signed file of each document; for who may read the report. */
export async function listSignedFiles(ctx: ReadContext, reportId: Id): Promise<SignedFile[]> {
  const report = await getCommuneReport(ctx, reportId);
  const rows = await ctx.tx
    .selectFrom('commune_report_files')
    .distinctOn('document')
    .select(['document', 'name', 'uploaded_by', 'uploaded_at'])
    .where('commune_id', '=', ctx.communeId)
    .where('report_id', '=', report.id)
    .orderBy('document')
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    document: row.document,
    name: row.name,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at,
  }));
}

/** The newest signed file of a document; `not_found` when there is none that the actor may read. */
export async function getSignedFile(
  ctx: ReadContext,
  reportId: Id,
  document: CommuneDocument,
): Promise<{ name: string; bytes: Buffer }> {
  const report = await getCommuneReport(ctx, reportId);
  return found(
    await ctx.tx
      .selectFrom('commune_report_files')
      .select(['name', 'bytes'])
      .where('commune_id', '=', ctx.communeId)
      .where('report_id', '=', report.id)
      .where('document', '=', document)
      .orderBy('uploaded_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  );
}
