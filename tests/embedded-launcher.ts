import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Problem } from '#shared/problem.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from '#platform/db/embedded.server.ts';

const entry = fileURLToPath(new URL('../src/platform/db/embedded.server.ts', import.meta.url));
const place = await mkdtemp(join(tmpdir(), 'to-so-launcher-'));
const stateFolder = join(place, 'state');
const yesterday = join(place, 'yesterday');
const open: Embedded[] = [];
const children: ChildProcess[] = [];
const lines: string[] = [];

/** The row that the database of yesterday holds. */
export const visits = [{ note: 'chị Lan đến nhà bà Sáu' }];

/** A place for databases to start, be killed and start again in; call it once at the top of a test file. */
export function useLauncher(): { place: string; stateFolder: string; said: () => string } {
  beforeAll(async () => {
    await chmod(place, 0o755);
    const server = await start({ dataFolder: yesterday });
    await query(server, `create table visits as select '${visits[0]?.note}' as note`);
    await server.stop();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const server of open.splice(0)) await server.stop();
    lines.length = 0;
  });
  afterAll(() => rm(place, { recursive: true, force: true }));
  return { place, stateFolder, said: () => lines.join('\n') };
}

/** Starts a database in this process; it is stopped after the test. */
export async function start(options: Partial<EmbeddedOptions> & { dataFolder: string }): Promise<Embedded> {
  const server = await startEmbedded({
    log: (line) => lines.push(line),
    walArchive: false,
    durable: false,
    stateFolder,
    ...options,
  });
  open.push(server);
  return server;
}

/** Asks one question as the product. */
export async function query(server: Pick<Embedded, 'connectionString'>, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A stopped database with `visits` in it: made once for the file, copied for each test that needs one. */
export async function copyOfYesterday(name: string): Promise<string> {
  const dataFolder = join(place, name);
  execFileSync('cp', ['-a', yesterday, dataFolder]);
  return dataFolder;
}

/**
 * Another process that starts a database, as `npm start` does. Resolves with the first thing it says: "pid …" or the refusal,
 * or, with `'log'`, the launcher's first sentence.
 */
export async function startElsewhere(
  dataFolder: string,
  until: 'started' | 'log' = 'started',
): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    import { startEmbedded } from ${JSON.stringify(entry)};
    const say = (line) => process.stdout.write(line + '\\n');
    try {
      const server = await startEmbedded({
        ...${JSON.stringify({ dataFolder, stateFolder, walArchive: false, durable: false })},
        log: ${until === 'log' ? 'say' : '() => {}'},
      });
      say('pid ' + server.pid);
      setInterval(() => {}, 1000);
    } catch (error) { say(error.code + ': ' + error.message); process.exit(1); }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const first = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
  return { child, said: first.toString().trim() };
}

/** The Problem with which an attempt is refused. */
export async function failure(attempt: Promise<unknown>): Promise<Problem> {
  return attempt.then(
    () => expect.unreachable('it should have been refused'),
    (error: Problem) => error,
  );
}
