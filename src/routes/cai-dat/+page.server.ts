import { error, redirect } from '@sveltejs/kit';
import { communeTitle } from '#features/org/model.ts';
import { listCommunesOf, listProvinces } from '#features/org/queries.server.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { isInstalled, setUpCommune } from '#features/setup/install.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { problemText } from '#shared/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { attempt, formOf, type Access } from '../door.server.ts';

// Open to anyone until a commune is installed; afterwards the page does not exist. What changes anything asks for the code.
export const _access: Access = 'anyone';

export const load: PageServerLoad = async ({ url, locals }) => {
  const runtime = sharedRuntime();
  if (await isInstalled(runtime.database)) error(404, { code: 'not_found', message: problemText.not_found });
  const province = url.searchParams.get('tinh') ?? '';
  const commune = url.searchParams.get('xa') ?? '';
  const today = dayOf(locals.now);
  return runtime.database.transaction('door', async (tx) => {
    const provinces = await listProvinces(tx, today);
    const communes = province ? await listCommunesOf(tx, province, today) : [];
    const chosen = communes.find((unit) => unit.code === commune);
    return {
      provinces,
      province: provinces.find((unit) => unit.code === province) ?? null,
      communes: communes.map((unit) => ({ code: unit.code, title: communeTitle(unit) })),
      commune: chosen ? { code: chosen.code, title: communeTitle(chosen) } : null,
    };
  });
};

export const actions: Actions = {
  default: async (event) => {
    const runtime = sharedRuntime();
    const values = await formOf(event);
    const { problem } = await attempt(values, () =>
      setUpCommune(runtime.database, event.locals.now, runtime.setupCode, values),
    );
    if (problem) return problem;
    runtime.setupCode = null;
    redirect(303, '/dang-nhap?xong=cai-dat');
  },
};
