import type { ReadContext } from '#platform/commands/command.server.ts';
import { missingIn } from '../model/content.ts';
import type { DocumentState, PaperStep } from '../model/document-state.ts';
import { canApproveDocument, canDraftDocument, canRegisterDocument, canSeeDocuments } from '../policy.ts';
import { listDocuments, type StoredDocument } from './find-document.server.ts';
import { matterOf } from './matter-of.server.ts';

/**
 * The newest documents whose next step is the actor's: a draft that lacks nothing waits for who signs it, unless that person wrote
 * it; what was approved waits for the records clerk. None for who does not see documents.
 */
export async function documentsWaiting(
  ctx: ReadContext,
): Promise<{ document: StoredDocument; step: PaperStep }[]> {
  if (!canSeeDocuments(ctx.actor)) return [];
  const waiting: { document: StoredDocument; step: PaperStep }[] = [];
  for (const state of ['draft', 'approved', 'numbered'] as const satisfies DocumentState[])
    for (const document of await listDocuments(ctx, { state })) {
      const step = await stepFor(ctx, document);
      if (step) waiting.push({ document, step });
    }
  return waiting;
}

async function stepFor(ctx: ReadContext, document: StoredDocument): Promise<PaperStep | null> {
  const { actor } = ctx;
  if (document.state === 'approved') return canRegisterDocument(actor) ? 'number' : null;
  if (document.state === 'numbered') return canRegisterDocument(actor) ? 'issue' : null;
  // Sent back, and nobody has written since.
  const isReturned = document.returned !== null && document.updatedAt <= document.returned.at;
  if (isReturned) return canDraftDocument(actor) ? 'mend' : null;
  if (document.preparedBy === actor.accountId) return null;
  const { content, settings } = await matterOf(ctx, document);
  return canApproveDocument(actor, settings.signer) && missingIn(content).length === 0 ? 'approve' : null;
}
