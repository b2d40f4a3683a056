import { redirect } from '@sveltejs/kit';
import type { ReadContext } from '#platform/commands/command.server.ts';
import { closeFinding } from '#features/inspection/commands/close-finding.server.ts';
import { answerFinding, giveFindingTask } from '#features/inspection/commands/write-finding.server.ts';
import { canAnswerFindings, canOpenInspections, canRecordInspection } from '#features/inspection/policy.ts';
import { waitsForWord } from '#features/inspection/waiting.server.ts';
import { assigneeKey } from '#features/tasks/model/assignee.ts';
import { getTask } from '#features/tasks/queries/find-task.server.ts';
import { possibleDoers } from '#features/tasks/queries/possible-doers.server.ts';
import { newId, type Id } from '#shared/ids.ts';
import { Problem } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { findingAt } from '../../at.server.ts';
import { done } from '../../words.ts';

export const _access: Access = canOpenInspections;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const finding = await findingAt(ctx, event.params.id);
    const { inspection } = finding;
    const isOpen = finding.state === 'open';
    const mayRecord = isOpen && canRecordInspection(ctx.actor, inspection);
    const mayGive = mayRecord && (finding.task === null || finding.task.state === 'cancelled');
    const doers = mayGive
      ? (await possibleDoers(ctx)).filter(({ hamletId }) => hamletId === inspection.hamletId)
      : [];
    return {
      finding,
      answerId: newId(ctx.now),
      waitsForWord: waitsForWord(finding),
      mayOpenTask: finding.task !== null && (await seesTask(ctx, finding.task.id)),
      mayAnswer: isOpen && canAnswerFindings(ctx.actor, inspection),
      mayClose: mayRecord,
      doers: doers.map((doer) => ({ value: assigneeKey(doer), label: doer.name })),
      done: doneText(done, event.url),
    };
  });

/** Who goes on an inspection need not read the tasks of the hamlet. */
async function seesTask(ctx: ReadContext, id: Id): Promise<boolean> {
  try {
    return Boolean(await getTask(ctx, id));
  } catch (cause) {
    if (cause instanceof Problem) return false;
    throw cause;
  }
}

export const actions: Actions = {
  'y-kien': async (event) => {
    const { problem } = await act(event, answerFinding, {
      ...(await formOf(event)),
      findingId: event.params.id,
    });
    if (problem) return problem;
    return redirect(303, `/kiem-tra/ton-tai/${event.params.id}?xong=y-kien`);
  },
  'giao-viec': async (event) => {
    const values = { ...(await formOf(event)), findingId: event.params.id };
    const { problem } = await act(event, giveFindingTask, values);
    if (problem) return problem;
    return redirect(303, `/kiem-tra/ton-tai/${event.params.id}?xong=giao`);
  },
  'khac-phuc': async (event) => {
    const { problem } = await act(event, closeFinding, {
      ...(await formOf(event)),
      findingId: event.params.id,
    });
    if (problem) return problem;
    return redirect(303, `/kiem-tra/ton-tai/${event.params.id}?xong=khac-phuc`);
  },
};
