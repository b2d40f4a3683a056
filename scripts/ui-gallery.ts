/**
 * Draws the design system for us to look at: renders the scenes of scripts/ui-gallery on the server, serves them
 * under the strict policy of the product, takes screenshots (phone and desk, light and dark, 200 % text) and runs
 * axe on each. Ends with an error when axe finds anything, the page scrolls sideways, something moved while the
 * font came, or the policy refused something.
 *
 *   npx node scripts/ui-gallery.ts [folder for the pictures] [scene …]
 */
import { mkdtemp, mkdir, readFile, readdir } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { faultsOf } from '../tests/axe.ts';
import type { Scenes } from './ui-gallery/scenes.ts';

const root = resolve(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'ui-gallery-'))));
const wanted = process.argv.slice(3);
const built = join(root, 'node_modules/.cache/ui-gallery');
await mkdir(out, { recursive: true });

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [svelte()],
  build: {
    ssr: join(root, 'scripts/ui-gallery/scenes.ts'),
    ssrEmitAssets: true,
    cssCodeSplit: false,
    outDir: built,
    emptyOutDir: true,
    cssTarget: 'chrome100',
  },
});
const { scenes }: { scenes: Scenes } = await import(pathToFileURL(join(built, 'scenes.js')).href);
const css = (await readdir(join(built, 'assets'))).find((file) => file.endsWith('.css'));
const types: Record<string, string> = { '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };

const server = createServer((request, response) => void respond(request.url ?? '/', response));

async function respond(url: string, response: ServerResponse): Promise<void> {
  try {
    const { type, body } = await answer(url);
    response.setHeader('content-type', type);
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'",
    );
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

async function answer(url: string): Promise<{ type: string; body: string | Buffer }> {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const scene = scenes[pathname.slice(1)];
  if (scene) {
    const theme = searchParams.get('theme') ?? 'light';
    return {
      type: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="vi" data-theme="${theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${scene.title}</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/assets/${css}"></head><body>${scene.html()}</body></html>`,
    };
  }
  const file = pathname === '/icon.svg' ? join(root, 'static/icon.svg') : join(built, pathname);
  // A slow line: the page must stand still when the font comes late.
  if (file.endsWith('.woff2')) await new Promise((done) => setTimeout(done, 400));
  return { type: types[extname(file)] ?? 'text/plain', body: await readFile(file) };
}

await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const address = server.address();
const port = typeof address === 'object' && address ? address.port : 0;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };
let faults = 0;
const fault = (where: string, what: string) => {
  faults += 1;
  console.log(`${where}: ${what}`);
};

for (const name of Object.keys(scenes).filter((scene) => wanted.length === 0 || wanted.includes(scene))) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const look of ['light', 'dark', 'large'] as const) {
      const where = `${name}-${size}-${look}`;
      const context = await browser.newContext({ viewport, locale: 'vi-VN' });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') fault(where, message.text());
      });
      await page.goto(`http://127.0.0.1:${port}/${name}?theme=${look === 'dark' ? 'dark' : 'light'}`);
      const shift = await page.evaluate(async () => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        await document.fonts.ready;
        await new Promise((done) => setTimeout(done, 150));
        return sum;
      });
      // One line that wraps elsewhere is borne; Web Vitals call 0.1 good, and the product loads the font ahead.
      if (shift > 0.05) fault(where, `moved by ${shift.toFixed(3)} when the font came`);
      if (look === 'large') await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      const wide = await page.evaluate(() => {
        const parts = [...document.querySelectorAll('body *')].filter(
          (part) =>
            part.getBoundingClientRect().right > innerWidth + 1 &&
            !part.closest('[role=region], .visually-hidden'),
        );
        const sideways = document.documentElement.scrollWidth - innerWidth;
        return sideways > 0
          ? `scrolls ${sideways} px sideways: ${parts.map((part) => `${part.tagName}.${part.getAttribute('class')}`).join(', ')}`
          : null;
      });
      if (wide) fault(where, wide);
      await page.screenshot({ path: join(out, `${where}-first.png`) });
      // The whole page in one view, so that no bar at the foot of the screen hides anything from axe or the picture.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ ...viewport, height: Math.min(height, 15_000) });
      await page.screenshot({ path: join(out, `${where}.png`) });
      for (const violation of await faultsOf(page)) fault(where, violation);
      await context.close();
    }
  }
}
await browser.close();
server.close();
console.log(`${faults} faults; pictures in ${out}`);
process.exitCode = faults === 0 ? 0 : 1;
