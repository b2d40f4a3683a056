import { countSteps } from '#features/commerce/model.ts';
import { canKeepAnyBusiness, canOpenBusinesses } from '#features/commerce/policy.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { chosenBusinesses, isAmong } from './chosen.server.ts';
import { askedOf, quick } from './filter.ts';
import { rowOf } from './business-row.ts';

export const _access: Access = canOpenBusinesses;

export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const asked = askedOf(event.url.searchParams);
    const { all, chosen } = await chosenBusinesses(ctx, asked);
    const open = all.filter((one) => one.closedOn === null);
    const hamlets = new Map(all.map((one) => [one.hamletId, one.hamlet]));
    return {
      asked,
      businesses: chosen.map((one) => rowOf(one, ctx.today)),
      open: open.length,
      shops: open.filter(({ pipeline }) => pipeline.done.has('shop')).length,
      reached: countSteps(chosen.map(({ pipeline }) => pipeline)),
      counts: Object.fromEntries(
        quick.map((one) => [one, all.filter((each) => isAmong(ctx, each, one)).length]),
      ),
      hamlets: [...hamlets].map(([id, name]) => ({ id, name })),
      mayKeep: canKeepAnyBusiness(ctx.actor),
    };
  });
