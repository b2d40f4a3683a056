import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { testDatabase, type Filled } from './test-database.ts';

const root = join(import.meta.dirname, '..');

export interface Product {
  /** Where it listens: http://127.0.0.1:<port> */
  url: string;
  /** What it printed so far: the welcome, and logs when they are on. */
  output(): string;
  process: ChildProcess;
  /** Sends SIGTERM and waits; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface ProductOptions {
  firstStart?: 'demo' | 'empty';
  /** Households of the demo commune (hộ). */
  households?: number;
  env?: Record<string, string>;
  /** What the product's clock shows at its start; it goes on from there. */
  at?: Date;
}

/** The real product in its own process, on a database of its own, for one test file. The pages must be built (`npm test` does). */
export function useProduct(options: ProductOptions = {}): () => Product {
  const database = testDatabase(demoOf(options));
  let product: Product | null = null;
  beforeAll(async () => {
    product = await startProduct(database.connectionString(), options);
  });
  afterAll(async () => {
    await product?.stop();
  });
  return () => {
    if (!product) throw new Error('the product runs inside a test only');
    return product;
  };
}

/** The demo commune takes seconds to fill: test files that want the same one share it. */
function demoOf(options: ProductOptions): Filled | undefined {
  const { firstStart, households, env, at } = options;
  if (firstStart === 'empty' || households === undefined || households < 120 || env) return undefined;
  return {
    name: `demo_${households}${at ? `_${at.getTime()}` : ''}`,
    fill: async (url) => {
      await (await startProduct(url, options)).stop();
    },
  };
}

const clockAhead = pathToFileURL(join(import.meta.dirname, 'e2e', 'airplane-day', 'clock-ahead.ts')).href;

export async function startProduct(databaseUrl: string, options: ProductOptions = {}): Promise<Product> {
  const child = spawn(process.execPath, ['src/cli/serve.ts'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: '0',
      LOG_LEVEL: 'warn',
      FIRST_START: options.firstStart ?? 'demo',
      DEMO_HOUSEHOLDS: String(options.households ?? 120),
      ...(options.at && {
        NODE_OPTIONS: `--import ${clockAhead}`,
        CLOCK_AHEAD: String(options.at.getTime() - Date.now()),
      }),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const port = /http:\/\/localhost:(\d+)/.exec(output)?.[1];
      if (port && output.includes('Ctrl+C')) resolve(`http://127.0.0.1:${port}`);
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

/** Signs in as a person of the demo and gives the cookie to send along. */
export async function signedIn(
  product: Pick<Product, 'url'>,
  login: string,
  password: string,
): Promise<string> {
  const answer = await fetch(`${product.url}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: product.url, accept: 'text/html' },
    body: new URLSearchParams({ name: login, password }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('to-so='));
  if (answer.status !== 303 || !cookie) throw new Error(`signing in as ${login} answered ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}
