import { redirect } from '@sveltejs/kit';
import { recordResults } from '#features/training/commands/record-results.server.ts';
import { canOpenTraining, canRecordResults } from '#features/training/policy.ts';
import { listTrainees } from '#features/training/queries/trainees.server.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { seenClass } from '../seen-class.server.ts';

export const _access: Access = canOpenTraining;

/** Who was there; only they have a result. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const one = await seenClass(ctx, event.params.id);
    if (!canRecordResults(ctx.actor, one)) throw notFound();
    return { one, trainees: (await listTrainees(ctx, one.id)).filter((trainee) => trainee.attended) };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), classId: event.params.id };
    const { problem } = await act(event, recordResults, values);
    if (problem) return problem;
    return redirect(303, `/tap-huan/${event.params.id}?xong=ket-qua`);
  },
};
