import { redirect } from '@sveltejs/kit';
import { draftDocument } from '#features/documents/commands/draft-document.server.ts';
import { canDraftDocument } from '#features/documents/policy.ts';
import { findPlan } from '#features/plans/queries.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';

export const _access: Access = canDraftDocument;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => ({ planId: (await findPlan(ctx))?.id ?? null }));

/** What begins with nothing but a name is opened to be written; the rest is there to be read. */
const begunEmpty = new Set(['invitation', 'minutes']);

export const actions: Actions = {
  soan: async (event) => {
    const values = await formOf(event);
    const { done, problem } = await act(event, draftDocument, values);
    return problem ?? redirect(303, `/van-ban/${done}${begunEmpty.has(text(values, 'kind')) ? '/sua' : ''}`);
  },
};
