import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { canOpenRegister } from '#features/registry/policy.ts';
import { recordSkillCheck } from '#features/visits/commands/record-skill-check.server.ts';
import { canCheckSkills } from '#features/visits/policy.ts';
import { listDigitalStatus } from '#features/visits/queries/list-digital-status.server.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdAt } from '../../seen-household.server.ts';
import { personInQuestion } from '../person-in-question.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = visible(
      await householdAt(ctx, event.params.id),
      ({ place, mergedInto }) => mergedInto === null && canCheckSkills(ctx.actor, place),
    );
    const { person, living } = personInQuestion(household.residents, event.url.searchParams);
    const statuses = await listDigitalStatus(ctx, household.id);
    return {
      household: { id: household.id, headName: household.headName },
      person: { id: person.id, fullName: person.fullName },
      living: living.map(({ id, fullName }) => ({ id, fullName })),
      last: statuses.find((one) => one.residentId === person.id)?.skills ?? null,
      today: ctx.today,
      checkId: newId(ctx.now),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const { problem } = await act(event, recordSkillCheck, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=ky-nang`);
  },
};
