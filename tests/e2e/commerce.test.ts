import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { step as steps, stepsDone } from '#features/commerce/words.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import * as fieldWords from '../../src/field/screens/doing/businesses/words.ts';
import * as words from '#routes/(office)/kinh-te-so/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';
import { enter, goTo, shapeOf } from './field-doing/on-phone.ts';
import { faultsOf, picture } from './field-shell/look.ts';

/*
 * A producer from the first word to a shop with a signed promise (R34–R41), by the pages as they are without JavaScript: chị Lan
 * registers and guides on a telephone, chị Loan of the Economic office reads it and takes the list and the paper.
 */

const product = useProduct({ households: 240 });
const open = useBrowser();
const name = 'Khô cá lóc anh Năm';

async function as(login: string, options: Parameters<typeof open>[0], path: string): Promise<Page> {
  const { page, context } = await open({ ...options, javaScriptEnabled: false });
  const [cookie = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name: cookie, value, url: product().url }]);
  await page.goto(product().url + path);
  return page;
}
const press = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();

it('is registered, opens its shop, promises quality, and the Economic office has it in its list', async () => {
  const lan = await as('chilan', phone, '/kinh-te-so/moi');
  await lan.getByLabel(words.form.name).fill(name);
  await press(lan, words.form.save);
  // What it sells was forgotten; nothing of what was typed is lost.
  await lan.locator('#errors').waitFor();
  expect(await lan.getByLabel(words.form.name).inputValue()).toBe(name);
  await lan.getByLabel(words.form.products).fill('Khô cá lóc');
  await press(lan, words.form.save);
  await lan.getByText(words.done.ghi).waitFor();
  const address = new URL(lan.url()).pathname;

  await press(lan, words.page.save);
  await lan.getByText(words.done.buoc).waitFor();
  // A shop is on a marketplace of the catalogue.
  await lan.getByLabel(steps.shop).check();
  await press(lan, words.page.save);
  await lan.locator('#errors').waitFor();
  await lan.locator('select[name=marketplace]').selectOption({ label: 'buudien.vn' });
  await press(lan, words.page.save);
  await lan.getByText(words.page.on('buudien.vn')).waitFor();
  await lan.getByText(stepsDone(2)).first().waitFor();
  // One that was wrong is taken back, and both stand in the story.
  await lan.getByText(words.page.takeBack, { exact: true }).click();
  await lan.locator('select[name=wrongStep]').selectOption({ label: steps.account });
  await press(lan, words.page.takeBackButton);
  await lan.getByText(words.done.rut).waitFor();
  await lan.getByText(stepsDone(1)).first().waitFor();

  await lan.getByText(words.promise.record, { exact: true }).click();
  await lan.getByLabel(words.promise.signedBy).fill('Trần Văn Năm');
  await press(lan, words.promise.save);
  await lan.getByText(/Trần Văn Năm ký ngày/).waitFor();

  const loan = await as('loan', desktop, '/kinh-te-so');
  await loan.getByRole('link', { name }).click();
  await loan.getByText(/Trần Văn Năm ký ngày/).waitFor();
  const { url } = product();
  const paper = await loan.request.get(`${url}${address}/cam-ket?loai=pdf`);
  expect(paper.status()).toBe(200);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const list = await loan.request.get(`${url}/kinh-te-so/tai-ve?loai=csv`);
  expect(await list.text()).toContain(name);
  // Another hamlet's member finds neither the page nor the paper.
  const binh = await as('binh', phone, '/kinh-te-so');
  expect(await binh.getByText(name).count()).toBe(0);
  expect((await binh.request.get(`${url}${address}/cam-ket`)).status()).toBe(404);
});

it('chị Lan records the next step on the phone without a network, and the office has it when there is a line', async () => {
  const { url } = product();
  const { page, context } = await open(phone);
  await enter(page, url, 'chilan');
  await context.setOffline(true);
  await goTo(page, 'ban-hang');
  await picture(page, 'ban-hang');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Chiếu cói chị Út' }).tap();
  await page.getByText(fieldWords.next).waitFor();
  await picture(page, 'ban-hang-co-so');
  await page.getByRole('link', { name: fieldWords.record }).tap();
  // What helps most next is chosen already.
  expect(await page.getByRole('radio', { name: steps.photo }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: steps.shop }).tap();
  await page.getByText(fieldWords.marketplace).waitFor();
  await picture(page, 'ban-hang-buoc');
  expect(await faultsOf(page)).toEqual([]);
  expect(await shapeOf(page)).toEqual({ small: [], sideways: 0 });
  await page.getByRole('button', { name: fieldWords.save, exact: true }).tap();
  await page.getByText(fieldWords.on('buudien.vn')).waitFor();
  await page.getByText(fieldWords.uncommitted).waitFor();
  await context.setOffline(false);
  await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });
  const office = await as('loan', desktop, '/kinh-te-so');
  await office.getByRole('link', { name: 'Chiếu cói chị Út' }).click();
  await office.getByText(words.page.on('buudien.vn')).waitFor();
});
