import { redirect } from '@sveltejs/kit';
import { positions } from '#features/org/words.ts';
import { nameStaff } from '#features/units/commands/keep-staff.server.ts';
import { canOpenUnitList } from '#features/units/policy.ts';
import { possibleStaff } from '#features/units/queries/staff.server.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { unitAt } from '../../seen-unit.server.ts';

export const _access: Access = canOpenUnitList;

/** `?to=<id>` the members of that team who are not of the unit yet; without it the teams to choose from. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const unit = await unitAt(ctx, event.params.id);
    const possible = await possibleStaff(ctx, unit.id);
    const teams = new Map(possible.map(({ teamId, teamName }) => [teamId, teamName]));
    const asked = event.url.searchParams.get('to');
    const teamId = asked !== null && teams.has(asked) ? asked : null;
    return {
      unit: { id: unit.id, name: unit.name },
      teams: [...teams].map(([value, label]) => ({ value, label })),
      team: teamId === null ? null : { id: teamId, name: teams.get(teamId) ?? '' },
      members: possible
        .filter((one) => one.teamId === teamId)
        .map(({ memberId, name, position }) => ({
          value: memberId,
          label: name,
          detail: positions[position],
        })),
    };
  });

export const actions: Actions = {
  luu: async (event) => {
    const unitId = event.params.id;
    const { problem } = await act(event, nameStaff, { ...(await formOf(event)), unitId });
    return problem ?? redirect(303, `/don-vi/${unitId}?xong=nguoi`);
  },
};
