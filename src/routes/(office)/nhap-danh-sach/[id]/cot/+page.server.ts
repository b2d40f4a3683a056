import { redirect } from '@sveltejs/kit';
import { rereadImport } from '#features/registry/commands/import/read-import.server.ts';
import { canImport } from '#features/registry/policy.ts';
import { getImport } from '#features/registry/queries/imports.server.ts';
import {
  fields,
  type ColumnMapping,
  type Field,
  type SheetColumns,
} from '#features/registry/transfer/columns.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { cleanLine } from '#shared/fold.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import {
  attempt,
  formOf,
  isFields,
  originOf,
  read,
  text,
  type Access,
  type FormValues,
} from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canImport;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const page = await getImport(ctx, event.params.id);
    return { id: page.id, fileName: page.fileName, mapping: page.summary.mapping };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { id } = event.params;
    const { mapping } = (await read(event, (ctx) => getImport(ctx, id))).summary;
    const { problem } = await attempt(values, () =>
      rereadImport(sharedRuntime().database, originOf(event), id, { mapping: corrected(mapping, values) }),
    );
    return problem ?? redirect(303, `/nhap-danh-sach/${id}`);
  },
};

/** The sheets as the person corrected them. What the form does not name, or names beyond the sheet, stays as it was read. */
function corrected(mapping: ColumnMapping, values: FormValues): ColumnMapping {
  const typed = Array.isArray(values['sheets']) ? values['sheets'] : [];
  return mapping.map((sheet, index): SheetColumns => {
    const entry = typed[index];
    if (!isFields(entry)) return sheet;
    const columns: Partial<Record<Field, number>> = {};
    for (const field of fields) {
      const chosen = text(entry, field);
      if (/^\d{1,3}$/.test(chosen) && Number(chosen) < sheet.labels.length) columns[field] = Number(chosen);
    }
    const first = text(entry, 'firstRow');
    return {
      sheet: sheet.sheet,
      labels: sheet.labels,
      read: text(entry, 'read') === 'yes',
      firstRow: /^\d{1,5}$/.test(first) && Number(first) > 0 ? Number(first) - 1 : sheet.firstRow,
      columns,
      hamlet: cleanLine(text(entry, 'hamlet')).slice(0, 80) || null,
    };
  });
}
