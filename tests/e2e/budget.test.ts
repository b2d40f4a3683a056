import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { estimateStep, notFree, spendStep } from '#features/budget/words.ts';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import * as words from '#routes/(office)/kinh-phi/words.ts';
import { dayOf, formatDay } from '#shared/calendar.ts';
import { desktop, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/* Money as its three people keep it (issue 5, line 11): proposed, appraised, approved, asked for, paid with a voucher, left. */

const product = useProduct({ households: 240 });
const open = useBrowser();
const pages = new Map<string, Page>();

async function as(login: string, path: string): Promise<Page> {
  const known = pages.get(login);
  if (known) {
    await known.goto(product().url + path);
    return known;
  }
  const { page, context } = await open(desktop);
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(product().url + path);
  pages.set(login, page);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const today = dayOf(new Date());
const year = Number(today.slice(0, 4));

it('from an estimate to a paid voucher, each step by another hand, and nobody else learns of the voucher', async () => {
  // Cô Hạnh proposes a line for the loudspeakers; what is wrong comes back with what was typed.
  const hanh = await as('hanh', `/kinh-phi/du-toan/moi?nam=${year}`);
  await hanh.locator('input[name=title]').fill('Sửa loa các ấp');
  await press(hanh, words.estimateForm.save);
  await hanh.getByText(words.done['du-toan']).waitFor();
  const paper = new URL(hanh.url()).pathname;
  await hanh.locator('input[name=name]').fill('Thay pin loa cầm tay');
  await hanh.locator('select[name=sourceId]').selectOption({ index: 1 });
  await hanh.locator('input[name=quantity]').fill('7');
  await hanh.locator('input[name=norm]').fill('150,5');
  await hanh.locator('form[action="?/dong"]').getByRole('button').click();
  await hanh.locator('#f-norm-error').waitFor();
  expect(await hanh.locator('input[name=name]').inputValue()).toBe('Thay pin loa cầm tay');
  await hanh.locator('input[name=norm]').fill('150.000');
  await hanh.locator('form[action="?/dong"]').getByRole('button').click();
  await hanh.getByText(words.done.dong).waitFor();
  await hanh.getByText('Một triệu không trăm năm mươi nghìn đồng').waitFor();
  await press(hanh, estimateStep.proposed);
  await hanh.getByText(words.done.buoc).waitFor();
  expect(await hanh.getByRole('button', { name: estimateStep.appraised }).count()).toBe(0);

  const loan = await as('loan', paper);
  await press(loan, estimateStep.appraised);
  const minh = await as('minh', paper);
  await minh.locator('input[name=decisionNumber]').fill('88/QĐ-UBND');
  await press(minh, estimateStep.approved);
  await minh.getByText(words.estimate.waits.approved).waitFor();
  const file = await minh.request.get(`${product().url}${paper}/tai-ve`);
  expect(await checkOfficialDocx(await file.body())).toEqual([]);

  // More than is left is refused at its field, and nothing typed is lost.
  await loan.goto(`${product().url}/kinh-phi/chi/moi?nam=${year}`);
  const line = loan.locator('select[name=lineId] option', { hasText: 'Thay pin loa cầm tay' });
  await loan.locator('select[name=lineId]').selectOption(await line.getAttribute('value'));
  await loan.locator('input[name=amount]').fill('1.050.001');
  await loan.locator('input[name=purpose]').fill('Mua pin cho ba ấp');
  await loan.locator('input[name=payee]').fill('Cửa hàng Điện Mẫu');
  await press(loan, words.spendForm.save);
  await loan.locator('#f-amount-error').getByText(notFree(1_050_000n)).waitFor();
  expect(await loan.locator('input[name=payee]').inputValue()).toBe('Cửa hàng Điện Mẫu');
  await loan.locator('input[name=amount]').fill('450.000');
  await press(loan, words.spendForm.save);
  await loan.getByText(words.done.chi).waitFor();
  const spend = new URL(loan.url()).pathname;
  expect(await loan.getByRole('button', { name: spendStep.approved, exact: true }).count()).toBe(0);
  await minh.goto(product().url + spend);
  await press(minh, spendStep.approved);
  await loan.reload();
  await press(loan, spendStep.paid);
  await loan.locator('#f-voucherNumber-error').waitFor();
  await loan.locator('input[name=voucherNumber]').fill('PC-99');
  await loan.locator('input[name=voucherOn]').fill(formatDay(today));
  await press(loan, spendStep.paid);
  await loan.getByText(words.spend.waits.paid).waitFor();
  const voucher = {
    name: 'pc-99.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 chứng từ'),
  };
  await loan.locator('input[type=file]').setInputFiles(voucher);
  await press(loan, words.spend.addFile);
  await loan.getByRole('link', { name: 'pc-99.pdf' }).waitFor();
  const kept = (await loan.getByRole('link', { name: 'pc-99.pdf' }).getAttribute('href')) ?? '';
  expect((await loan.request.get(product().url + kept)).headers()['content-type']).toBe('application/pdf');

  // What is left is there for cô Hạnh; the payment and its voucher are not.
  await hanh.goto(`${product().url}/kinh-phi?nam=${year}`);
  const row = hanh.getByRole('row', { name: /Thay pin loa cầm tay/ });
  await row.getByText('600.000 đ').waitFor();
  expect(await hanh.content()).not.toContain('/kinh-phi/chi');
  for (const login of ['hanh', 'chutu', 'ngadl']) {
    const cookie = await signedIn(product(), login, demoPassword);
    for (const path of [spend, kept, '/kinh-phi/chi', '/kinh-phi/chi/tai-ve']) {
      const answer = await fetch(product().url + path, { headers: { cookie, accept: 'text/html' } });
      expect([login, path, answer.status]).toEqual([login, path, 404]);
      expect(await answer.text()).not.toContain('Điện Mẫu');
    }
  }
  const tu = await as('chutu', '/kinh-phi');
  await tu.getByText(words.teamLead).waitFor();
  expect(await tu.getByRole('row', { name: /Thay pin/ }).count()).toBe(0);
  expect(await tu.getByRole('row', { name: /Tổ Ấp Mẫu 1/ }).count()).toBe(1);
}, 60_000);
