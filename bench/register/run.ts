import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { oldestBrowser } from '../../scripts/field-build/oldest-browser.ts';
import { launchBrowser } from '../../tests/browser.ts';
import { serveApp } from '../../tests/e2e/field-shell/served-app.ts';

// node bench/register/run.ts: what the phone works out of a hamlet in memory, in Chromium as a phone six times slower (P12).
interface Measured {
  what: string;
  middle: number;
  worst: number;
}

const slower = 6;
const out = await mkdtemp(join(tmpdir(), 'to-so-register-'));
await build({
  root: join(import.meta.dirname, 'page'),
  base: '/di-dong/',
  configFile: false,
  logLevel: 'warn',
  build: { outDir: out, emptyOutDir: true, target: oldestBrowser },
});
const app = await serveApp(out);
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  await page.goto(`${app.url}/di-dong/`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const measured = await page.evaluate<Measured[]>('measure()');
  console.log(`550 households × 4 people × 10 visits, 400 unsent visits, CPU ${slower} times slower:`);
  for (const { what, middle, worst } of measured)
    console.log(`${middle.toFixed(1).padStart(8)} ms  (worst ${worst.toFixed(1)})  ${what}`);
} finally {
  await browser.close();
  await app.stop();
  await rm(out, { recursive: true });
}
