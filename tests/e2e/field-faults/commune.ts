import { afterEach, beforeEach } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { codeFingerprint } from '#features/accounts/secrets.server.ts';
import { newId } from '#shared/ids.ts';
import { openTestServer } from '#tests/test-server.ts';
import { settleCatalogue, settleHome, type Home } from '#tests/visit-world.ts';
import { commune, useWorld, type CastName, type World } from '#tests/world.ts';
import type { Files } from './harness-app.ts';
import { openWeakLine, type WeakLine } from './weak-line.ts';

export const pin = '250486';

/** The commune's real server on a database of the test, with households in Ấp Mẫu 1, and a line to it. */
export interface Commune {
  world: World;
  homes: Home[];
  line: WeakLine;
  /** A code with which somebody signs in on a phone. */
  invite: (who: CastName) => Promise<string>;
}

export function useCommune(files: () => Files, households: number): () => Commune {
  const world = useWorld();
  let server: FastifyInstance;
  let here: Commune | null = null;
  beforeEach(async () => {
    const now = world();
    now.now = new Date();
    await settleCatalogue(now);
    const homes: Home[] = [];
    for (let count = 0; count < households; count += 1) homes.push(await settleHome(now));
    server = await openTestServer(now);
    const line = await openWeakLine(files(), await server.listen({ host: '127.0.0.1', port: 0 }));
    here = { world: now, homes, line, invite: (who) => invite(now, who) };
  });
  afterEach(async () => {
    here?.line.close();
    server.server.closeAllConnections();
    await server.close();
    here = null;
  });
  return () => {
    if (!here) throw new Error('the commune exists inside a test only');
    return here;
  };
}

let codes = 0;

async function invite(world: World, who: CastName): Promise<string> {
  const code = `ABCD-EF${String((codes += 1)).padStart(2, '2')}`;
  await world.database.transaction({ commune }, (tx) =>
    tx
      .insertInto('invitations')
      .values({
        commune_id: commune,
        id: newId(world.now),
        account_id: world.cast[who].accountId,
        code_hash: codeFingerprint(code),
        created_at: world.now,
        expires_at: new Date(world.now.getTime() + 86_400_000),
        used_at: null,
        revoked_at: null,
      })
      .execute(),
  );
  return code;
}
