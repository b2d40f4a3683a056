import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { reminderNotice } from '#features/reports/words.ts';
import { reminded, remind, step } from '#routes/(office)/bao-cao/words.ts';
import { addMonths, dayOf, monthOf, startOf } from '#shared/calendar.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/**
 * The head of the seventh hamlet has not sent last month's report, and it is the twelfth (R92): the real product, a clock that
 * shows the day, and a phone whose browser runs no script.
 */
const open = useBrowser();

const month = monthOf(dayOf(new Date()));
const twelfth = new Date(startOf(`${month}-12`).getTime() + 10 * 60 * 60 * 1000);
const period = addMonths(month, -1);
const said = reminderNotice(period, { dueOn: `${month}-10`, daysLeft: -2, isReturned: false });

const product = useProduct({ households: 240, at: twelfth });

async function as(login: string, options: Parameters<typeof open>[0], path: string): Promise<Page> {
  const { page, context } = await open(options);
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(product().url + path);
  return page;
}
const notice = (page: Page) => page.locator('.notice', { hasText: said.title });

it('is told so on the first page, puts it away there, and the office sees that', async () => {
  const head = await as('truongap7', { ...phone, javaScriptEnabled: false }, '/hom-nay');
  // The day's work runs beside the start: it may be a moment behind it.
  await expect
    .poll(
      async () => {
        await head.goto(`${product().url}/hom-nay`);
        return notice(head).count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  expect(await notice(head).textContent()).toContain(said.text);

  const hanh = await as('hanh', desktop, `/bao-cao/nhac?ky=${period}`);
  const told = remind.told('', `${month}-12`, null).replace(/^Đã nhắc +/, '');
  await hanh.getByText(told).first().waitFor();

  await notice(head)
    .getByRole('button', { name: reminded.seenFor(said.title) })
    .click();
  await head.waitForURL(/\/hom-nay$/);
  expect(await notice(head).count()).toBe(0);
  // The report itself is still asked for, more quietly.
  await head.getByRole('link', { name: 'Mở báo cáo' }).click();
  expect(await notice(head).count()).toBe(0);
  await head.getByRole('button', { name: step.open }).waitFor();

  await hanh.reload();
  await hanh
    .getByText(/đã xem ngày 12\//)
    .first()
    .waitFor();
}, 120_000);
