import { roleNames } from '#features/accounts/words.ts';
import { isRole } from '#features/accounts/model.ts';
import { getCommune } from '#features/org/queries.server.ts';
import type { LayoutServerLoad } from './$types';
import { actorOf, read } from '../door.server.ts';
import { navigationOf } from '../navigation.ts';

export const load: LayoutServerLoad = async (event) => {
  const actor = actorOf(event);
  const commune = await read(event, getCommune);
  return {
    commune,
    items: navigationOf(actor, event.url.pathname),
    user: {
      name: actor.fullName,
      role: actor.grants.flatMap((grant) => (isRole(grant.role) ? [roleNames[grant.role]] : []))[0] ?? '',
    },
    theme: event.locals.theme,
  };
};
