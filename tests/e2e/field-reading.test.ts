import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { phone, useBrowser } from '../browser.ts';
import { useProduct } from '../product.ts';
import { choosePin, signInByAccount } from './field-door/app-by-hand.ts';
import { controlled, faultsOf, picture } from './field-shell/look.ts';

/** The phone's screens on which one reads, in the real product: a member opens her hamlet, loses the network, and goes on. */
const product = useProduct({ households: 600 });
const open = useBrowser();
const tab = (page: Page, name: string) =>
  page.locator('nav.bottom').getByRole('link', { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

describe('reading on the phone', { timeout: 180_000 }, () => {
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    ({ context, page } = await open(phone));
    context.setDefaultTimeout(60_000);
    await page.goto(`${product().url}/di-dong/`);
    await signInByAccount(page, 'chilan');
    await choosePin(page, '250486');
    await heading(page, 'Hôm nay nên gặp');
    await page.getByText('Đã gửi hết').waitFor();
    await controlled(page);
    // Every screen once with the network, so that what follows does not depend on the order of tests.
    for (const name of ['Hộ dân', 'Chỉ tiêu', 'Hôm nay']) await tab(page, name);
  }, 180_000);

  it('says whom to visit first and why, one tap from writing it down', async () => {
    await tab(page, 'Hôm nay');
    await heading(page, 'Hôm nay nên gặp');
    await page.getByRole('link', { name: /^Ghi lần gặp: / }).waitFor();
    await page.getByRole('link', { name: /^Không gặp ai: / }).waitFor();
    await page.getByRole('link', { name: 'Ghi buổi họp' }).waitFor();
    await check(page, 'hom-nay');
  });

  it('finds while one types, without accents, offline; the way back leads to the same place', async () => {
    await context.setOffline(true);
    await tab(page, 'Hộ dân');
    await heading(page, 'Hộ dân');
    await page.getByText(/Còn \d+ hộ chưa được gặp trong \d+ hộ|Đã gặp đủ/).waitFor();
    await check(page, 'ho-dan');
    await page.getByLabel('Tìm hộ').fill('nguyen van');
    await page.getByText(/\d+ hộ khớp/).waitFor();
    const first = page.getByRole('listitem').first();
    expect(plain(await first.innerText())).toMatch(/nguyen/);
    await check(page, 'ho-dan-tim');
    await page.getByLabel('Tìm hộ').fill('khong ai ten nhu vay');
    await page.getByText('Không có hộ nào khớp').waitFor();
    await page.getByRole('button', { name: 'Xóa chữ đang tìm' }).click();
    await page.getByRole('button', { name: /^Tất cả/ }).click();
    for (let step = 0; step < 6; step += 1) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(300);
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(1500);
    const name = await inSight(page);
    await page.locator('[data-in-sight]').click();
    await heading(page, /^Hộ /);
    await page.getByRole('link', { name: 'Hộ dân' }).first().click();
    await heading(page, 'Hộ dân');
    await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 40, before);
    expect(await inSight(page)).toBe(name);
  });

  it('shows a household: what to do, who lives there and what is not known of them, what was done', async () => {
    await tab(page, 'Hộ dân');
    await page.getByRole('listitem').first().getByRole('link').click();
    await heading(page, /^Hộ /);
    await page.getByRole('link', { name: /^Ghi lần gặp: / }).waitFor();
    await page.getByRole('heading', { name: /^Người trong hộ/ }).waitFor();
    await page.getByRole('heading', { name: 'Người giúp kỹ năng số' }).waitFor();
    await page.getByRole('link', { name: 'Sửa thông tin hộ' }).waitFor();
    await check(page, 'ho');
  });

  it('says kindly that a household is gone', async () => {
    await page.evaluate(() => {
      history.pushState(null, '', '/di-dong/ho/00000000-0000-7000-8000-000000000001');
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByText('Hộ này không còn trong sổ trên máy').waitFor();
    await check(page, 'ho-khong-con');
    await page.getByRole('link', { name: 'Về danh sách hộ' }).click();
    await heading(page, 'Hộ dân');
  });

  it('shows each target with its figure, and everybody who is left with what they lack', async () => {
    await tab(page, 'Chỉ tiêu');
    await page.getByText(/Theo sổ trên máy, cập nhật với xã/).waitFor();
    await check(page, 'chi-tieu');
    await page.locator('a[href$="/chi-tieu/T5"]').click();
    await page.getByText(/^Còn \d+ người chưa có đủ/).waitFor();
    await check(page, 'chi-tieu-T5');
    await page.getByRole('listitem').first().getByRole('link').click();
    await heading(page, /^Hộ /);
    await page.getByRole('link', { name: 'Chỉ tiêu' }).first().click();
    await page.getByText(/^Còn \d+ người chưa có đủ/).waitFor();
  });

  it('gives the figure of the server for what this phone may not know, and says so', async () => {
    await tab(page, 'Chỉ tiêu');
    await page.locator('a[href$="/chi-tieu/T3p"]').click();
    await page.getByText(/^Số của xã, tính/).waitFor();
    await page.getByText('Danh sách dưới đây chỉ có những hộ mà máy biết được.', { exact: false }).waitFor();
    await check(page, 'chi-tieu-T3p');
    await context.setOffline(false);
  });
});

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** The household that stands in the middle of the screen; marked for a tap. */
const inSight = (page: Page): Promise<string> =>
  page.evaluate(() => {
    document.querySelector('[data-in-sight]')?.removeAttribute('data-in-sight');
    const link = document.elementFromPoint(150, 360)?.closest('a');
    link?.setAttribute('data-in-sight', '');
    return link?.textContent ?? '';
  });

/** Light, dark and with the text doubled: no fault, nothing too small for a thumb, nothing sideways. */
async function check(page: Page, name: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(200);
  await picture(page, name);
  expect([name, await faultsOf(page)]).toEqual([name, []]);
  expect([name, await tooSmall(page)]).toEqual([name, []]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${name}-toi`);
  expect([name, 'dark', await faultsOf(page, 'dark')]).toEqual([name, 'dark', []]);
  await page.emulateMedia({ colorScheme: 'light' });
  const text = (size: string) =>
    page.evaluate((wanted) => void (document.documentElement.style.fontSize = wanted), size);
  await text('200%');
  await page.waitForTimeout(200);
  await picture(page, `${name}-chu-lon`);
  expect([name, '200 %', await faultsOf(page, 'large')]).toEqual([name, '200 %', []]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await text('');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await settled(page);
}

/** A long list draws itself anew for another size of letters: nobody taps while it moves. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let [height, still] = [0, 0];
        const look = () => {
          const now = document.documentElement.scrollHeight;
          still = now === height ? still + 1 : 0;
          height = now;
          if (still >= 20) done();
          else requestAnimationFrame(look);
        };
        look();
      }),
  );

/** What is pressed and lower or narrower than 48 px. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main a, main button, main select, main summary, main input')].flatMap(
      (one) => {
        const { width, height } = one.getBoundingClientRect();
        return width > 0 && (width < 47.5 || height < 47.5)
          ? [`${one.tagName} ${one.textContent.trim()} ${width}×${height}`]
          : [];
      },
    ),
  );
