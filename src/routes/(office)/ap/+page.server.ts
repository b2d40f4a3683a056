import { redirect } from '@sveltejs/kit';
import { addHamlets, renameHamlet } from '#features/org/commands/hamlets.server.ts';
import { cancelMerger } from '#features/merging/commands/merge-hamlets.server.ts';
import { listMergers } from '#features/merging/queries/mergers.server.ts';
import { canKeepUnits } from '#features/org/policy.ts';
import { namedHamlets } from '#features/org/queries/hamlet-names.server.ts';
import { listHamlets, listTeams } from '#features/org/queries.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import * as words from './words.ts';

export const _access: Access = canKeepUnits;

/** `?sua=<id>`: that hamlet's row is a form. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const teams = await listTeams(ctx);
    const hamlets = await listHamlets(ctx);
    const named = await namedHamlets(ctx);
    return {
      hamlets: hamlets.map((hamlet) => {
        const team = teams.find((one) => one.hamletId === hamlet.id);
        const planned = named
          .find((one) => one.id === hamlet.id)
          ?.names.find((one) => one.validFrom > ctx.today);
        return { ...hamlet, planned: planned ?? null, team: team ? { id: team.id, name: team.name } : null };
      }),
      mergers: await listMergers(ctx),
      editing: event.url.searchParams.get('sua'),
      today: ctx.today,
      done: doneText(words.done, event.url),
    };
  });

export const actions: Actions = {
  add: async (event) => {
    const { problem } = await act(event, addHamlets, await formOf(event));
    return problem ?? redirect(303, '/ap?xong=them');
  },
  cancel: async (event) => {
    const { problem } = await act(event, cancelMerger, await formOf(event));
    return problem ?? redirect(303, '/ap?xong=bo-sap-nhap');
  },
  rename: async (event) => {
    const { problem } = await act(event, renameHamlet, await formOf(event));
    return problem ?? redirect(303, '/ap?xong=sua');
  },
};
