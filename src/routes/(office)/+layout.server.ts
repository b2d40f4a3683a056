import { roleNames } from '#features/accounts/words.ts';
import type { Role } from '#features/accounts/model.ts';
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
    user: { name: actor.fullName, role: actor.grants.map((grant) => roleNames[grant.role as Role])[0] ?? '' },
    theme: event.locals.theme,
  };
};
