import { redirect } from '@sveltejs/kit';
import { suggestCode } from '#features/plans/model.ts';
import { canKeepPlan } from '#features/plans/policy.ts';
import { catalogueNames, listCatalogue } from '#features/plans/queries.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { kindOf, listHref, saveEntry } from '../entry-form.server.ts';

export const _access: Access = canKeepPlan;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOf(event.url.searchParams.get('loai'));
    const last = (await listCatalogue(ctx, kind)).at(-1)?.position ?? 0;
    const domains = await listCatalogue(ctx, 'essential_domain');
    return {
      kind,
      values: { position: String(last + 10) },
      domains: domains.map(({ code, name }) => ({ value: code, label: name })),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const kind = kindOf(event.url.searchParams.get('loai'));
    const values = await formOf(event);
    const taken = await read(event, (ctx) => catalogueNames(ctx, kind));
    const code = suggestCode(text(values, 'name'), new Set(taken.keys()));
    const { problem } = await saveEntry(event, values, { kind, code });
    return problem ?? redirect(303, listHref(kind, 'luu'));
  },
};
