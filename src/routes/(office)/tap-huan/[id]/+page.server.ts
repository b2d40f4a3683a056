import { redirect } from '@sveltejs/kit';
import { canDraftDocument } from '#features/documents/policy.ts';
import { setClassState } from '#features/training/commands/set-class-state.server.ts';
import { nextStates } from '#features/training/model/training-class.ts';
import {
  canEditClass,
  canMoveClass,
  canOpenTraining,
  canRecordResults,
  canTickAttendance,
} from '#features/training/policy.ts';
import { listClassEvents } from '#features/training/queries/classes.server.ts';
import { listTrainees } from '#features/training/queries/trainees.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { done } from '../words.ts';
import { seenClass } from './seen-class.server.ts';

export const _access: Access = canOpenTraining;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const one = await seenClass(ctx, event.params.id);
    const trainees = await listTrainees(ctx, one.id);
    const isLive = one.state === 'planned' || one.state === 'held';
    const hasCome = isLive && one.heldOn <= ctx.today;
    return {
      one,
      trainees,
      events: await listClassEvents(ctx, one.id),
      steps: nextStates(one.state).filter((to) => canMoveClass(ctx.actor, one, to)),
      hasCome,
      mayEdit: canEditClass(ctx.actor, one),
      mayTick: hasCome && trainees.some((trainee) => canTickAttendance(ctx.actor, one, trainee)),
      mayRecord: hasCome && one.trainees > 0 && canRecordResults(ctx.actor, one),
      mayInvite: one.state === 'planned' && one.trainees > 0 && canDraftDocument(ctx.actor),
      today: ctx.today,
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  buoc: async (event) => {
    const values = { ...(await formOf(event)), classId: event.params.id };
    const { problem } = await act(event, setClassState, values);
    if (problem) return problem;
    return redirect(303, `/tap-huan/${event.params.id}?xong=buoc`);
  },
};
