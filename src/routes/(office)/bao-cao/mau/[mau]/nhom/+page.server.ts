import { notFound } from '#shared/problem.ts';
import { removeFromForm, writeFormPart } from '#features/reports/commands/edit-form.server.ts';
import { fillersOf } from '#features/reports/model/template.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import { unitNames } from '#features/units/queries/units.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { addressed, change, draftFor, kindOfAddress } from '../../form-page.server.ts';

export const _access: Access = canKeepForms;

/** `?ma=B` a part that is there, else a new one. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOfAddress(event);
    const form = await draftFor(ctx, kind);
    const code = event.url.searchParams.get('ma');
    const part = form.parts.find((one) => one.code === code);
    if (code !== null && !part) throw notFound();
    return {
      kind,
      slug: event.params.mau,
      about: addressed(event),
      part: part && { code: part.code, title: part.title, filledBy: fillersOf(part) },
      units:
        kind === 'office' ? (await unitNames(ctx)).map(({ id, name }) => ({ value: id, label: name })) : [],
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const values = await formOf(event);
    return change(event, writeFormPart, values, { done: 'luu', at: `#part-${text(values, 'code')}` });
  },
  bo: async (event) => change(event, removeFromForm, await formOf(event), { done: 'bo-muc' }),
};
