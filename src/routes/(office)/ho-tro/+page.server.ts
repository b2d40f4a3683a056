import { listHamlets } from '#features/org/queries.server.ts';
import { canAskSupport, canKeepSupportClock, canOpenSupport } from '#features/support/policy.ts';
import { listSupport, mostListed } from '#features/support/queries/support.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { chosenSupport, isAmong } from './chosen.server.ts';
import { askedOf, quick } from './filter.ts';

export const _access: Access = canOpenSupport;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = askedOf(event.url.searchParams);
    const waiting = await listSupport(ctx, { waiting: true });
    const seen = new Set(waiting.map((one) => one.hamletId));
    const requests = await chosenSupport(ctx, asked);
    const hamlets = await listHamlets(ctx);
    return {
      asked,
      requests,
      isCut: requests.length === mostListed,
      waiting: waiting.length,
      counts: Object.fromEntries(
        quick.map((one) => [one, waiting.filter((each) => isAmong(ctx, each, one)).length]),
      ),
      hamlets: hamlets.filter((hamlet) => seen.has(hamlet.id) || hamlet.id === asked.hamletId),
      mayAsk: hamlets.some((hamlet) => canAskSupport(ctx.actor, { hamletId: hamlet.id })),
      mayKeepClock: canKeepSupportClock(ctx.actor),
    };
  });
