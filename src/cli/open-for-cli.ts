import { existsSync } from 'node:fs';
import { readConfig } from '#platform/config.server.ts';
import { makeLog } from '#platform/log.server.ts';
import { findEmbedded } from '#platform/db/embedded.server.ts';
import { openRuntime } from '#features/open-runtime.server.ts';
import type { Runtime } from '#features/runtime.server.ts';

/**
 * Opens the product for a command on the console: beside a running product (the same embedded database), or by itself.
 * Logs go to stderr and only when something is wrong, so that the command's own output stays clean.
 */
export async function openForCli(): Promise<Runtime> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel === 'info' ? 'silent' : config.logLevel);
  const running = config.databaseUrl === null ? await findEmbedded(config.dataFolder) : null;
  return openRuntime(config, log, running ?? undefined);
}
