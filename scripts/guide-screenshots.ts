/**
 * Takes the pictures of the guides in docs/huong-dan anew: starts the product on databases of its own and walks the
 * first afternoon as the guide tells it. First an empty commune with the sample list of the shared folder, then the
 * demo commune for what needs months of work, and a member's day on the phone. All people in the pictures are invented.
 *
 *   npx node scripts/guide-screenshots.ts [folder for the pictures]
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { ensurePages } from '../src/cli/ensure-pages.ts';
import { launchBrowser } from '../tests/browser.ts';
import { startProduct } from '../tests/product.ts';
import { Camera } from './guide-screenshots/camera.ts';
import { firstHours } from './guide-screenshots/first-hours.ts';
import { monthsLater } from './guide-screenshots/months-later.ts';
import { memberDay } from './guide-screenshots/phone.ts';

const root = resolve(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, 'docs', 'huong-dan', 'anh'));
/** What a clone of the repository should bear (bytes). */
const most = 2_500_000;

await ensurePages();
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const browser = await launchBrowser();
try {
  await withProduct(browser, 'empty', firstHours);
  await withProduct(browser, 'demo', monthsLater);
  await withProduct(browser, 'demo', memberDay);
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

async function withProduct(
  browser: Browser,
  firstStart: 'empty' | 'demo',
  walk: (camera: Camera, output: string) => Promise<void>,
): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'guide-'));
  const product = await startProduct('', { firstStart, households: 1200, env: { DATA_DIR: data } });
  try {
    await walk(new Camera(browser, product.url, out), product.output());
  } catch (cause) {
    throw new Error(`the walk broke off; the product said:\n${product.output()}`, { cause });
  } finally {
    await product.stop();
    await rm(data, { recursive: true, force: true });
  }
}
