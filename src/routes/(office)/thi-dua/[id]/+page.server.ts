import { redirect } from '@sveltejs/kit';
import { moveMovement } from '#features/emulation/commands/move-movement.server.ts';
import { canFollow, mayClose, measures, type MovementState } from '#features/emulation/model/movement.ts';
import { canKeepMovement, canOpenMovements, canSeeCounted } from '#features/emulation/policy.ts';
import { movementResults } from '#features/emulation/queries/ranking.server.ts';
import { doneText } from '#routes/done-text.ts';
import { act, formOf, read, text, type Access } from '#routes/door.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { movementAt } from '../movement-at.server.ts';
import { done } from '../words.ts';

export const _access: Access = canOpenMovements;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const movement = await movementAt(ctx, event.params.id);
    const results = await movementResults(ctx, movement);
    const asked = measures.find((one) => one === event.url.searchParams.get('muc'));
    const chosen = results.find((one) => one.measure === asked) ?? results[0];
    const keeps = canKeepMovement(ctx.actor, movement);
    const may = (to: MovementState) => keeps && canFollow(movement.state, to);
    return {
      movement,
      results: results.map(({ measure, reach, goal, hamlets }) => ({
        measure,
        reach,
        goal,
        counted: hamlets.reduce((sum, one) => sum + one.counted, 0),
        hamlets: hamlets.length,
        reached: hamlets.filter((one) => one.counted >= goal).length,
      })),
      chosen: chosen && {
        ...chosen,
        hamlets: chosen.hamlets.map((one) => ({
          ...one,
          open: canSeeCounted(ctx.actor, chosen.measure, one.id),
        })),
        members: chosen.members.map((one) => ({
          ...one,
          open: one.hamletId !== null && canSeeCounted(ctx.actor, chosen.measure, one.hamletId),
        })),
      },
      mayLaunch: may('launched'),
      mayClose: may('closed') && mayClose(movement, ctx.today),
      closesLater: may('closed') && !mayClose(movement, ctx.today),
      mayCancel: may('cancelled'),
      mayChange: keeps && movement.state === 'draft',
      done: doneText(done, event.url),
    };
  });

export const actions: Actions = {
  buoc: async (event) => {
    const values = await formOf(event);
    const { problem } = await act(event, moveMovement, { ...values, movementId: event.params.id });
    return problem ?? redirect(303, `/thi-dua/${event.params.id}?xong=${text(values, 'to')}`);
  },
};
