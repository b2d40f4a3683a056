import type pg from 'pg';
import './index.server.ts';
import { startEmbedded } from '#platform/db/embedded.server.ts';
import { migrate } from '#platform/db/migrate.server.ts';
import { openDatabase } from '#platform/db/database.server.ts';
import type { Config } from '#platform/config.server.ts';
import type { Log } from '#platform/log.server.ts';
import { SignInLimits } from './accounts/sign-in-limits.server.ts';
import { closedCommunes } from './org/closed-communes.server.ts';
import { loadNationalUnits } from './org/national-units.server.ts';
import type { Runtime } from './runtime.server.ts';

/**
 * Opens the database (the embedded one, or the server that DATABASE_URL names) and brings it to the newest schema.
 * `running` is the embedded database of a product that is already up: a command on the console works beside it. Nobody but the owner on
 * the console writes in a commune that was merged into another.
 */
export async function openRuntime(
  config: Config,
  log: Log,
  running?: { connection: pg.ClientConfig },
  isOwner = false,
): Promise<Runtime> {
  const embedded =
    config.databaseUrl === null && !running
      ? await startEmbedded({
          dataFolder: config.dataFolder,
          log: (line) => log.info({ database: line }, 'embedded database'),
        })
      : null;
  const own = embedded ?? running;
  const connection: pg.ClientConfig = own
    ? { ...own.connection }
    : { connectionString: config.databaseUrl ?? '' };
  let closed: ReadonlySet<string> = new Set();
  try {
    await migrate(connection);
    await loadNationalUnits(connection);
    if (!isOwner) closed = await closedCommunes(connection);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const atWork = new Set<Promise<unknown>>();
  const database = openDatabase(connection, config.poolSize, closed);
  return {
    config,
    log,
    database,
    databaseEnded: embedded?.ended ?? new Promise<void>(() => {}),
    limits: new SignInLimits(database),
    ownerConnection: connection,
    setupCode: null,
    inBackground: (work) => {
      const promise: Promise<unknown> = work()
        .catch((error: unknown) => log.error({ err: error }, 'work in the background failed'))
        .finally(() => atWork.delete(promise));
      atWork.add(promise);
    },
    now: () => new Date(),
    close: async () => {
      await Promise.all(atWork);
      await database.close();
      await embedded?.stop();
    },
  };
}
