import { runQuery } from '#platform/commands/command.server.ts';
import { productActor, type Actor } from '#platform/commands/actor.ts';
import { signIn } from '#features/accounts/sessions.server.ts';
import type { Role } from '#features/accounts/model.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { demoCommune } from '../src/cli/first-start.ts';
import type { Store } from './store.ts';

/** Signs a person of the demo commune in, as the page does; the token is what the cookie carries. */
export async function enter(store: Store, login: string): Promise<{ actor: Actor; token: string }> {
  const { database, limits } = store.runtime;
  const door = { database, limits, now: store.runtime.now(), address: '127.0.0.1', device: 'bench' };
  return signIn(door, login, demoPassword);
}

/** One person of each hamlet who has the role there, in the order of the hamlets' codes. */
export async function oneOfEachHamlet(store: Store, role: Role): Promise<Actor[]> {
  const asked = { actor: productActor(demoCommune.communeId), now: store.runtime.now() };
  const logins = await runQuery(store.runtime.database, asked, (ctx) =>
    ctx.tx
      .selectFrom('account_roles as r')
      .innerJoin('accounts as a', (join) =>
        join.on('a.commune_id', '=', ctx.communeId).onRef('a.id', '=', 'r.account_id'),
      )
      .innerJoin('hamlets as h', (join) =>
        join.on('h.commune_id', '=', ctx.communeId).onRef('h.id', '=', 'r.hamlet_id'),
      )
      .distinctOn('h.code')
      .select('a.login')
      .where('r.commune_id', '=', ctx.communeId)
      .where('r.role', '=', role)
      .where('r.revoked_on', 'is', null)
      .orderBy('h.code')
      .orderBy('a.login')
      .execute(),
  );
  const actors: Actor[] = [];
  for (const { login } of logins) actors.push((await enter(store, login)).actor);
  return actors;
}
