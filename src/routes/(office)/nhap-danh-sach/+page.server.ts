import { redirect } from '@sveltejs/kit';
import { readImport } from '#features/registry/commands/import/read-import.server.ts';
import { listImports } from '#features/registry/queries/imports.server.ts';
import { canImport } from '#features/registry/policy.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { Problem } from '#shared/problem.ts';
import { attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import * as words from './words.ts';

export const _access: Access = canImport;

export const load: PageServerLoad = async (event) => ({ imports: await read(event, listImports) });

export const actions: Actions = {
  default: async (event) => {
    const values = await formOf(event);
    const { done, problem } = await attempt({}, async () => {
      const file = values['file'];
      if (!(file instanceof File) || file.size === 0)
        throw new Problem('input.invalid', { fields: { file: words.fileNeeded } });
      const source = Buffer.from(await file.arrayBuffer());
      return readImport(sharedRuntime().database, originOf(event), { source, name: file.name });
    });
    if (problem) return problem;
    redirect(303, `/nhap-danh-sach/${done.importId}`);
  },
};
