import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { noteOf, sumCell } from '#features/reports/document/commune-sum-document.ts';
import { sumOf } from '#features/reports/model/commune-content.ts';
import { kindOf } from '#features/reports/model/span.ts';
import { titleIn } from '#features/reports/model/template.ts';
import { canKeepForms } from '#features/reports/policy.ts';
import { keptForm } from '#features/reports/queries/form-drafts.server.ts';
import { previewForm, type FormPreview } from '#features/reports/queries/form-preview.server.ts';
import type { PageServerLoad } from './$types';
import { read, type Access } from '#routes/door.server.ts';
import { figureParts } from '../../../figure-view.ts';
import { kindOfAddress } from '../../form-page.server.ts';
import { column } from '../../words.ts';

export const _access: Access = canKeepForms;

/** The hamlet's form with the figures of `?ap=<id>`, the first hamlet without it. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const kind = kindOfAddress(event);
    const asked = event.url.searchParams.get('ap') || null;
    if (asked !== null && !isId(asked)) throw notFound();
    const preview = await previewForm(ctx, { kind, hamletId: asked });
    const { draft } = await keptForm(ctx, kind);
    const { content, form } = preview;
    const texts = new Map(content.sections.map((section) => [section.code, section.text]));
    const hamletId = preview.kind === 'hamlet' ? preview.hamletId : null;
    return {
      kind,
      slug: event.params.mau,
      isDraft: draft !== null,
      name: form.name,
      subject: preview.document.subject,
      period: content.period,
      periodKind: kindOf(content.period),
      hamletId,
      hamlets:
        hamletId === null ? [] : (await listHamlets(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      sections: form.sections.map((top) => ({
        code: top.code,
        title: titleIn(top.title, content.period),
        texts: (top.sections.length > 0 ? top.sections : [top]).map((one) => ({
          code: one.code,
          title: top.sections.length > 0 ? titleIn(one.title, content.period) : null,
          text: texts.get(one.code) ?? '',
        })),
      })),
      ...tablesOf(preview),
    };
  });

/** The figures of a hamlet, or the table of the commune. */
function tablesOf(preview: FormPreview) {
  if (preview.kind === 'hamlet')
    return {
      figures: figureParts(preview.content.figures, preview.form.parts, '', () => false),
      table: null,
    };
  const { sumColumns } = preview.form;
  return {
    figures: null,
    table: {
      columns: sumColumns.map(({ header, group }) => column.named(header, group)),
      rows: sumOf(preview.content, preview.form).rows.map((row) => ({
        key: row.hamletId,
        name: row.name,
        cells: sumColumns.map((one) => sumCell(one, row.report?.figures.get(one.indicator) ?? null)),
        note: noteOf(row),
      })),
    },
  };
}
