import { accessSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The real Chromium of this machine; CHROMIUM names another. */
export function chromiumPath(): string {
  const wanted = process.env['CHROMIUM'];
  const found = (wanted ? [wanted] : places).find((path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  });
  if (!found)
    throw new Error('Không thấy Chromium. Debian/Ubuntu: apt-get install chromium; hoặc đặt biến CHROMIUM.');
  return found;
}

export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const desktop = { viewport: { width: 1440, height: 900 } };

/**
 * Chromium without what only a person at its address bar needs: each window would keep two pages of its own alive there, a
 * fifth of what a short test costs. Of two such flags the last counts, so Playwright's own wishes are said again.
 */
export const bareWindow = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'MediaRouter',
    'PaintHolding',
    'ThirdPartyStoragePartitioning',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'AimEnabled',
    'PreconnectToSearch',
  ].join()}`,
];

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    // Without a UTF-8 locale Chromium cannot name a download in Vietnamese.
    env: { ...process.env, LANG: 'C.UTF-8' },
    args: bareWindow,
  });
}

/** One browser for the test file; each call of the result opens a fresh context and page. */
export function useBrowser(): (
  options?: Parameters<Browser['newContext']>[0],
) => Promise<{ context: BrowserContext; page: Page }> {
  let browser: Browser | null = null;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
  });
  return async (options = desktop) => {
    if (!browser) throw new Error('no browser yet');
    const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options });
    context.setDefaultTimeout(20_000);
    contexts.push(context);
    return { context, page: await context.newPage() };
  };
}

/** Signs in through the page, as a person does. */
export async function signInOnPage(page: Page, url: string, login: string, password: string): Promise<void> {
  await page.goto(`${url}/dang-nhap`);
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/hom-nay/);
}
