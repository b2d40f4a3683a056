import { redirect } from '@sveltejs/kit';
import { visible } from '#platform/commands/command.server.ts';
import { answerCall, withdrawCall } from '#features/emulation/commands/call-units.server.ts';
import { answers, callMayBecome } from '#features/emulation/model/call.ts';
import { canAnswerCall, canKeepMovement, canOpenMovements, speaksFor } from '#features/emulation/policy.ts';
import { getCall } from '#features/emulation/queries/calls.server.ts';
import { takesPart } from '#features/emulation/queries/movements.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { dayOf } from '#shared/calendar.ts';
import { isId } from '#shared/ids.ts';
import { notFound } from '#shared/problem.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    if (!isId(event.params.donvi)) throw notFound();
    const { call, movement } = visible(
      await getCall(ctx, event.params.donvi),
      (one) =>
        one.movement.id === event.params.id &&
        one.movement.state === 'launched' &&
        one.call.state !== 'withdrawn' &&
        canAnswerCall(ctx.actor, { createdBy: one.movement.createdBy, accountId: one.call.accountId }),
    );
    return {
      movement,
      call,
      calledOn: dayOf(call.calledAt),
      answers: answers.filter((one) => callMayBecome(call.state, one)),
      isOwn: speaksFor(ctx.actor, call.accountId),
      mayWithdraw: canKeepMovement(ctx.actor, movement) && callMayBecome(call.state, 'withdrawn'),
      hamlets: (await listHamlets(ctx))
        .filter(({ id }) => takesPart(movement, id))
        .map(({ id, name }) => ({ value: id, label: name })),
    };
  });

const back = (movementId: string, code: string) =>
  redirect(303, `/thi-dua/${movementId}/don-vi?xong=${code}`);

export const actions: Actions = {
  'tra-loi': async (event) => {
    const input = { hamletIds: [], ...(await formOf(event)), callId: event.params.donvi };
    const { problem } = await act(event, answerCall, input);
    if (problem) {
      const { hamletIds, ...fields } = problem.data.problem.fields;
      problem.data.problem.fields =
        hamletIds === undefined ? fields : { ...fields, 'hamletIds[]': hamletIds };
      return problem;
    }
    return back(event.params.id, 'tra-loi');
  },
  rut: async (event) => {
    const { problem } = await act(event, withdrawCall, { callId: event.params.donvi });
    return problem ?? back(event.params.id, 'rut');
  },
};
