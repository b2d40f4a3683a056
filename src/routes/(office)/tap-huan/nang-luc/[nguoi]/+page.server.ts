import { redirect } from '@sveltejs/kit';
import {
  recordConfirmation,
  withdrawConfirmation,
} from '#features/training/commands/record-confirmation.server.ts';
import { nationalCourses } from '#features/training/model/topic.ts';
import { canOpenCompetence, canOpenTraining, canRecordConfirmation } from '#features/training/policy.ts';
import { memberCompetence } from '#features/training/queries/competence.server.ts';
import { isId, newId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../../words.ts';

export const _access: Access = canOpenTraining;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const id = event.params.nguoi;
    if (!isId(id)) throw notFound();
    const { topics, member } = await memberCompetence(ctx, id);
    return {
      topics,
      member,
      id: newId(ctx.now),
      nationalCourses,
      mayRecord: canRecordConfirmation(ctx.actor, member),
      seesAll: canOpenCompetence(ctx.actor),
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  ghi: async (event) => {
    const values = { ...(await formOf(event)), memberId: event.params.nguoi };
    const { problem } = await act(event, recordConfirmation, values);
    if (problem) return problem;
    return redirect(303, `/tap-huan/nang-luc/${event.params.nguoi}?xong=khoa`);
  },
  bo: async (event) => {
    const { problem } = await act(event, withdrawConfirmation, await formOf(event));
    if (problem) return problem;
    return redirect(303, `/tap-huan/nang-luc/${event.params.nguoi}?xong=bo`);
  },
};
