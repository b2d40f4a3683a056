import { redirect } from '@sveltejs/kit';
import { hamletKindOf } from '#features/org/model.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { startImport } from '#features/registry/commands/import/commit-import.server.ts';
import type { HamletChoice } from '#features/registry/commands/import/import-choices.ts';
import { dropImport } from '#features/registry/commands/import/drop-import.server.ts';
import { rereadImport } from '#features/registry/commands/import/read-import.server.ts';
import { undoImport } from '#features/registry/commands/import/undo-import.server.ts';
import { importActions } from '#features/registry/model/import.ts';
import { canImport } from '#features/registry/policy.ts';
import { getImport, listImportRows } from '#features/registry/queries/imports.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { refreshStatistics } from '#platform/db/refresh-statistics.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import {
  act,
  isFields,
  attempt,
  formOf,
  originOf,
  read,
  text,
  type Access,
  type FormValues,
} from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import * as words from '../words.ts';

export const _access: Access = canImport;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { id } = event.params;
    if (!isId(id)) throw notFound();
    const wanted = event.url.searchParams.get('loc');
    const action = importActions.find((one) => one === wanted) ?? null;
    const after = Number(event.url.searchParams.get('sau') ?? '-1');
    const page = await getImport(ctx, id);
    const { rows, next } = await listImportRows(ctx, id, {
      action,
      after: Number.isInteger(after) ? after : -1,
    });
    return { page, hamlets: await listHamlets(ctx), rows, next, action };
  });

const created = 'new';

/** The choices for hamlets that the commune does not have: `hamlets.0.name`, `hamlets.0.is` (an id, or 'new'). */
function hamletChoices(values: FormValues): HamletChoice[] {
  const list = Array.isArray(values['hamlets']) ? values['hamlets'] : [];
  return list.flatMap((entry): HamletChoice[] => {
    if (!isFields(entry)) return [];
    const name = text(entry, 'name');
    const is = text(entry, 'is');
    if (is === created) return [{ name, create: { name, kind: hamletKindOf(name) } }];
    return isId(is) ? [{ name, hamletId: is }] : [];
  });
}

export const actions: Actions = {
  /** Writing may take longer than a browser waits: it goes on by itself, and the page shows how far it is. */
  commit: async (event) => {
    const values = await formOf(event);
    const runtime = sharedRuntime();
    const origin = originOf(event);
    const { id } = event.params;
    const choices = hamletChoices(values);
    const { problem, done: write } = await attempt(values, async () => {
      const page = await read(event, (ctx) => getImport(ctx, id));
      const open = page.summary.hamlets.filter(
        (hamlet) => hamlet.hamletId === null && !choices.some((choice) => choice.name === hamlet.name),
      );
      if (open.length > 0)
        throw new Problem('input.invalid', { message: words.hamlets.unknown(open.length) });
      return startImport(runtime.database, origin, { importId: id, hamlets: choices });
    });
    if (problem) return problem;
    runtime.inBackground(async () => {
      await write();
      await refreshStatistics(runtime.ownerConnection);
    });
    redirect(303, `/nhap-danh-sach/${id}`);
  },
  lettering: async (event) => {
    const values = await formOf(event);
    const lettering = (['unicode', 'tcvn3', 'vni'] as const).find((one) => one === text(values, 'lettering'));
    const { problem } = await attempt(values, () =>
      rereadImport(
        sharedRuntime().database,
        originOf(event),
        event.params.id,
        lettering ? { lettering } : {},
      ),
    );
    return problem ?? redirect(303, `/nhap-danh-sach/${event.params.id}`);
  },
  drop: async (event) => {
    const { problem } = await act(event, dropImport, { importId: event.params.id });
    return problem ?? redirect(303, '/nhap-danh-sach');
  },
  undo: async (event) => {
    const { problem } = await act(event, undoImport, { importId: event.params.id });
    return problem ?? redirect(303, `/nhap-danh-sach/${event.params.id}`);
  },
};
