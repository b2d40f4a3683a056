import { redirect } from '@sveltejs/kit';
import { markAttendance } from '#features/training/commands/mark-attendance.server.ts';
import { canOpenTraining, canTickAttendance } from '#features/training/policy.ts';
import { listTrainees } from '#features/training/queries/trainees.server.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { seenClass } from '../seen-class.server.ts';

export const _access: Access = canOpenTraining;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const one = await seenClass(ctx, event.params.id);
    const trainees = (await listTrainees(ctx, one.id)).filter((trainee) =>
      canTickAttendance(ctx.actor, one, trainee),
    );
    if (trainees.length === 0) throw notFound();
    return { one, trainees };
  });

export const actions: Actions = {
  default: async (event) => {
    const values = { ...(await formOf(event)), classId: event.params.id };
    const { problem } = await act(event, markAttendance, values);
    if (problem) return problem;
    return redirect(303, `/tap-huan/${event.params.id}?xong=diem-danh`);
  },
};
