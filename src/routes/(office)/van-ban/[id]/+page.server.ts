import { redirect, type RequestEvent } from '@sveltejs/kit';
import { runCommand, type Command } from '#platform/commands/command.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { namesOfAccounts } from '#features/accounts/queries.server.ts';
import {
  approveDocument,
  discardDocument,
  issueDocument,
  numberDocument,
  returnDocument,
} from '#features/documents/commands/decide-document.server.ts';
import { keepSignedDocument } from '#features/documents/commands/keep-signed-document.server.ts';
import { composeDocument } from '#features/documents/document/compose-document.ts';
import { missingNames } from '#features/documents/missing-names.ts';
import { missingIn } from '#features/documents/model/content.ts';
import {
  canApproveDocument,
  canDraftDocument,
  canRegisterDocument,
  canSeeDocuments,
} from '#features/documents/policy.ts';
import { getDocument } from '#features/documents/queries/find-document.server.ts';
import { matterOf } from '#features/documents/queries/matter-of.server.ts';
import { findSignedDocument } from '#features/documents/queries/signed-document.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, attempt, formOf, originOf, read, type Access, type FormValues } from '#routes/door.server.ts';
import * as words from '../words.ts';

export const _access: Access = canSeeDocuments;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const document = await getDocument(ctx, id);
    const matter = await matterOf(ctx, document);
    const { state, registered } = document;
    const { actor } = ctx;
    const isApprover = canApproveDocument(actor, matter.settings.signer);
    const isOwn = document.preparedBy === actor.accountId;
    const missing = state === 'draft' ? missingIn(matter.content) : [];
    const who = [
      document.preparedBy,
      document.approved?.by,
      document.returned?.by,
      document.numberedBy,
      document.issued?.by,
    ];
    const names = await namesOfAccounts(
      ctx,
      who.map((one) => one ?? null),
    );
    const nameOf = (account: string | null | undefined) => names.get(account ?? '') ?? '—';
    return {
      document: {
        id,
        kind: document.kind,
        state,
        subject: matter.content.subject,
        registered,
        symbol: matter.settings.issuer.symbol,
        approver: matter.settings.signer.approver,
        preparedBy: nameOf(document.preparedBy),
        createdAt: document.createdAt,
        approved: document.approved && { by: nameOf(document.approved.by), at: document.approved.at },
        returned: document.returned && { ...document.returned, by: nameOf(document.returned.by) },
        numberedBy: document.numberedBy && nameOf(document.numberedBy),
        issued: document.issued && { by: nameOf(document.issued.by), at: document.issued.at },
      },
      paper: composeDocument(matter, registered),
      missing: missing.length > 0 ? missingNames(missing) : null,
      isOwn: isOwn && isApprover,
      signed: await findSignedDocument(ctx, id),
      done: doneText(words.done, event.url),
      may: {
        write: canDraftDocument(actor) && state === 'draft',
        approve: isApprover && !isOwn && state === 'draft' && missing.length === 0,
        giveBack: isApprover && state === 'approved',
        number: canRegisterDocument(actor) && (state === 'approved' || state === 'numbered'),
        issue: canRegisterDocument(actor) && state === 'numbered',
        keepFile: canRegisterDocument(actor) && (state === 'numbered' || state === 'issued'),
      },
    };
  });

/** Runs one step of the document's life and shows the document again. */
async function step<Input, Loaded, Result>(
  event: RequestEvent,
  command: Command<Input, Loaded, Result>,
  done: string,
  values: FormValues = {},
) {
  const documentId = event.params['id'] ?? '';
  const { problem } = await act(event, command, { ...values, documentId });
  return problem ?? redirect(303, done === 'bo' ? '/van-ban?xong=bo' : `/van-ban/${documentId}?xong=${done}`);
}

export const actions: Actions = {
  duyet: (event) => step(event, approveDocument, 'duyet'),
  tra: async (event) => step(event, returnDocument, 'tra', await formOf(event)),
  so: async (event) => step(event, numberDocument, 'so', await formOf(event)),
  ky: async (event) => {
    const documentId = event.params.id;
    const { file } = await formOf(event);
    const { problem } = await attempt({}, async () => {
      if (!(file instanceof File) || file.size === 0)
        throw new Problem('input.invalid', { fields: { file: words.signed.needed } });
      const input = { documentId, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      return runCommand(sharedRuntime().database, keepSignedDocument, originOf(event), input);
    });
    return problem ?? redirect(303, `/van-ban/${documentId}?xong=ky`);
  },
  phat: (event) => step(event, issueDocument, 'phat'),
  bo: (event) => step(event, discardDocument, 'bo'),
};
