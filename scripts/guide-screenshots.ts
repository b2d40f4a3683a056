/**
 * Takes the pictures of the guides in docs/huong-dan anew: starts the product on databases of its own and walks the
 * first afternoon as the guide tells it. First an empty commune with the sample list of the shared folder, then the
 * demo commune for what needs months of work, a member's day on the phone, and the tenth of the month. All people in the
 * pictures are invented.
 *
 *   npx node scripts/guide-screenshots.ts [folder for the pictures]
 *   npx node scripts/guide-screenshots.ts --walk tenth     takes the pictures of one walk and leaves the others
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { ensurePages } from '../src/cli/ensure-pages.ts';
import { putClock } from '../tests/put-clock.ts';
import { launchBrowser } from '../tests/browser.ts';
import { startProduct } from '../tests/product.ts';
import { Camera } from './guide-screenshots/camera.ts';
import { firstHours } from './guide-screenshots/first-hours.ts';
import { monthsLater } from './guide-screenshots/months-later.ts';
import { memberDay } from './guide-screenshots/phone.ts';
import { firstMorning, tenthOfTheMonth, type SetClock } from './guide-screenshots/tenth.ts';

const walks = {
  'first-hours': (browser: Browser) => withProduct(browser, { firstStart: 'empty' }, firstHours),
  'months-later': (browser: Browser) => withProduct(browser, {}, monthsLater),
  phone: (browser: Browser) => withProduct(browser, {}, memberDay),
  tenth: (browser: Browser) => withSetClock(browser),
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { walk: { type: 'string', multiple: true } },
});
const root = resolve(import.meta.dirname, '..');
const out = resolve(positionals[0] ?? join(root, 'docs', 'huong-dan', 'anh'));
/** What a clone of the repository should bear (bytes): the pictures of six guides. */
const most = 3_500_000;

await ensurePages();
if (values.walk === undefined) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const browser = await launchBrowser();
try {
  for (const [name, walk] of Object.entries(walks))
    if (values.walk?.includes(name) ?? true) await walk(browser);
} finally {
  await browser.close();
}

const sizes = await Promise.all((await readdir(out)).map(async (file) => (await stat(join(out, file))).size));
const sum = sizes.reduce((a, b) => a + b, 0);
console.log(`${sizes.length} pictures, ${Math.round(sum / 1000)} kB, in ${out}`);
if (sum > most) {
  console.error(`More than ${most / 1000} kB: make them fewer or smaller.`);
  process.exitCode = 1;
}

interface Start {
  firstStart?: 'empty' | 'demo';
  env?: Record<string, string>;
}

async function withProduct(
  browser: Browser,
  { firstStart = 'demo', env = {} }: Start,
  walk: (camera: Camera, output: string) => Promise<void>,
): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'guide-'));
  const product = await startProduct('', { firstStart, households: 1200, env: { DATA_DIR: data, ...env } });
  try {
    await walk(new Camera(browser, product.url, out), product.output());
  } catch (cause) {
    throw new Error(`the walk broke off; the product said:\n${product.output()}`, { cause });
  } finally {
    await product.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** The tenth of the month, with a clock that stands where the walk puts it. */
async function withSetClock(browser: Browser): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'clock-'));
  const file = join(folder, 'clock');
  const setClock: SetClock = (moment) => putClock(file, moment);
  try {
    await setClock(firstMorning);
    const clock = pathToFileURL(join(root, 'tests', 'set-clock.ts')).href;
    const env = { NODE_OPTIONS: `--import ${clock}`, CLOCK_FILE: file };
    await withProduct(browser, { env }, (camera) => tenthOfTheMonth(camera, setClock));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
