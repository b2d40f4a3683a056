import { join } from 'node:path';
import { allButColours, allRules, colours, faultsOf as faultsOfPage } from '../../axe.ts';
import type { Page } from 'playwright-core';

/** Where to leave pictures for people to look at; none without it. */
const pictures = process.env['PICTURES'];

export async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Waits until the service worker answers for the page. */
export async function controlled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Paths in the app's caches, the mark of having been active left out. */
export const cachedPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        found.push(url.slice(location.origin.length));
    return found.filter((path) => !path.includes('?')).sort();
  });

/** How a screen is looked at: in the dark only colours are other, with large letters only places. */
const rulesOf = { light: allRules, dark: colours, large: allButColours };
export type Look = keyof typeof rulesOf;

/** What axe holds against the page in its frame. How large targets are is asked of whole pages only: here the bar at the foot covers some. */
export const faultsOf = (page: Page, look: Look = 'light') =>
  faultsOfPage(page, {
    ...rulesOf[look],
    rules: { ...rulesOf[look].rules, 'target-size': { enabled: false } },
  });
