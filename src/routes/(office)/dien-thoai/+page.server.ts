import { listHamlets } from '#features/org/queries.server.ts';
import { troubles, troublesOf, type Trouble } from '#features/sync/model/phone-standing.ts';
import { canOpenDevices, canSeeAllDevices, hamletsKept } from '#features/sync/policy.ts';
import { countWaiting } from '#features/sync/queries/count-waiting.server.ts';
import { listDevices } from '#features/sync/queries/list-devices.server.ts';
import { read, type Access } from '#routes/door.server.ts';
import type { PageServerLoad } from './$types';
import { phoneTabs } from './phone-tabs.ts';
import { codes } from './words.ts';

export const _access: Access = canOpenDevices;

const worst = (found: readonly Trouble[]) =>
  found[0] === undefined ? troubles.length : troubles.indexOf(found[0]);

/** The phones that the actor may see (`?ap=` of one hamlet), those with which something is the matter first (`?loc=` only such). */
export const load: PageServerLoad = (event) =>
  read(event, async (ctx) => {
    const all = canSeeAllDevices(ctx.actor);
    const kept = hamletsKept(ctx.actor);
    const hamlets = (await listHamlets(ctx)).filter((hamlet) => all || kept.includes(hamlet.id));
    const hamletId = hamlets.find((one) => one.id === event.url.searchParams.get('ap'))?.id ?? null;
    const phones = (await listDevices(ctx, hamletId)).map((device) => ({
      ...device,
      troubles: troublesOf(device, ctx.now),
    }));
    const wanted = event.url.searchParams.get('loc');
    const only = troubles.find((trouble) => codes[trouble] === wanted) ?? null;
    const inUse = phones.filter((phone) => phone.revokedAt === null);
    const { reviews } = await countWaiting(ctx);
    return {
      tabs: phoneTabs(ctx.actor, 'phones', reviews),
      now: ctx.now,
      hamlets,
      hamletId,
      mayChooseAll: all || hamlets.length > 1,
      only,
      counts: troubles.map((trouble) => ({
        trouble,
        count: inUse.filter((phone) => phone.troubles.includes(trouble)).length,
      })),
      inUse: inUse.length,
      shown: inUse
        .filter((phone) => only === null || phone.troubles.includes(only))
        .sort((left, right) => worst(left.troubles) - worst(right.troubles)),
      revoked: phones.filter((phone) => phone.revokedAt !== null),
    };
  });
