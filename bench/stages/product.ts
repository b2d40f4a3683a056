import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '#platform/sheet/write-sheet.server.ts';
import { sessionCookie } from '#routes/session-cookie.server.ts';
import type { Outcome, Outcomes } from '../bars.ts';
import { communeList } from '../commune-list.ts';
import { medianOf, reasonOf, repeat } from '../measure.ts';

interface Product {
  site: string;
  process: ChildProcess;
  /** Seconds until the first page was there. */
  took: number;
}

const root = join(import.meta.dirname, '..', '..');
// The first start builds the pages; a busy machine takes minutes for that.
const patience = 600_000;

/** Of what the pages are built and the product runs. */
const parts = ['src', 'static', 'db', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/**
 * The product as a process of its own on a database that is there already: start, pages over HTTP, memory, JavaScript. It
 * runs from a copy of the sources, so that whoever works on them meanwhile neither disturbs nor is disturbed.
 * The caller has closed the embedded database; `token` is a session of an officer.
 */
export async function measureProduct(
  environment: Record<string, string>,
  token: string,
  options: { tries: number; starts: number; households: number },
): Promise<Outcomes> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-'));
  try {
    for (const part of parts)
      await cp(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    // The first start builds the pages, which is another thing.
    await stop(await start(folder, environment));
    const starts: number[] = [];
    while (starts.length < options.starts) {
      const product = await start(folder, environment);
      starts.push(product.took);
      await stop(product);
    }
    const product = await start(folder, environment);
    try {
      return {
        start: {
          value: medianOf(starts),
          note: `runs: ${starts.map((took) => took.toFixed(1)).join(', ')} s`,
        },
        ...(await visitPages(product, token, options)),
      };
    } finally {
      await stop(product);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function visitPages(
  product: Product,
  token: string,
  { tries, households }: { tries: number; households: number },
): Promise<Outcomes> {
  const headers = { cookie: `${sessionCookie}=${token}`, origin: product.site };
  const get = async (path: string) => {
    const answer = await fetch(product.site + path, { headers, redirect: 'error' });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    return body;
  };
  const page = async (path: string): Promise<Outcome> => {
    try {
      const { median, p95 } = await repeat(tries, () => get(path));
      return { value: median, p95 };
    } catch (error) {
      return { notMeasured: reasonOf(error) };
    }
  };
  const outcomes: Outcomes = {
    pageList: await page('/so-ho'),
    pageBoard: await page('/chi-tieu'),
    pageScript: await scriptsOf(get, ['/so-ho', '/chi-tieu', '/nhap-danh-sach', '/hom-nay']),
  };
  await page('/so-ho?tim=nguyen');
  for (const type of ['xlsx', 'csv']) await get(`/so-ho/tai-ve?gi=nguoi&loai=${type}`);
  outcomes.serverMemory = memoryOf(product, 'VmRSS');
  const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-'));
  try {
    const file = join(folder, 'danh-sach.xlsx');
    await writeXlsx(file, communeList(households, Math.round((households * 55) / 15)));
    const form = new FormData();
    form.set('file', new Blob([await readFile(file)]), 'danh-sach.xlsx');
    const sent = await fetch(`${product.site}/nhap-danh-sach`, {
      method: 'POST',
      headers: { ...headers, accept: 'text/html' },
      body: form,
      redirect: 'manual',
    });
    await sent.text();
    outcomes.serverPeak =
      sent.status === 303 ? memoryOf(product, 'VmHWM') : { notMeasured: `the import answers ${sent.status}` };
  } catch (error) {
    outcomes.serverPeak = { notMeasured: reasonOf(error) };
  } finally {
    await rm(folder, { recursive: true });
  }
  return outcomes;
}

/** Bytes of all scripts that the pages name or carry, the page with the most. */
async function scriptsOf(get: (path: string) => Promise<string>, paths: string[]): Promise<Outcome> {
  let most = 0;
  for (const path of paths) {
    try {
      const html = await get(path);
      let bytes = 0;
      for (const [tag, inline = ''] of html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
        const source = /\bsrc="([^"]+)"/.exec(tag)?.[1];
        bytes +=
          source === undefined
            ? Buffer.byteLength(inline)
            : (await get(new URL(source, 'http://x').pathname)).length;
      }
      for (const [tag] of html.matchAll(/<link\b[^>]*rel="modulepreload"[^>]*>/g)) {
        const source = /\bhref="([^"]+)"/.exec(tag)?.[1];
        if (source !== undefined) bytes += (await get(new URL(source, `http://x${path}`).pathname)).length;
      }
      most = Math.max(most, bytes);
    } catch (error) {
      return { notMeasured: reasonOf(error) };
    }
  }
  return { value: most, note: `the most of ${paths.join(', ')}` };
}

/** Resident memory (MB) of the product's own process, as Linux tells it. */
function memoryOf(product: Product, line: 'VmRSS' | 'VmHWM'): Outcome {
  try {
    const status = readFileSync(`/proc/${product.process.pid}/status`, 'utf8');
    return { value: Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1]) / 1024 };
  } catch {
    return { notMeasured: 'the system does not tell the memory of a process' };
  }
}

async function start(folder: string, environment: Record<string, string>): Promise<Product> {
  const began = performance.now();
  const { DATABASE_URL: _, ...rest } = process.env;
  const child = spawn(process.execPath, [join(folder, 'src/cli/serve.ts')], {
    cwd: folder,
    env: { ...rest, ...environment, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const site = await new Promise<string>((done, failed) => {
    const timer = setTimeout(() => failed(new Error('the product did not start in time')), patience);
    const hear = (part: Buffer) => {
      said += part.toString();
      const address = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      done(`http://127.0.0.1:${address}`);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    // After all that it said has been heard.
    child.once('close', () => {
      clearTimeout(timer);
      failed(new Error(`the product did not start: ${said.trim().split('\n').slice(-3).join(' ')}`));
    });
  }).catch((error: unknown) => {
    child.kill('SIGTERM');
    throw error;
  });
  try {
    const first = await fetch(site);
    await first.text();
    if (first.status !== 200) throw new Error(`the first page answers ${first.status}`);
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
  return { site, process: child, took: (performance.now() - began) / 1000 };
}

async function stop(product: Product): Promise<void> {
  const ended = once(product.process, 'exit');
  product.process.kill('SIGTERM');
  await ended;
}
