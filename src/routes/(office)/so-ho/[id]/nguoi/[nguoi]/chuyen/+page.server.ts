import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { moveResident } from '#features/registry/commands/move-resident.server.ts';
import { canOpenRegister, canReshapeHouseholds } from '#features/registry/policy.ts';
import { listHouseholds } from '#features/registry/queries/list-households.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import { personAt } from '../../person-at.server.ts';

export const _access: Access = canOpenRegister;

const mostShown = 10;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const { household, person } = await personAt(ctx, event.params);
    visible(household, ({ place }) => canReshapeHouseholds(ctx.actor, [place]));
    const query = (event.url.searchParams.get('q') ?? '').slice(0, 100);
    const rows = query ? (await listHouseholds(ctx, { text: query })).rows : [];
    const choices = rows.filter(
      (row) =>
        row.id !== household.id &&
        canReshapeHouseholds(ctx.actor, [household.place, { hamletId: row.hamletId }]),
    );
    return {
      household: { id: household.id },
      person: { id: person.id, fullName: person.fullName },
      isHead: household.headId === person.id,
      query,
      choices: choices.slice(0, mostShown),
      more: choices.length > mostShown,
      today: ctx.today,
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), residentId: event.params.nguoi };
    const { problem } = await act(event, moveResident, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${text(values, 'toHouseholdId')}?xong=chuyen-nguoi`);
  },
};
