import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import * as calls from '#routes/(office)/bao-cao/chuyen-de/words.ts';
import * as words from '#routes/(office)/bao-cao/words.ts';
import { dayOf, formatDay } from '#shared/calendar.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/** Cô Hạnh asks two hamlets about their devices; one answers (issue 4, line 1). Without JavaScript of the pages. */
const demo = useProduct({ households: 240 });
const open = useBrowser();
const today = formatDay(dayOf(new Date()));

async function as(login: string, path: string, size: typeof desktop | typeof phone = desktop): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(demo(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: demo().url }]);
  await page.goto(`${demo().url}${path}`);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

it('two hamlets are asked, chú Tư and bà Sáu answer, and the office reads and sums it', async () => {
  const hanh = await as('hanh', '/bao-cao');
  await hanh.getByRole('link', { name: words.board.ask, exact: true }).click();
  await hanh.getByRole('link', { name: calls.add, exact: true }).click();
  await hanh.locator('input[name=title]').fill('Rà soát hộ chưa có điện thoại thông minh');
  for (const box of await hanh.locator('input[name="hamletIds[]"]').all()) await box.uncheck({ force: true });
  await hanh.locator('textarea[name=questions]').fill('Hộ nào cần máy nhất?');
  await hanh.locator('input[name=endsOn]').fill(today);
  await press(hanh, calls.form.save);
  // Nobody was chosen: said at the field, and what was typed stays.
  await hanh.getByText('Xin chọn ít nhất một ấp.').first().waitFor();
  expect(await hanh.locator('textarea[name=questions]').inputValue()).toBe('Hộ nào cần máy nhất?');
  for (const name of ['Ấp Mẫu 1', 'Ấp Mẫu 2'])
    await hanh.getByLabel(name, { exact: true }).check({ force: true });
  await hanh.locator('summary', { hasText: calls.form.rows }).click();
  await hanh.locator('input[name="rows[]"][value=B1]').check({ force: true });
  await press(hanh, calls.form.save);
  await hanh.getByText(calls.done['gui'] ?? '').waitFor();
  await hanh.getByText(calls.sent(0, 2)).waitFor();

  for (const login of ['chutu', 'basau']) {
    const head = await as(login, '/bao-cao', phone);
    await head.getByText('Rà soát hộ chưa có điện thoại thông minh').waitFor();
    const card = head.locator('section', { hasText: 'Rà soát hộ chưa có điện thoại thông minh' });
    await card.getByRole('button', { name: words.step.open }).click();
    await head.getByRole('heading', { name: 'Hộ nào cần máy nhất?' }).waitFor();
    await head.getByText(words.report.edit).first().click();
    await head.locator('textarea[name^=loi-]').fill('Hộ ông Lê Văn Mẫu ở cuối ấp.');
    await press(head, words.report.save);
    await head.getByRole('link', { name: words.report.send }).first().click();
    await press(head, words.send.confirm);
    await head.getByText(words.done['gui'] ?? '').waitFor();
  }

  await hanh.reload();
  await hanh.getByText(calls.sent(2, 2)).waitFor();
  await hanh.getByRole('link', { name: calls.sumOf('chuyên đề số 1') }).click();
  await hanh.getByRole('row', { name: /Ấp Mẫu 1/ }).waitFor();
  await hanh.getByRole('paragraph').filter({ hasText: 'Ấp Mẫu 2: Hộ ông Lê Văn Mẫu' }).waitFor();
  // Only who was asked stands in the table: its head, two hamlets, the sum.
  expect(
    await hanh
      .getByRole('row')
      .filter({ hasText: /Ấp Mẫu/ })
      .count(),
  ).toBe(2);
  await hanh.getByRole('link', { name: 'Ấp Mẫu 1', exact: true }).click();
  await hanh.getByRole('paragraph').filter({ hasText: 'Hộ ông Lê Văn Mẫu' }).first().waitFor();
  await press(hanh, words.report.accept);
  await hanh.getByText(words.report.acceptedTitle).waitFor();
  await hanh.goto(`${demo().url}/bao-cao?loai=asked`);
  await hanh
    .getByRole('row', { name: /Ấp Mẫu 3/ })
    .getByText(words.board.notAsked)
    .waitFor();
}, 180_000);
