import { isDeepStrictEqual } from 'node:util';
import { defineCommand } from '#platform/commands/command.server.ts';
import { Problem } from '#shared/problem.ts';
import { WriteInput } from '../model/inputs.ts';
import { canDraftDocument } from '../policy.ts';
import { holdDocument } from '../queries/find-document.server.ts';
import * as words from '../words.ts';
import { writeContent } from './write-content.server.ts';

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
    const { documentId: _id, kind, ...typed } = input;
    if (document.state !== 'draft') throw new Problem('state.conflict', { message: words.notADraft });
    if (document.kind !== kind) throw new Problem('state.conflict', { message: words.otherKind });
    // Whom to commend is not typed: it stays as the movement gave it.
    const after = kind === 'commendation_list' ? { ...document.typed, ...typed } : typed;
    if (isDeepStrictEqual(after, document.typed)) return;
    await writeContent(ctx, document, after);
  },
});
