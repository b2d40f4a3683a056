import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Command } from '#platform/commands/command.server.ts';
import { assessGroup } from '#features/groups/commands/assess-group.server.ts';
import { addGroupMember, endGroupMember } from '#features/groups/commands/keep-members.server.ts';
import { setGroupState } from '#features/groups/commands/set-group-state.server.ts';
import { canAssessGroup, canCorrectGroup, canOpenGroups, stepsFor } from '#features/groups/policy.ts';
import { getGroup, listGroupEvents } from '#features/groups/queries.server.ts';
import { listAssessments, listGroupMembers } from '#features/groups/queries/group-members.server.ts';
import { pointLog } from '#features/groups/queries/point-log.server.ts';
import { canRecordVisit } from '#features/visits/policy.ts';
import { isId, newId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = canOpenGroups;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const group = await getGroup(ctx, event.params.id);
    return {
      group,
      events: await listGroupEvents(ctx, group.id),
      steps: stepsFor(ctx.actor, group),
      mayCorrect: canCorrectGroup(ctx.actor, group),
      mayAssess: canAssessGroup(ctx.actor, group),
      members: await listGroupMembers(ctx, group.id),
      assessments: await listAssessments(ctx, group.id),
      log: group.state === 'registered' ? null : await pointLog(ctx, group.id),
      registerHref: canRecordVisit(ctx.actor, group, 'support_point') ? `/so-ho?ap=${group.hamletId}` : null,
      newId: newId(ctx.now),
      today: ctx.today,
      done: doneText(done, event.url),
    };
  });

const doing =
  // oxlint-disable-next-line typescript/no-explicit-any -- each command has types of its own
  (command: Command<any, any, any>, code: string) => async (event: RequestEvent) => {
    const groupId = event.params['id'] ?? '';
    const { problem } = await act(event, command, { ...(await formOf(event)), groupId });
    if (problem) return problem;
    return redirect(303, `/to-tu-quan/${groupId}?xong=${code}`);
  };

export const actions: Actions = {
  buoc: doing(setGroupState, 'buoc'),
  them: doing(addGroupMember, 'them'),
  thoi: doing(endGroupMember, 'thoi'),
  danhgia: doing(assessGroup, 'danhgia'),
};
