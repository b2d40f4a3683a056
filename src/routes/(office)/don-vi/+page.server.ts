import { canKeepUnitList, canOpenUnitList, canSeeAllUnits } from '#features/units/policy.ts';
import { listUnits } from '#features/units/queries/units.server.ts';
import { doneText } from '#routes/done-text.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { done } from './words.ts';

export const _access: Access = canOpenUnitList;

/** `?xem=tat-ca` also the units that have ended. */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const ended = event.url.searchParams.get('xem') === 'tat-ca';
    return {
      ended,
      units: await listUnits(ctx, { ended }),
      seesAll: canSeeAllUnits(ctx.actor),
      mayKeep: canKeepUnitList(ctx.actor),
      done: doneText(done, event.url),
    };
  });
