import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../scripts/field-build/write-service-worker.ts';
import { update } from '../../src/field/shell/words.ts';
import { product } from '../../src/field/words.ts';
import { phone, useBrowser } from '../browser.ts';
import { cachedPaths, controlled, faultsOf, picture } from './field-shell/look.ts';
import { useMortalBrowser } from './field-shell/mortal-browser.ts';
import { nextVersion } from './field-shell/served-app.ts';
import { useApps } from './field-shell/use-apps.ts';

/*
 * How versions of the phone's app come and go, in a real browser: the first one survives being killed while it is brought,
 * and a later one never costs anybody a form.
 */

const apps = useApps();
const open = useBrowser();
const startPhone = useMortalBrowser();

describe('killed while the app is being brought', () => {
  it.each([10, 50, 90])(
    'at %i %: what is there is not fetched again',
    { timeout: 90_000 },
    async (percent) => {
      const files = readFiles(apps.app).files.map(([path]) => path);
      const answers = Math.max(1, Math.round((files.length * percent) / 100));
      const first = await apps.serve(apps.app, { answers, noStore: true });
      const before = await startPhone();
      await before.page.goto(`${first.url}/di-dong/`);
      await expect.poll(() => cachedPaths(before.page), { timeout: 30_000 }).toHaveLength(answers);
      // Chromium notes a new cache on the disk a few seconds late.
      await new Promise((resolve) => setTimeout(resolve, 7000));
      await before.kill();
      const port = Number(new URL(first.url).port);
      await first.stop();

      const second = await apps.serve(apps.app, { port, noStore: true });
      const after = await startPhone();
      await after.page.goto(`${second.url}/di-dong/`);
      await controlled(after.page);
      expect(await cachedPaths(after.page)).toEqual([...files].sort());
      expect([...second.fetchedByWorker].sort()).toEqual(
        files.filter((path) => !first.fetchedByWorker.includes(path)).sort(),
      );
    },
  );
});

describe('a new version', () => {
  const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
  const openForm = (page: Page) => page.evaluate(() => document.body.append(document.createElement('form')));
  const closeForm = (page: Page) => page.evaluate(() => document.querySelector('form')?.remove());
  const askForNews = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
    });
  const isWaiting = (page: Page) =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null);
  /** Longer than the shell takes to look whether a form is still open. */
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 2500));

  it(
    'waits while a form is open, asks once, and leaves every open page its own files',
    { timeout: 90_000 },
    async () => {
      const two = apps.keep(await nextVersion(apps.small, 'Bản hai'));
      const old = await apps.serve(apps.small);
      const { page: an, context } = await open(phone);
      await an.goto(`${old.url}/di-dong/`);
      await controlled(an);
      const binh = await context.newPage();
      await binh.goto(`${old.url}/di-dong/`);
      await controlled(binh);
      await openForm(an);
      await openForm(binh);
      const button = an.getByRole('button', { name: 'Dùng bản mới' });
      await old.stop();
      const now = await apps.serve(two, { port: Number(new URL(old.url).port) });

      await askForNews(an);
      await expect.poll(() => isWaiting(an), { timeout: 20_000 }).toBe(true);
      // Only the start page differs: the rest came from the version that was there.
      expect(now.fetchedByWorker).toEqual(['/di-dong/']);
      await aWhile();
      expect([await button.count(), await an.title(), await isWaiting(an)]).toEqual([
        0,
        'Thử khung máy',
        true,
      ]);

      await closeForm(an);
      await button.waitFor();
      await aWhile();
      expect(await button.count()).toBe(1);
      // A form opened after the offer holds it back too.
      await openForm(an);
      await button.click();
      await aWhile();
      expect([await an.title(), await isWaiting(an)]).toEqual(['Thử khung máy', true]);
      await closeForm(an);
      await an.waitForFunction(() => document.title === 'Bản hai');
      expect(await button.count()).toBe(0);

      // The other page still has its form, its version, and the files of it.
      await aWhile();
      expect([await binh.title(), await binh.locator('form').count()]).toEqual(['Thử khung máy', 1]);
      expect(await cacheNames(binh)).toHaveLength(3);
      await an.close();
      await closeForm(binh);
      await binh.getByRole('button', { name: 'Dùng bản mới' }).click();
      await binh.waitForFunction(() => document.title === 'Bản hai');
      await expect.poll(() => cacheNames(binh), { timeout: 20_000 }).toHaveLength(2);
    },
  );

  it('is offered by the app in words', { timeout: 60_000 }, async () => {
    const next = apps.keep(await nextVersion(apps.app, `${product} mới`));
    const old = await apps.serve(apps.app);
    const { page } = await open(phone);
    await page.goto(`${old.url}/di-dong/`);
    await controlled(page);
    await old.stop();
    await apps.serve(next, { port: Number(new URL(old.url).port) });
    await askForNews(page);
    await page.getByText(update.title).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'update');
    await page.getByRole('button', { name: update.take }).click();
    await page.waitForFunction((title) => document.title === title, `${product} mới`);
    expect(await page.getByText(update.title).count()).toBe(0);
  });
});
