import type { WriteContext } from '#platform/commands/command.server.ts';
import type { StoredDocument } from '../queries/find-document.server.ts';

/** Puts a content in the place of a draft's. Who wrote last does not approve. Tells 'document.written' with what stood before. */
export async function writeContent(
  ctx: WriteContext,
  { id, kind, typed }: Pick<StoredDocument, 'id' | 'kind' | 'typed'>,
  after: Record<string, unknown>,
): Promise<void> {
  await ctx.tx
    .updateTable('documents')
    .set({ content: JSON.stringify(after), prepared_by: ctx.actor.accountId, updated_at: ctx.now })
    .where('commune_id', '=', ctx.communeId)
    .where('id', '=', id)
    .execute();
  await ctx.emit({
    name: 'document.written',
    hamletId: null,
    subject: 'document',
    subjectId: id,
    data: { kind, before: typed, after },
  });
}
