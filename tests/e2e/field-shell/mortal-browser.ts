import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { bareWindow, chromiumPath } from '../../browser.ts';
import { hasTornLog } from './torn-log.ts';

export interface MortalBrowser {
  page: Page;
  /** The folder in which it keeps everything. */
  profile: string;
  /** Ends it as Android does when memory is short: at once, with no farewell, though never with half a record on the disk. */
  kill: () => Promise<void>;
}

/**
 * A browser on a profile of its own on the disk, which can be killed and started again on what it had kept: a phone.
 * When the test ends, whatever way, it is killed and the profile removed. `copyOf`: begins with all that another one's folder holds.
 */
export function useMortalBrowser(): (copyOf?: string) => Promise<MortalBrowser> {
  let profile = '';
  const started: MortalBrowser[] = [];
  afterEach(async () => {
    for (const browser of started.splice(0)) await browser.kill();
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
    profile = '';
  });
  return async (copyOf) => {
    if (profile === '') {
      profile = await mkdtemp(join(tmpdir(), 'field-profile-'));
      if (copyOf) await cp(copyOf, profile, { recursive: true, filter: (file) => !/Singleton/.test(file) });
      else await useOnce(profile);
    }
    const browser = await start(profile);
    started.push(browser);
    return browser;
  };
}

/**
 * A phone's Chrome has been there for long. One that is killed before it ever wrote its preferences takes its profile for a
 * new one at some later start, and throws away all that sites kept.
 */
async function useOnce(profile: string): Promise<void> {
  const { page, ended } = await start(profile);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Browser.close').catch(() => undefined);
  await ended;
}

/** Now and then Chromium starts without ever answering: then once more. */
async function start(profile: string): Promise<MortalBrowser & { ended: Promise<unknown> }> {
  for (let tries = 1; ; tries += 1) {
    const child = launch(profile);
    const ended = once(child, 'exit');
    try {
      return { ...(await connect(child, profile)), ended };
    } catch (error) {
      await end(child);
      if (tries === 3) throw error;
    }
  }
}

function launch(profile: string): ChildProcess {
  return spawn(
    chromiumPath(),
    [
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      '--headless=new',
      '--no-first-run',
      ...bareWindow,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true, env: { ...process.env, LANG: 'C.UTF-8' } },
  );
}

async function connect(child: ChildProcess, profile: string): Promise<MortalBrowser> {
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}:\n${said}`)));
  });
  const browser = await chromium.connectOverCDP(address, { timeout: 40_000 });
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium opened no window');
  return {
    page: await context.newPage(),
    profile,
    kill: async () => {
      await holdBetweenRecords(child, profile);
      await end(child);
      await browser.close().catch(() => undefined);
    },
  };
}

/** Holds it at a moment at which it is not in the midst of writing a record: of what it would lose then no page knows (`hasTornLog`). */
async function holdBetweenRecords(child: ChildProcess, profile: string): Promise<void> {
  if (!child.pid || !isRunning(child)) return;
  for (;;) {
    process.kill(-child.pid, 'SIGSTOP');
    await wait(5);
    if (!(await hasTornLog(profile))) return;
    process.kill(-child.pid, 'SIGCONT');
    await wait(1);
  }
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

async function end(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const ended = once(child, 'exit');
  // The whole family: the parts of a browser are processes of their own.
  if (child.pid) process.kill(-child.pid, 'SIGKILL');
  await ended;
}
