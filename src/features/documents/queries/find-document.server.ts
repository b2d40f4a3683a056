import type { Selectable } from 'kysely';
import { visible, type ReadContext } from '#platform/commands/command.server.ts';
import type { Id } from '#shared/ids.ts';
import type { DocumentMatter, Registered } from '../document/compose-document.ts';
import type { DocumentState } from '../model/document-state.ts';
import type { DocumentKind } from '../model/kinds.ts';
import { canSeeDocument, canSeeDocuments } from '../policy.ts';
import type { DocumentTable } from '../tables.ts';

/** An official document as it is stored; what it says is `matterOf`. */
export interface StoredDocument {
  id: Id;
  kind: DocumentKind;
  state: DocumentState;
  about: string | null;
  /** What people typed, in the shape of its kind. */
  typed: Record<string, unknown>;
  /** What was approved; null until then. */
  snapshot: DocumentMatter | null;
  preparedBy: Id;
  approved: { by: Id; at: Date } | null;
  returned: { by: Id; at: Date; note: string } | null;
  registered: Registered;
  numberedBy: Id | null;
  issued: { by: Id; at: Date } | null;
  createdAt: Date;
  /** When somebody last wrote, or decided. */
  updatedAt: Date;
}

/** A document that the actor may see; else `not_found`. */
export async function getDocument(ctx: ReadContext, id: Id): Promise<StoredDocument> {
  const row = await documents(ctx).where('id', '=', id).executeTakeFirst();
  return visible(row && toDocument(row), (document) => canSeeDocument(ctx.actor, document));
}

/** The same, its row held until commit: of two who decide at once, the second sees what the first did. */
export async function holdDocument(ctx: ReadContext, id: Id): Promise<StoredDocument> {
  visible(ctx.actor, canSeeDocuments);
  await documents(ctx).where('id', '=', id).forUpdate().execute();
  return getDocument(ctx, id);
}

/** How many a page of the list shows. */
export const documentsPerPage = 50;

export interface DocumentFilter {
  kind?: DocumentKind | null;
  state?: DocumentState | null;
  /** The last of the page before. */
  before?: Id | null;
}

/** Documents that the actor may see, newest first; those that were put away only when asked for. One more than a page tells that there are more. */
export async function listDocuments(
  ctx: ReadContext,
  { kind = null, state = null, before = null }: DocumentFilter = {},
): Promise<StoredDocument[]> {
  visible(ctx.actor, canSeeDocuments);
  const rows = await documents(ctx)
    .$if(kind !== null, (query) => query.where('kind', '=', kind ?? 'plan'))
    .$if(state !== null, (query) => query.where('state', '=', state ?? 'draft'))
    .$if(state === null, (query) => query.where('state', '!=', 'discarded'))
    .$if(!canSeeDocument(ctx.actor, { state: 'draft' }), (query) =>
      query.where('state', 'not in', ['draft', 'discarded']),
    )
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(documentsPerPage + 1)
    .execute();
  return rows.map(toDocument);
}

const documents = (ctx: ReadContext) =>
  ctx.tx.selectFrom('documents').selectAll().where('commune_id', '=', ctx.communeId);

const toDocument = (row: Selectable<DocumentTable>): StoredDocument => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  about: row.about,
  // Written by this room's commands only, in these shapes.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  typed: row.content as Record<string, unknown>,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  snapshot: row.snapshot as DocumentMatter | null,
  preparedBy: row.prepared_by,
  approved: row.approved_by && row.approved_at ? { by: row.approved_by, at: row.approved_at } : null,
  returned:
    row.returned_by && row.returned_at
      ? { by: row.returned_by, at: row.returned_at, note: row.return_note ?? '' }
      : null,
  registered: { number: row.number, datedOn: row.dated_on },
  numberedBy: row.numbered_by,
  issued: row.issued_by && row.issued_at ? { by: row.issued_by, at: row.issued_at } : null,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
