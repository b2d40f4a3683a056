import { redirect } from '@sveltejs/kit';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { writeDocument } from '#features/documents/commands/write-document.server.ts';
import { canDraftDocument } from '#features/documents/policy.ts';
import { getDocument } from '#features/documents/queries/find-document.server.ts';
import { matterOf } from '#features/documents/queries/matter-of.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';

export const _access: Access = canDraftDocument;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const document = await getDocument(ctx, id);
    // What was approved is read, not written: its page says how it comes back.
    if (document.state !== 'draft') redirect(303, `/van-ban/${id}`);
    const { content, settings } = await matterOf(ctx, document);
    return { id, about: document.about, content, usualRecipients: settings.recipients };
  });

export const actions: Actions = {
  default: async (event) => {
    const documentId = event.params.id;
    const { problem } = await act(event, writeDocument, { ...(await formOf(event)), documentId });
    return problem ?? redirect(303, `/van-ban/${documentId}?xong=luu`);
  },
};
