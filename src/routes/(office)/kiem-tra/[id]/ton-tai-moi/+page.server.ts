import { redirect } from '@sveltejs/kit';
import { addFinding } from '#features/inspection/commands/write-finding.server.ts';
import { canOpenInspections, canRecordInspection } from '#features/inspection/policy.ts';
import { askedQuestions } from '#features/inspection/queries/inspection-page.server.ts';
import { addDays } from '#shared/calendar.ts';
import { newId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { inspectionAt } from '../../at.server.ts';

export const _access: Access = canOpenInspections;

const usualDays = 14;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const inspection = await inspectionAt(ctx, event.params.id);
    if (inspection.state !== 'held' || !canRecordInspection(ctx.actor, inspection)) throw notFound();
    const questions = await askedQuestions(ctx, inspection.id);
    const asked = questions.find(({ code }) => code === event.url.searchParams.get('noi-dung'));
    return {
      id: newId(ctx.now),
      inspection,
      questions: questions.map(({ code, text }) => ({ value: code, label: text })),
      code: asked?.code ?? null,
      text: asked?.remark ?? null,
      dueOn: addDays(ctx.today, usualDays),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), inspectionId: event.params.id };
    const { done, problem } = await act(event, addFinding, values);
    if (problem) return problem;
    return redirect(303, `/kiem-tra/ton-tai/${done.id}?xong=ton-tai`);
  },
};
