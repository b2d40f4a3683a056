import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { sample } from '#routes/(office)/bao-cao/words.ts';
import * as words from '#routes/(office)/bao-cao/xa/words.ts';
import { addMonths, dayOf, monthOf, startOf } from '#shared/calendar.ts';
import { desktop, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/**
 * The commune's report of last month, from cô Hạnh's first press to the province (W16): the real product, the demo commune, a
 * clock that shows the twelfth of the month, when the hamlets have reported.
 */
const open = useBrowser();

const month = monthOf(dayOf(new Date()));
const twelfth = new Date(startOf(`${month}-12`).getTime() + 10 * 60 * 60 * 1000);
const last = addMonths(month, -1);
const asked = 'Đề nghị tỉnh cấp thêm máy tính bảng cho các Tổ.';

const product = useProduct({ households: 240, at: twelfth });

async function as(login: string): Promise<Page> {
  const { page, context } = await open(desktop);
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(`${product().url}/bao-cao/xa`);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page) =>
  page
    .getByRole('link', { name: words.ofPeriod(last) })
    .first()
    .click();

it('has before it what the officer asked again at some doors, which the hamlet does not see (R97)', async () => {
  const hanh = await as('hanh');
  await hanh.goto(`${product().url}/bao-cao`);
  const reports = await hanh
    .locator('main a[href^="/bao-cao/0"]')
    .evaluateAll((links) => links.map((one) => one.getAttribute('href')));
  const visits = hanh.locator('#mau .visit');
  expect(reports.length).toBeGreaterThan(24);
  // Five are drawn where the month has so many; the demo's hamlets are small, not each month of each has three, and of
  // some a sample was drawn before.
  for (const href of reports) {
    await hanh.goto(product().url + href);
    if ((await hanh.getByRole('button', { name: sample.draw, exact: true }).count()) === 0) continue;
    await press(hanh, sample.draw);
    await visits.first().waitFor();
    if ((await visits.count()) >= 3) break;
  }
  expect(await visits.count()).toBeGreaterThanOrEqual(3);
  for (const [index, result] of (['confirmed', 'differs', 'not_met'] as const).entries()) {
    const visit = visits.nth(index);
    await visit.getByRole('combobox').selectOption(result);
    await visit.getByLabel(sample.note).fill(`lời ${result}`);
    await visit.getByRole('button', { name: sample.save }).click();
    await hanh.waitForLoadState();
  }
  // Who was not met says nothing about the visit.
  await hanh.getByText(sample.found(2, 1)).waitFor();
  await hanh.reload();
  expect(await visits.nth(1).getByRole('combobox').inputValue()).toBe('differs');
  expect(await visits.nth(1).getByLabel(sample.note).inputValue()).toBe('lời differs');
  const report = new URL(hanh.url()).pathname;
  const minh = await as('minh');
  await minh.goto(product().url + report);
  await minh.getByRole('heading', { level: 1 }).waitFor();
  expect(await minh.locator('#mau').count()).toBe(0);
}, 60_000);

it('is consolidated, approved twice, numbered, signed, issued, and read by the province', async () => {
  const hanh = await as('hanh');
  await press(hanh, words.open(last));
  await hanh.getByText(words.approve.next.office).waitFor();
  // Who has not reported is named.
  await hanh.getByText(/Chưa có: .*Không ước tính/).waitFor();
  await hanh.locator('#phan-proposals').getByText('Viết lại phần này').click();
  await hanh.locator('textarea[name=loi-proposals]').fill(asked);
  await hanh.locator('#phan-proposals').getByRole('button', { name: 'Lưu phần này' }).click();
  await hanh.getByText('Đã lưu.').waitFor();
  // She wrote it: nobody offers her to approve it.
  expect(await hanh.getByRole('button', { name: words.approve.office }).count()).toBe(0);

  const tam = await as('tamvhxh');
  await follow(tam);
  await press(tam, words.approve.office);
  await tam.getByText(words.done['duyet'] ?? '').waitFor();

  const minh = await as('minh');
  await follow(minh);
  await press(minh, words.approve.leader);
  await minh.getByText(words.register.waits).waitFor();

  const thu = await as('thuvt');
  await follow(thu);
  await thu.locator('input[name=officeNumber]').fill('15');
  await thu.locator('input[name=officeDatedOn]').fill(`12/${month.slice(5)}/${month.slice(0, 4)}`);
  await thu.locator('input[name=communeNumber]').fill('212/BC-UBND');
  await thu.locator('input[name=communeDatedOn]').fill(`12/${month.slice(5)}/${month.slice(0, 4)}`);
  await press(thu, words.register.save);
  // A number without its symbol is said at its field, and nothing that was typed is lost.
  await thu.locator('#f-officeNumber-error').waitFor();
  expect(await thu.locator('input[name=communeNumber]').inputValue()).toBe('212/BC-UBND');
  await thu.locator('input[name=officeNumber]').fill('15/BC-VHXH');
  await press(thu, words.register.save);
  await thu.getByText(words.done['so'] ?? '').waitFor();
  const [download] = await Promise.all([
    thu.waitForEvent('download'),
    thu.getByRole('link', { name: words.file('commune', 'Word') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Báo cáo tháng .* - UBND xã Nhơn Mỹ\.docx$/);
  await thu.locator('input[type=file]').setInputFiles({
    name: 'bc-212-da-ky.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 đã ký'),
  });
  await press(thu, words.signed.save);
  await thu.getByRole('link', { name: words.signed.of.commune }).waitFor();
  await press(thu, words.issue.do);
  await thu.getByText(words.done['phat'] ?? '').waitFor();
  await press(thu, words.issue.archive);
  await thu.getByText(words.done['ho'] ?? '').waitFor();

  const phuc = await as('phuc');
  // Nothing leads him where he has nothing to see.
  expect(await phuc.locator('main a[href="/bao-cao"]').count()).toBe(0);
  await follow(phuc);
  await phuc.locator('#phan-proposals').getByText(asked).waitFor();
  // And on the screen that sums it up, for who decides.
  await phuc.locator('.ask').getByText(asked).waitFor();
  const [signed] = await Promise.all([
    phuc.waitForEvent('download'),
    phuc.getByRole('link', { name: words.signed.of.commune }).click(),
  ]);
  expect(signed.suggestedFilename()).toBe('bc-212-da-ky.pdf');
  // The hamlets' own reports are not the province's to read.
  expect(await phuc.locator('main table a').count()).toBe(0);
}, 180_000);
