import { canKeepClock } from '#features/obstacles/policy.ts';
import { isOpen } from '#features/obstacles/model.ts';
import { listObstacles, mostListed } from '#features/obstacles/queries/obstacles.server.ts';
import { listHamlets } from '#features/org/queries.server.ts';
import { read, signedIn, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { chosenObstacles, isAmong } from './chosen.server.ts';
import { askedOf, quick } from './filter.ts';

/** Whoever has an account raises, and reads what they raised (R73). */
export const _access: Access = signedIn;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = askedOf(event.url.searchParams);
    const open = await listObstacles(ctx, { open: true });
    const seen = new Set(open.map((one) => one.hamletId));
    const obstacles = await chosenObstacles(ctx, asked);
    return {
      asked,
      obstacles,
      isCut: obstacles.length === mostListed,
      open: open.filter((one) => isOpen(one.state)).length,
      counts: Object.fromEntries(
        quick.map((one) => [one, open.filter((each) => isAmong(ctx, each, one)).length]),
      ),
      hamlets: (await listHamlets(ctx)).filter(
        (hamlet) => seen.has(hamlet.id) || hamlet.id === asked.hamletId,
      ),
      mayKeepClock: canKeepClock(ctx.actor),
    };
  });
