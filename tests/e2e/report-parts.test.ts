import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { parts } from '#routes/(office)/bao-cao/words.ts';
import * as words from '#routes/(office)/bao-cao/xa/words.ts';
import { dayOf, lastDayOf, monthOf, startOf } from '#shared/calendar.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';
import { givePart } from './give-part.ts';

/** Chị Loan of the Economic office writes her part on her phone, and it stands in the commune's report and its document (issue 4, line 2). */
const open = useBrowser();

const month = monthOf(dayOf(new Date()));
const lastDay = new Date(startOf(lastDayOf(month)).getTime() + 10 * 60 * 60 * 1000);

const product = useProduct({ households: 240, at: lastDay });

async function as(login: string, path: string, size: typeof desktop | typeof phone = desktop): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(`${product().url}${path}`);
  return page;
}

it('is asked, filled on a phone, sent, and printed with the name of the office', async () => {
  const hanh = await as('hanh', '/hom-nay');
  await givePart(hanh, product().url, 'Bùi Thị Loan');
  await hanh.goto(`${product().url}/bao-cao/xa`);
  await hanh.getByRole('button', { name: words.open(month), exact: true }).click();
  await hanh.getByRole('paragraph').filter({ hasText: 'Chưa có phần của Phòng Kinh tế.' }).waitFor();

  // What names who is missing is not offered as a text to save.
  expect(await hanh.locator('textarea[name=loi-economy]').inputValue()).toBe('');

  const loan = await as('loan', '/hom-nay', phone);
  await loan.getByRole('link', { name: /phần báo cáo .* cần gửi/ }).click();
  await loan.locator('[name="texts.economy"]').fill('Đã hướng dẫn 12 hộ kinh doanh nhận đơn hàng trên mạng.');
  await loan.locator('[name="figures.F4.period"]').fill('mười hai');
  await loan.getByRole('button', { name: parts.send }).click();
  // A number that is none is said at its field, and nothing that was typed is lost.
  await loan.locator('.error').first().waitFor();
  expect(await loan.locator('[name="texts.economy"]').inputValue()).toContain('12 hộ kinh doanh');
  await loan.locator('[name="figures.F4.period"]').fill('12');
  await loan.getByRole('button', { name: parts.send }).click();
  await loan.getByText(parts.done.gui).waitFor();
  // The report itself is not hers to open.
  expect((await loan.goto(hanh.url()))?.status()).toBe(404);

  await hanh.reload();
  await hanh.getByRole('paragraph').filter({ hasText: 'Đã hướng dẫn 12 hộ kinh doanh' }).waitFor();
  await hanh.getByRole('paragraph').filter({ hasText: '(Theo báo cáo của Phòng Kinh tế.)' }).waitFor();
  const [file] = await Promise.all([
    hanh.waitForEvent('download'),
    hanh.getByRole('link', { name: words.file('commune', 'Word') }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
  await hanh.getByRole('link', { name: parts.openFor('Phòng Kinh tế') }).click();
  await hanh.getByText(/^Bùi Thị Loan gửi lúc/).waitFor();
}, 180_000);
