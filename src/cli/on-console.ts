import { existsSync } from 'node:fs';
import { ConfigError, readConfig } from '#platform/config.server.ts';
import { findEmbedded } from '#platform/db/embedded.server.ts';
import { makeLog } from '#platform/log.server.ts';
import { openRuntime } from '#features/open-runtime.server.ts';
import type { Runtime } from '#features/runtime.server.ts';
import { Problem } from '#shared/problem.ts';
import { problemText } from '#shared/words.ts';

/**
 * Opens the product for a command on the console, beside a running product (the same embedded database) or by itself,
 * does the work, and closes it. What goes wrong is one Vietnamese sentence on stderr and exit code 1.
 */
export async function onConsole(work: (runtime: Runtime) => Promise<void>): Promise<void> {
  let runtime: Runtime | null = null;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const config = readConfig(process.env);
    const log = makeLog(config.logLevel === 'info' ? 'silent' : config.logLevel);
    const running = config.databaseUrl === null ? await findEmbedded(config.dataFolder) : null;
    runtime = await openRuntime(config, log, running ?? undefined, true);
    await work(runtime);
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  } finally {
    await runtime?.close();
  }
}

/** What a person at the console reads of an error: our own sentence, or the fault itself. */
export function sentenceOf(error: unknown): unknown {
  if (error instanceof Problem) return error.hasMessage ? error.message : problemText[error.code];
  return error instanceof ConfigError ? error.message : error;
}
