import { redirect } from '@sveltejs/kit';
import { holdInspection } from '#features/inspection/commands/hold-inspection.server.ts';
import { canOpenInspections, canRecordInspection } from '#features/inspection/policy.ts';
import { askedQuestions, inspectionFigures } from '#features/inspection/queries/inspection-page.server.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { inspectionAt } from '../../at.server.ts';

export const _access: Access = canOpenInspections;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const inspection = await inspectionAt(ctx, event.params.id);
    const isOpen = inspection.state === 'planned' || inspection.state === 'held';
    if (!isOpen || !canRecordInspection(ctx.actor, inspection)) throw notFound();
    return {
      inspection,
      today: ctx.today,
      questions: await askedQuestions(ctx, inspection.id),
      figures: await inspectionFigures(ctx, inspection.id),
    };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), inspectionId: event.params.id };
    const { problem } = await act(event, holdInspection, values);
    if (problem) return problem;
    return redirect(303, `/kiem-tra/${event.params.id}?xong=ket-qua`);
  },
};
