import type { FastifyInstance } from 'fastify';
import { todaysVersions, type Versions } from '#features/sync/model/upcast.ts';
import { SignInLimits } from '#features/accounts/sign-in-limits.server.ts';
import { makeServer } from '#platform/http/server.server.ts';
import { makeLog } from '#platform/log.server.ts';
import type { StaticApp } from '#platform/http/static-app.server.ts';
import { openApi } from '../src/api/api.ts';
import type { World } from './world.ts';

/** The outer server with the machines' door on the database of a test; it has no pages, and the phone's app when one is given. */
export async function openTestServer(
  world: World,
  versions: Versions = todaysVersions,
  phoneApp?: StaticApp,
): Promise<FastifyInstance> {
  const log = makeLog('silent');
  const runtime = {
    database: world.database,
    limits: new SignInLimits(world.database),
    log,
    now: () => world.now,
  };
  return makeServer({
    log,
    trustProxy: [],
    pages: (_request, response) => response.end(),
    checkHealth: async () => {},
    ...(phoneApp && { phoneApp }),
    // The routes ask for no more of the running product than this.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    machines: (outer) => openApi(outer, runtime as never, versions),
  });
}
