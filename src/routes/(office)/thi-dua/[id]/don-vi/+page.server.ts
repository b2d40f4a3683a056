import { redirect } from '@sveltejs/kit';
import { callUnit } from '#features/emulation/commands/call-units.server.ts';
import { canAnswerCall, canKeepMovement, canOpenMovements } from '#features/emulation/policy.ts';
import { accountsForCalls, listCalls } from '#features/emulation/queries/calls.server.ts';
import { unitNames } from '#features/units/queries/units.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { movementAt } from '../../movement-at.server.ts';
import { done } from '../../words.ts';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const movement = await movementAt(ctx, event.params.id);
    const { createdBy } = movement;
    const runs = movement.state === 'launched';
    const mayCall = runs && canKeepMovement(ctx.actor, movement);
    return {
      movement,
      calls: (await listCalls(ctx, movement)).map((one) => ({
        ...one,
        mayAnswer:
          runs &&
          one.state !== 'withdrawn' &&
          canAnswerCall(ctx.actor, { createdBy, accountId: one.accountId }),
      })),
      mayCall,
      accounts: mayCall ? await accountsForCalls(ctx, movement) : [],
      // Units that fill the commune's report are often those that are called.
      known: mayCall ? (await unitNames(ctx)).map(({ name }) => name) : [],
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  goi: async (event) => {
    const input = { ...(await formOf(event)), movementId: event.params.id };
    const { problem } = await act(event, callUnit, input);
    return problem ?? redirect(303, `/thi-dua/${event.params.id}/don-vi?xong=goi`);
  },
};
