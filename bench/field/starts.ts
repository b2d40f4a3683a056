import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sizeOf } from '../../scripts/field-build/app-size.ts';
import type { Field } from './exchange.ts';
import {
  atDoor,
  atList,
  closeForm,
  drawnAfter,
  loadedFiles,
  moveIn,
  openForm,
  typePin,
  watch,
} from './real-app.ts';
import { openPhoneOn, SlowPage } from './slow-phone.ts';

/**
 * Starts of the real app on a phone without a network (e), its first form (f), in turns with the floor's page. Each start is a
 * new browser on the folder that the last one left. `app`: the folder of the built app.
 */
export async function measureStarts(app: string, { served, runs, count, tell }: Field): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'to-so-bench-phone-'));
  try {
    await settleBoth(folder, served.url, app);
    for (let run = -1; run < count; run += 1) {
      const ours = await startOurs(folder, served.url, app);
      const floor = await startFloor(folder, served.url);
      if (run < 0) continue;
      runs.add('ours', { ...ours, start: ours.startDoor + ours.startList });
      runs.add('floor', { startList: floor, start: floor });
      tell(
        `start ${run + 1}: PIN after ${Math.round(ours.startDoor)} ms, list ${Math.round(ours.startList)} ms after it, form ${Math.round(ours.form)} ms; floor ${Math.round(floor)} ms`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function settleBoth(folder: string, url: string, app: string): Promise<void> {
  const context = await openPhoneOn(folder);
  try {
    const page = await context.newPage();
    await moveIn(page, url, app);
    const floor = await context.newPage();
    await floor.goto(`${url}/bench/floor.html?start`);
    await floor.evaluate('bench.first()');
    await floor.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    // Once more, through its worker, which then has the files.
    await floor.reload();
    await floor.locator('li').first().waitFor();
  } finally {
    await context.close();
  }
}

async function startOurs(folder: string, url: string, app: string) {
  const context = await openPhoneOn(folder);
  try {
    const { page, slow } = await slowPage(context);
    await page.addInitScript(watch);
    await slow();
    await page.goto(`${url}/di-dong/`);
    const startDoor = await drawnAfter(page, atDoor, 'start');
    await typePin(page);
    const startList = await drawnAfter(page, atList, 'keydown');
    const form = await openForm(page);
    const formBytes = await sizeOf(app, await loadedFiles(page));
    await closeForm(page);
    const formWarm = await openForm(page);
    return { startDoor, startList, form, formBytes, formWarm };
  } finally {
    await context.close();
  }
}

async function startFloor(folder: string, url: string): Promise<number> {
  const context = await openPhoneOn(folder);
  try {
    const { page, slow } = await slowPage(context);
    await page.addInitScript(
      `new MutationObserver((_, observer) => {
         if (!document.querySelector('li')) return;
         observer.disconnect();
         requestAnimationFrame(() => setTimeout(() => (window.drawnAt = performance.now())));
       }).observe(document, { childList: true, subtree: true });`,
    );
    await slow();
    await page.goto(`${url}/bench/floor.html`);
    return Number(
      await (await page.waitForFunction(() => Reflect.get(window, 'drawnAt') ?? null)).jsonValue(),
    );
  } finally {
    await context.close();
  }
}

async function slowPage(context: Awaited<ReturnType<typeof openPhoneOn>>) {
  const phone = await SlowPage.open(context);
  return { page: phone.page, slow: () => phone.slow({ offline: true }) };
}
