import { describe, expect, it } from 'vitest';
import { readFiles } from '../../scripts/field-build/write-service-worker.ts';
import { openInChrome } from '../../src/field/shell/words.ts';
import { product } from '../../src/field/words.ts';
import { phone, useBrowser } from '../browser.ts';
import { cachedPaths, controlled, faultsOf, picture } from './field-shell/look.ts';
import { useApps } from './field-shell/use-apps.ts';

/*
 * The phone's shell in a real browser: works from the first visit on with no network, can be installed, and sends people
 * out of Zalo.
 */

const apps = useApps();
const open = useBrowser();
const zalo =
  'Mozilla/5.0 (Linux; Android 12; SM-A047F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/118.0.0.0 Mobile Safari/537.36 Zalo android/12120735 ZaloTheme/light ZaloLanguage/vi';

describe('on a phone', () => {
  it('works with no network from the first visit on, and asks nobody else for anything', async () => {
    const served = await apps.serve(apps.app);
    const { page, context } = await open(phone);
    const foreign: string[] = [];
    const complaints: string[] = [];
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== served.url) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${served.url}/di-dong/`);
    await controlled(page);
    expect(await cachedPaths(page)).toEqual(
      readFiles(apps.app)
        .files.map(([path]) => path)
        .sort(),
    );
    await picture(page, 'app');
    expect(await faultsOf(page)).toEqual([]);

    await served.stop();
    await context.setOffline(true);
    for (const path of ['/di-dong/', '/di-dong/ho/mot-ho-nao-do?tim=an']) {
      await page.goto(served.url + path);
      expect(await page.title()).toContain(product);
      await page.locator('body > *').first().waitFor();
    }
    expect([foreign, complaints]).toEqual([[], []]);
  });

  it('can be installed: Chrome finds no fault in the manifest, and each icon has its size', async () => {
    const served = await apps.serve(apps.app);
    const { page, context } = await open(phone);
    await page.goto(`${served.url}/di-dong/`);
    await controlled(page);
    const devtools = await context.newCDPSession(page);
    const { errors, data = '' } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // The test's window keeps nothing, as a private one.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    const { icons } = JSON.parse(data) as { icons: { src: string; sizes: string }[] };
    const widths = await page.evaluate(
      (sources) =>
        Promise.all(
          sources.map(async (src) => {
            const image = new Image();
            image.src = src;
            await image.decode();
            return `${image.naturalWidth}x${image.naturalHeight}`;
          }),
        ),
      icons.map(({ src }) => src),
    );
    expect(widths).toEqual(icons.map(({ sizes }) => sizes));
  });
});

describe('the QR reader', () => {
  it('is brought when it is first used, and is there without a network from then on', async () => {
    const served = await apps.serve(apps.small);
    const { page, context } = await open(phone);
    await page.goto(`${served.url}/di-dong/`);
    await controlled(page);
    const { onFirstUse } = readFiles(apps.small);
    expect(onFirstUse).toHaveLength(2);
    const keptOnes = async () => (await cachedPaths(page)).filter((path) => onFirstUse.includes(path));
    expect(await keptOnes()).toEqual([]);
    const start = page.getByRole('button', { name: 'Mở máy đọc' });
    await start.click();
    await page.waitForFunction(() => document.title === 'Máy đọc đã mở');
    await expect.poll(keptOnes, { timeout: 20_000 }).toEqual([...onFirstUse].sort());
    await served.stop();
    await context.setOffline(true);
    await page.reload();
    expect(await page.title()).toBe('Thử khung máy');
    await start.click();
    await page.waitForFunction(() => document.title === 'Máy đọc đã mở');
  });
});

describe('inside Zalo', () => {
  it('shows the way to Chrome instead of the app, in both themes and with large text', async () => {
    const served = await apps.serve(apps.app);
    const { page, context } = await open({ ...phone, userAgent: zalo });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.url });
    await page.goto(`${served.url}/di-dong/?moi=1`);
    const link = page.getByRole('link', { name: openInChrome.open });
    expect(await link.getAttribute('href')).toBe(
      `intent://${new URL(served.url).host}/di-dong/?moi=1#Intent;scheme=http;package=com.android.chrome;end`,
    );
    await picture(page, 'zalo');
    await page.getByRole('button', { name: openInChrome.copy }).click();
    await page.getByText(openInChrome.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${served.url}/di-dong/?moi=1`);
    // Nothing is begun where it would be lost.
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await picture(page, `zalo-${colorScheme}`);
      expect(await faultsOf(page, colorScheme), colorScheme).toEqual([]);
    }
    await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
    await picture(page, 'zalo-large');
    expect(await faultsOf(page, 'large'), 'text at 200 %').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    const tooSmall = await page.evaluate(
      () =>
        [...document.querySelectorAll('a.btn, button, input')].filter(
          (part) => part.getBoundingClientRect().height < 48,
        ).length,
    );
    expect(tooSmall).toBe(0);
  });
});
