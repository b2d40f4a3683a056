import type { Page } from 'playwright-core';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { fileOf, readFiles } from '../../scripts/field-build/write-service-worker.ts';
import * as door from '../../src/field/door/words.ts';
import { measuredLogin } from '../phones/measured-hamlet.ts';

/*
 * The hands on the real app: everything that bench/field knows of its screens stands here. A household's link is the sign that
 * the work list is drawn, a form's button that one may write.
 */

const pin = '250486';
const label = JSON.stringify(door.enterPin.label);
export const atDoor = `[role=group][aria-label=${label}]`;
export const atList = 'main a[href*="/ho/"]';
const toForm = 'a[href$="/gap"]';
const atForm = 'main form button[type=submit]';

/** Signs in as a member does the first time, and waits until the hamlet and the app are on the phone. */
export async function moveIn(page: Page, url: string, app: string): Promise<void> {
  await page.goto(`${url}/di-dong/`);
  await page.getByRole('radio', { name: door.signIn.byAccount }).click();
  await page.getByLabel(door.signIn.login).fill(measuredLogin);
  await page.getByLabel(door.signIn.password, { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: door.signIn.go }).click();
  for (const text of [door.choosePin.first, door.choosePin.second]) {
    await page.getByText(text).first().waitFor();
    await typePin(page);
  }
  await page.locator(atList).first().waitFor({ timeout: 60_000 });
  await page.locator(toForm).first().waitFor({ timeout: 60_000 });
  const kept = readFiles(app).files.length;
  await page.waitForFunction(async (wanted) => {
    await navigator.serviceWorker.ready;
    let found = 0;
    for (const name of await caches.keys()) found += (await (await caches.open(name)).keys()).length;
    return found >= wanted;
  }, kept);
  await packed(page);
}

/** Waits until the app has laid the households together for its next start, as it does in a phone's idle moments. */
async function packed(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const of = (await indexedDB.databases()).find(({ name }) => /^to-so-[0-9a-f]{8}-/.test(name ?? ''));
    if (!of?.name) return false;
    const open = indexedDB.open(of.name);
    await new Promise((done) => (open.onsuccess = done));
    const keys = open.result.transaction('meta').objectStore('meta').getAllKeys();
    await new Promise((done) => (keys.onsuccess = done));
    open.result.close();
    return keys.result.includes('homes:000');
  });
}

export async function typePin(page: Page): Promise<void> {
  for (const digit of pin) await page.keyboard.press(digit);
}

/** From a tap on the first household's "Ghi lần gặp" to its form (ms). */
export async function openForm(page: Page): Promise<number> {
  await page.locator(toForm).first().click();
  return drawnAfter(page, atForm, 'click');
}

export async function closeForm(page: Page): Promise<void> {
  await page.goBack();
  await page.locator(toForm).first().waitFor();
}

/** What `watch` notes, by the page's own clock (ms). */
interface Watched {
  drawn: Record<string, number | null>;
  keydown: number;
  click: number;
}

/**
 * To be there before the app: notes when elements that are looked for were first drawn, and when the last key or tap was. The
 * page's own clock, which starts with the navigation.
 */
export const watch = `
  window.watched = { drawn: {}, keydown: 0, click: 0 };
  for (const kind of ['keydown', 'click'])
    addEventListener(kind, (event) => (watched[kind] = event.timeStamp), { capture: true });
  const look = () => {
    for (const selector of ${JSON.stringify([atDoor, atList, atForm])}) {
      const is = document.querySelector(selector) !== null;
      if (!is) delete watched.drawn[selector];
      else if (!(selector in watched.drawn)) {
        watched.drawn[selector] = null;
        requestAnimationFrame(() => setTimeout(() => (watched.drawn[selector] = performance.now())));
      }
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
`;

/** When an element was drawn, after the navigation or after the last key or tap (ms). */
export async function drawnAfter(
  page: Page,
  selector: string,
  since: 'start' | 'keydown' | 'click',
): Promise<number> {
  const found = await page.waitForFunction(
    ([wanted, from]) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `watch` put it there
      const { watched } = window as unknown as { watched: Watched };
      const at = watched.drawn[wanted];
      return at ? at - (from === 'start' ? 0 : watched[from]) : null;
    },
    [selector, since] as const,
    { polling: 50, timeout: 60_000 },
  );
  return Number(await found.jsonValue());
}

/** The scripts and styles that the page has loaded by now, as files of the built app. */
export async function loadedFiles(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() => [
    ...new Set(
      performance
        .getEntriesByType('resource')
        .map((entry) => new URL(entry.name).pathname)
        .filter((path) => /\.(js|css)$/.test(path)),
    ),
  ]);
  return ['index.html', ...paths.map(fileOf)];
}
