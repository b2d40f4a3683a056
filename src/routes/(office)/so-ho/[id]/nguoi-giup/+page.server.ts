import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { nameResponsible } from '#features/registry/commands/name-responsible.server.ts';
import { canNameResponsible, canOpenRegister } from '#features/registry/policy.ts';
import { assignHelper } from '#features/visits/commands/assign-helper.server.ts';
import { endHelper } from '#features/visits/commands/end-helper.server.ts';
import { canAssignHelper } from '#features/visits/policy.ts';
import { findHelper, helperLoad, usualRhythm } from '#features/visits/queries/helpers.server.ts';
import { newId } from '#shared/ids.ts';
import type { Actions, PageServerLoad } from './$types';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import { householdAt } from '../../seen-household.server.ts';

export const _access: Access = canOpenRegister;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const household = visible(
      await householdAt(ctx, event.params.id),
      ({ place, mergedInto }) => mergedInto === null && canAssignHelper(ctx.actor, place),
    );
    return {
      household: {
        id: household.id,
        headName: household.headName,
        responsibleMemberId: household.responsibleMemberId,
      },
      helper: (await findHelper(ctx, household.id)) ?? null,
      members: await helperLoad(ctx, household.hamletId),
      mayName: canNameResponsible(ctx.actor, household.place),
      everyDays: await usualRhythm(ctx),
      today: ctx.today,
      assignmentId: newId(ctx.now),
    };
  });

export const actions: Actions = {
  assign: async (event) => {
    const values = { ...(await formOf(event)), householdId: event.params.id };
    const { problem } = await act(event, assignHelper, values);
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=nguoi-giup`);
  },
  end: async (event) => {
    const { endReason, ...values } = await formOf(event);
    const { problem } = await act(event, endHelper, { ...values, reason: endReason ?? '' });
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=thoi-giup`);
  },
  responsible: async (event) => {
    const { responsibleId } = await formOf(event);
    const { problem } = await act(event, nameResponsible, {
      householdIds: [event.params.id],
      memberId: responsibleId ?? '',
    });
    if (problem) return problem;
    return redirect(303, `/so-ho/${event.params.id}?xong=phu-trach`);
  },
};
