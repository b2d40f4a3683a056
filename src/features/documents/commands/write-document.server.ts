import { isDeepStrictEqual } from 'node:util';
import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { WriteInput } from '../model/inputs.ts';
import { canDraftDocument } from '../policy.ts';
import { holdDocument } from '../queries/find-document.server.ts';
import * as words from '../words.ts';

/**
 * Puts what a person typed in the place of a draft's content; anything may still be missing. Who wrote last does not approve.
 * Throws `state.conflict` once it was approved. Tells what stood before.
 */
export const writeDocument = defineCommand({
  name: 'document.write',
  input: WriteInput,
  load: (ctx, input) => holdDocument(ctx, input.documentId),
  allow: (actor) => canDraftDocument(actor),
  run: async (ctx, input, document) => {
    const { documentId: _id, kind, ...after } = input;
    if (document.state !== 'draft') throw new Problem('state.conflict', { message: words.notADraft });
    if (document.kind !== kind) throw new Problem('state.conflict', { message: words.otherKind });
    if (isDeepStrictEqual(after, document.typed)) return;
    await ctx.tx
      .updateTable('documents')
      .set({
        content: JSON.stringify(after),
        prepared_by: ctx.actor.accountId,
        updated_at: ctx.now,
      })
      .where('commune_id', '=', ctx.communeId)
      .where('id', '=', document.id)
      .execute();
    await ctx.emit({
      name: 'document.written',
      hamletId: null,
      subject: 'document',
      subjectId: document.id,
      data: { kind, before: document.typed, after },
    });
  },
});
