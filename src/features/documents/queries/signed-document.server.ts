import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import { getDocument } from './find-document.server.ts';

/** The newest signed file of a document that the actor may see, without its bytes; null: none came yet. */
export async function findSignedDocument(
  ctx: ReadContext,
  documentId: Id,
): Promise<{ name: string; uploadedAt: Date } | null> {
  const { id } = await getDocument(ctx, documentId);
  const row = await newest(ctx, id).select(['name', 'uploaded_at']).executeTakeFirst();
  return row ? { name: row.name, uploadedAt: row.uploaded_at } : null;
}

/** The same with its bytes; `not_found` when there is none that the actor may see. */
export async function getSignedDocument(
  ctx: ReadContext,
  documentId: Id,
): Promise<{ name: string; bytes: Buffer }> {
  const { id } = await getDocument(ctx, documentId);
  return found(await newest(ctx, id).select(['name', 'bytes']).executeTakeFirst());
}

const newest = (ctx: ReadContext, documentId: Id) =>
  ctx.tx
    .selectFrom('document_files')
    .where('commune_id', '=', ctx.communeId)
    .where('document_id', '=', documentId)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
