import type { Page } from 'playwright-core';
import { demoPassword } from '#features/setup/demo/cast.ts';

const pin = '250486';

async function typePin(page: Page): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
}

/** Signs in on a new phone with an account of the demo, chooses a PIN, and waits for the app and its worker. */
export async function enter(page: Page, url: string, login: string): Promise<void> {
  await page.goto(`${url}/di-dong/`);
  await page.getByRole('radio', { name: 'Đăng nhập bằng tài khoản' }).check();
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  for (const step of [1, 2]) {
    await page.getByText(`Bước ${step} trong 2`).first().waitFor();
    await typePin(page);
  }
  await page.getByText('Đã gửi hết').waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The page is loaded anew, as after a kill, and opened with the PIN. */
export async function reopen(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: '5', exact: true }).waitFor();
  await typePin(page);
  await page.getByRole('link', { name: 'Hộ dân', exact: true }).waitFor();
}

/** Goes to a place of the app without loading it anew, as a link does. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((place) => {
    history.pushState(null, '', `/di-dong/${place}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('main h1').first().waitFor();
}

/** Ids of households as the list of the app shows them. */
export async function homesOn(page: Page): Promise<string[]> {
  await goTo(page, 'ho-dan');
  const links = page.locator('main a[href*="/di-dong/ho/"]');
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(addresses.flatMap((address) => /\/ho\/([0-9a-f-]{36})$/.exec(address)?.[1] ?? []))];
}

/** Counts what a finger does from now on: each tap is one click on the document. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number };
    counted.taps = 0;
    document.addEventListener('click', (event) => event.isTrusted && (counted.taps += 1), true);
  });
  return () => page.evaluate(() => (window as unknown as { taps: number }).taps);
}

/** What is too small for a thumb (px), and how far the page goes sideways. */
export const shapeOf = (page: Page): Promise<{ small: string[]; sideways: number }> =>
  page.evaluate(() => {
    const wanted = 'main a, main button, main summary, main select, main .input, main label:has(input)';
    const small = [...document.querySelectorAll(wanted)]
      .filter((part) => !part.closest('#errors') && part.getClientRects().length > 0)
      .filter((part) => part.getBoundingClientRect().height < 47.5)
      .map((part) => part.textContent.trim() || part.tagName);
    return { small, sideways: document.documentElement.scrollWidth - innerWidth };
  });
