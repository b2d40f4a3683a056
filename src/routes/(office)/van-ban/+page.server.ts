import { documentStates } from '#features/documents/model/document-state.ts';
import { documentKinds } from '#features/documents/model/kinds.ts';
import {
  canDraftDocument,
  canKeepSettings,
  canSeeDocument,
  canSeeDocuments,
} from '#features/documents/policy.ts';
import { documentsPerPage, listDocuments } from '#features/documents/queries/find-document.server.ts';
import { isId } from '#shared/ids.ts';
import type { PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import { kindOfCode, stateCodes } from './kind-codes.ts';
import * as words from './words.ts';

export const _access: Access = canSeeDocuments;

/** `?loai=` a kind, `?buoc=` a state, `?sau=` the last of the page before. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = (name: string) => event.url.searchParams.get(name);
    const kind = kindOfCode(documentKinds, asked('loai')) ?? null;
    const state = documentStates.find((one) => stateCodes[one] === asked('buoc')) ?? null;
    const after = asked('sau');
    const found = await listDocuments(ctx, {
      kind,
      state,
      before: after !== null && isId(after) ? after : null,
    });
    const documents = found.slice(0, documentsPerPage);
    return {
      kind,
      state,
      next: found.length > documentsPerPage ? (documents.at(-1)?.id ?? null) : null,
      maySeeDrafts: canSeeDocument(ctx.actor, { state: 'draft' }),
      mayDraft: canDraftDocument(ctx.actor),
      mayKeep: canKeepSettings(ctx.actor),
      done: doneText(words.done, event.url),
      documents: documents.map(({ id, kind: of, state: at, typed, registered }) => ({
        id,
        kind: of,
        state: at,
        subject: typeof typed['subject'] === 'string' ? typed['subject'] : '',
        number: registered.number,
        datedOn: registered.datedOn,
      })),
    };
  });
