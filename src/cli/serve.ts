import { existsSync } from 'node:fs';
import { ensurePages, loadPages, phoneApp } from './ensure-pages.ts';
import { readConfig } from '#platform/config.server.ts';
import { makeLog } from '#platform/log.server.ts';
import { makeServer, pageEnvironment } from '#platform/http/server.server.ts';
import { keepDaily } from '#features/daily.server.ts';
import { openRuntime } from '#features/open-runtime.server.ts';
import { shareRuntime } from '#features/runtime.server.ts';
import { openApi } from '../api/api.ts';
import { firstStart, welcome } from './first-start.ts';
import { sentenceOf } from './on-console.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  await ensurePages();
  const runtime = await openRuntime(config, log);
  shareRuntime(runtime);
  await firstStart(runtime);
  Object.assign(process.env, pageEnvironment);
  const pages = await loadPages();
  const server = await makeServer({
    log,
    trustProxy: config.trustProxy,
    pages,
    phoneApp,
    machines: (outer) => openApi(outer, runtime),
    checkHealth: () =>
      runtime.database.transaction(
        'door',
        async (tx) => void (await tx.selectFrom('provinces').select('code').limit(1).execute()),
      ),
  });
  await server.listen({ host: config.host, port: config.port });
  await welcome(runtime, config.host, server.addresses());
  const stopDaily = keepDaily(runtime);

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: running requests finish, then the database is closed');
    await server.close();
    await stopDaily();
    await runtime.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal));
  void runtime.databaseEnded.then(() => {
    if (stopping) return;
    log.fatal('the embedded database has ended; the product stops so that it can be started anew');
    process.exit(1);
  });
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}
