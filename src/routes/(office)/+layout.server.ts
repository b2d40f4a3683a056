import { roleNames } from '#features/accounts/words.ts';
import { isRole } from '#features/accounts/model.ts';
import { closedOn } from '#features/org/closed-communes.server.ts';
import { getCommune } from '#features/org/queries.server.ts';
import type { LayoutServerLoad } from './$types';
import { actorOf, read } from '../door.server.ts';
import { navigationOf } from '../navigation.ts';

export const load: LayoutServerLoad = async (event) => {
  const actor = actorOf(event);
  const place = await read(event, async (ctx) => ({
    commune: await getCommune(ctx),
    closedOn: await closedOn(ctx),
  }));
  return {
    ...place,
    items: navigationOf(actor, event.url.pathname),
    user: {
      name: actor.fullName,
      role: actor.grants.flatMap((grant) => (isRole(grant.role) ? [roleNames[grant.role]] : []))[0] ?? '',
    },
    theme: event.locals.theme,
  };
};
