import { redirect, type RequestEvent } from '@sveltejs/kit';
import { runCommand, type Command } from '#platform/commands/command.server.ts';
import { isId } from '#shared/ids.ts';
import { notFound, Problem } from '#shared/problem.ts';
import { canSeeHousehold } from '#features/registry/policy.ts';
import { changeTask } from '#features/tasks/commands/change-task.server.ts';
import { commentTask } from '#features/tasks/commands/comment-task.server.ts';
import { keepEvidence } from '#features/tasks/commands/keep-evidence.server.ts';
import { moveTask } from '#features/tasks/commands/move-task.server.ts';
import { removeEvidence } from '#features/tasks/commands/remove-evidence.server.ts';
import { tickCheck } from '#features/tasks/commands/tick-check.server.ts';
import { isOver, openStates } from '#features/tasks/model/task-state.ts';
import {
  canOpenTasks,
  canRemoveEvidence,
  canSteerTask,
  canWorkOn,
  isDoer,
  stepsFor,
} from '#features/tasks/policy.ts';
import { getTask } from '#features/tasks/queries/find-task.server.ts';
import { listEvidence } from '#features/tasks/queries/task-evidence.server.ts';
import { listChecks, listTaskEvents, listTaskHouseholds } from '#features/tasks/queries/task-story.server.ts';
import { fileNeeded } from '#features/tasks/words.ts';
import { sharedRuntime } from '#features/runtime.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, attempt, formOf, originOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';

export const _access: Access = canOpenTasks;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.id)) throw notFound();
    const task = await getTask(ctx, event.params.id);
    const over = isOver(task.state);
    const isOpen = openStates.includes(task.state);
    return {
      task,
      checks: await listChecks(ctx, task.id),
      households: (await listTaskHouseholds(ctx, task.id)).map(
        ({ id, headName, groupName, address, hamletId, met }) => ({
          id,
          headName,
          where: [groupName, address].filter(Boolean).join(', '),
          met,
          href: canSeeHousehold(ctx.actor, { hamletId }) ? `/so-ho/${id}` : null,
        }),
      ),
      evidence: (await listEvidence(ctx, task.id)).map((file) => ({
        id: file.id,
        name: file.name,
        isPicture: file.mediaType !== 'application/pdf',
        by: file.uploaderName,
        at: file.uploadedAt,
        mayRemove: !over && canRemoveEvidence(ctx.actor, file),
      })),
      mayAttach: !over && canWorkOn(ctx.actor, task),
      events: await listTaskEvents(ctx, task.id),
      steps: stepsFor(ctx.actor, task),
      isDoer: isDoer(ctx.actor, task),
      mayTick: isOpen && canWorkOn(ctx.actor, task),
      mayChange: isOpen && canSteerTask(ctx.actor, task),
      done: doneText(done, event.url),
    };
  });

const doing =
  // oxlint-disable-next-line typescript/no-explicit-any -- each command has types of its own
  (command: Command<any, any, any>, code: string) => async (event: RequestEvent) => {
    const taskId = event.params['id'] ?? '';
    const { problem } = await act(event, command, { ...(await formOf(event)), taskId });
    if (problem) return problem;
    return redirect(303, `/giao-viec/${taskId}?xong=${code}`);
  };

export const actions: Actions = {
  buoc: doing(moveTask, 'buoc'),
  danhdau: doing(tickCheck, 'buoc'),
  loi: doing(commentTask, 'loi'),
  doi: doing(changeTask, 'doi'),
  botep: doing(removeEvidence, 'botep'),
  tep: async (event) => {
    const { id } = event.params;
    const { file } = await formOf(event);
    const { problem } = await attempt({}, async () => {
      if (!(file instanceof File) || file.size === 0)
        throw new Problem('input.invalid', { fields: { file: fileNeeded } });
      const input = { taskId: id, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      return runCommand(sharedRuntime().database, keepEvidence, originOf(event), input);
    });
    return problem ?? redirect(303, `/giao-viec/${id}?xong=tep`);
  },
};
