import { notFound } from '#shared/problem.ts';
import { removeFromForm, writeFormRow } from '#features/reports/commands/edit-form.server.ts';
import { indicatorsOf } from '#features/reports/model/template.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { addressed, change, draftFor, kindOfAddress } from '../../form-page.server.ts';

export const _access: Access = canKeepForms;

/** `?ma=B2` a row that is there; `?nhom=B` a new one in the part. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOfAddress(event);
    const form = await draftFor(ctx, kind);
    const code = event.url.searchParams.get('ma');
    const asked = event.url.searchParams.get('nhom');
    const part = form.parts.find((one) =>
      code === null ? one.code === asked : one.indicators.some((row) => row.code === code),
    );
    if (!part) throw notFound();
    return {
      kind,
      slug: event.params.mau,
      about: addressed(event),
      part: part.code,
      row: indicatorsOf(form).find((row) => row.code === code) ?? null,
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const values = await formOf(event);
    return change(event, writeFormRow, values, { done: 'luu', at: `#row-${text(values, 'code')}` });
  },
  bo: async (event) => change(event, removeFromForm, await formOf(event), { done: 'bo-muc' }),
};
