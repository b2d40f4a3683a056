import { notFound } from '#shared/problem.ts';
import { removeFromForm, writeFormColumn } from '#features/reports/commands/edit-form.server.ts';
import { hasValue } from '#features/reports/model/form-rules.ts';
import { indicatorsOf, sumValues } from '#features/reports/model/template.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import { formsInWork } from '#features/reports/queries/form-drafts.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { formOf, read, text, type Access } from '#routes/door.server.ts';
import { addressed, change, draftFor, kindOfAddress } from '../../form-page.server.ts';
import { column as words } from '../../words.ts';

export const _access: Access = canKeepForms;

/** `?so=3` a column that is there (from 0), else a new one. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOfAddress(event);
    if (kind === 'hamlet') throw notFound();
    const form = await draftFor(ctx, kind);
    const asked = event.url.searchParams.get('so');
    const column = asked === null ? null : form.sumColumns[/^\d{1,2}$/.test(asked) ? Number(asked) : -1];
    if (column === undefined) throw notFound();
    const { hamlet } = await formsInWork(ctx);
    return {
      kind,
      slug: event.params.mau,
      about: addressed(event),
      column: column && { ...column, position: asked },
      // What every hamlet's report has.
      sources: indicatorsOf(hamlet).flatMap((row) =>
        sumValues
          .filter((value) => hasValue(row, value))
          .map((value) => ({
            value: `${row.code} ${value}`,
            label: words.option(row.code, row.title, words.values[value]),
          })),
      ),
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const values = await formOf(event);
    return change(event, writeFormColumn, values, { done: 'luu', at: `#column-${text(values, 'position')}` });
  },
  bo: async (event) => change(event, removeFromForm, await formOf(event), { done: 'bo-muc' }),
};
