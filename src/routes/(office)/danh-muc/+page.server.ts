import { redirect } from '@sveltejs/kit';
import { canKeepPlan } from '#features/plans/policy.ts';
import { findCatalogueEntry, listCatalogue, type CatalogueEntry } from '#features/plans/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { kindOf, listHref, saveEntry, valuesOf } from './entry-form.server.ts';
import * as words from './words.ts';

export const _access: Access = canKeepPlan;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOf(event.url.searchParams.get('loai'));
    const entries: CatalogueEntry[] = (await listCatalogue(ctx, kind)).map((entry) => ({
      ...entry,
      details: { ...entry.details },
    }));
    return { kind, entries, done: doneText(words.done, event.url) };
  });

export const actions: Actions = {
  /** Somebody has opened the link today and found it right. */
  check: async (event) => {
    const id = text(await formOf(event), 'entryId');
    const { entry, today } = await read(event, async (ctx) => ({
      entry: found(isId(id) ? await findCatalogueEntry(ctx, id) : null),
      today: ctx.today,
    }));
    const { kind, code } = entry;
    const values = { ...valuesOf(entry), checkedOn: today };
    const { problem } = await saveEntry(event, values, { entryId: id, kind, code });
    return problem ?? redirect(303, listHref(kind, 'kiem-tra'));
  },
};
