import { notFound } from '#shared/problem.ts';
import { removeFromForm, writeFormSection } from '#features/reports/commands/edit-form.server.ts';
import { fillersOf } from '#features/reports/model/template.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import { unitNames } from '#features/units/queries/units.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { addressed, change, draftFor, kindOfAddress } from '../../form-page.server.ts';

export const _access: Access = canKeepForms;

/** `?ma=outreach` one that is there; `?trong=results` a new one in it; else a new one at the end. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOfAddress(event);
    const form = await draftFor(ctx, kind);
    const code = event.url.searchParams.get('ma');
    const parent = event.url.searchParams.get('trong');
    const section = form.sections.flatMap((top) => [top, ...top.sections]).find((one) => one.code === code);
    const above = form.sections.find((top) => top.code === parent);
    if ((code !== null && !section) || (parent !== null && !above)) throw notFound();
    return {
      kind,
      slug: event.params.mau,
      about: addressed(event),
      section: section && {
        code: section.code,
        title: section.title,
        prompt: section.prompt,
        draft: section.draft,
        filledBy: fillersOf(section),
        // Its texts are those of the sections in it.
        holdsOthers: form.sections.some((top) => top.code === code && top.sections.length > 0),
      },
      units:
        kind === 'hamlet' ? [] : (await unitNames(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      parent: above && { code: above.code, title: above.title },
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const values = await formOf(event);
    return change(event, writeFormSection, values, { done: 'luu', at: `#section-${text(values, 'code')}` });
  },
  bo: async (event) => change(event, removeFromForm, await formOf(event), { done: 'bo-muc' }),
};
