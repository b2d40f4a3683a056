import { redirect } from '@sveltejs/kit';
import { retireCatalogueEntry } from '#features/plans/commands.server.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { findCatalogueEntry, listCatalogue } from '#features/plans/queries.server.ts';
import { isId } from '#shared/ids.ts';
import { found } from '#shared/problem.ts';
import type { ReadContext } from '#platform/commands/command.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { listHref, saveEntry, valuesOf } from '../entry-form.server.ts';

export const _access: Access = canKeepPlan;

const getEntry = async (ctx: ReadContext, id: string) =>
  found(isId(id) ? await findCatalogueEntry(ctx, id) : null);

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const entry = await getEntry(ctx, event.params.id);
    const domains = await listCatalogue(ctx, 'essential_domain');
    return {
      kind: entry.kind,
      name: entry.name,
      values: valuesOf(entry),
      domains: domains.map(({ code, name }) => ({ value: code, label: name })),
    };
  });

export const actions: Actions = {
  save: async (event) => {
    const values = await formOf(event);
    const { id, kind, code } = await read(event, (ctx) => getEntry(ctx, event.params.id));
    const { problem } = await saveEntry(event, values, { entryId: id, kind, code });
    return problem ?? redirect(303, listHref(kind, 'luu'));
  },
  retire: async (event) => {
    const { id, kind } = await read(event, (ctx) => getEntry(ctx, event.params.id));
    const { problem } = await act(event, retireCatalogueEntry, { entryId: id });
    return problem ?? redirect(303, listHref(kind, 'thoi-dung'));
  },
};
