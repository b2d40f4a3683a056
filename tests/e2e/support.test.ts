import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { satisfaction, state, topicNeeded, waiting } from '#features/support/words.ts';
import { outcome } from '#features/visits/words.ts';
import * as words from '#routes/(office)/ho-tro/words.ts';
import * as onPhone from '../../src/field/screens/doing/support/words.ts';
import * as formWords from '../../src/field/screens/doing/form/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';
import { showAllNeeds } from './show-all-needs.ts';
import { enter, goTo, shapeOf } from './field-doing/on-phone.ts';

/*
 * A request for help from the call to the helped person (R43, W9), by the pages as they are without JavaScript: chú Tư writes
 * it down and gives it to chị Lan; she agrees on a day, helps, and what she showed stands in the household's book.
 */

const product = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, size: typeof phone | typeof desktop): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  return page;
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

it('is asked for, given, agreed on, helped and praised', { timeout: 60_000 }, async () => {
  const { url } = product();
  const tu = await as('chutu', phone);
  await tu.goto(`${url}/so-ho`);
  await tu.locator('main a[href^="/so-ho/0"]:visible').nth(8).click();
  await tu.getByRole('link', { name: words.ask }).click();
  const person = tu.locator('input[name=residentId]').first();
  await person.check();
  const name = (await tu.locator('label.choice').first().innerText()).trim();
  await button(tu, words.form.save).click();
  // What for was forgotten; who it is for is not asked again.
  await tu.locator('#errors').getByText(topicNeeded).waitFor();
  expect(await person.isChecked()).toBe(true);
  await tu.getByLabel(words.form.platform).selectOption({ label: 'VNeID' });
  await button(tu, words.form.save).click();
  await tu.getByText(words.done.gui).waitFor();
  const address = new URL(tu.url()).pathname;
  await tu.locator('select[name=memberId]').selectOption({ label: await labelOf(tu, 'Nguyễn Thị Lan') });
  await button(tu, words.page.assignButton).click();
  await tu.getByText(words.done.giao).waitFor();

  const lan = await as('chilan', phone);
  await lan.goto(`${url}/hom-nay`);
  await showAllNeeds(lan);
  await lan.getByRole('link', { name: new RegExp(waiting.given) }).waitFor();
  await lan.goto(url + address);
  await lan.getByLabel(words.page.scheduleOn).fill('01/01/2020');
  await button(lan, words.page.scheduleButton).click();
  await lan.locator('#errors').waitFor();
  await lan
    .getByLabel(words.page.scheduleOn)
    .fill(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10));
  await button(lan, words.page.scheduleButton).click();
  await lan.getByText(words.done.hen).waitFor();
  await lan.getByRole('link', { name: words.page.finish }).click();
  // Who asked and what for are chosen already.
  await button(lan, words.finish.goOn).click();
  await button(lan, words.finish.save).click();
  await lan.locator('#errors').waitFor();
  await lan.getByLabel(outcome.activated).first().check();
  await button(lan, words.finish.save).click();
  await lan.getByText(words.done.xong).waitFor();

  await tu.goto(url + address);
  await button(tu, satisfaction.good).click();
  await tu.getByText(words.done['hai-long']).waitFor();
  const hanh = await as('hanh', desktop);
  await hanh.goto(`${url}/ho-tro?xem=danh-sach&buoc=da-xong`);
  await hanh
    .getByRole('row', { name: new RegExp(name) })
    .getByText(state.done)
    .waitFor();
  await hanh.getByRole('link', { name }).click();
  await hanh.getByRole('link', { name: words.page.home }).click();
  await hanh
    .locator('#lan-gap')
    .getByText(new RegExp(`VNeID.*${outcome.activated}`, 'i'))
    .first()
    .waitFor();
  const file = await hanh.request.get(`${url}/ho-tro/tai-ve?xem=danh-sach`);
  expect(file.status()).toBe(200);
});

it(
  'is helped on the phone without a network, and the office has it when there is a line',
  { timeout: 60_000 },
  async () => {
    const { url } = product();
    const { page, context } = await open(phone);
    await enter(page, url, 'chilan');
    await context.setOffline(true);
    await goTo(page, 'ho-tro');
    const mine = page.getByRole('link', { name: /đổi điện thoại, cần cài lại/ });
    const name = (await mine.locator('b').innerText()).trim();
    await mine.tap();
    await page.getByRole('link', { name: onPhone.finish }).tap();
    await page.getByRole('button', { name: onPhone.finishSave }).tap();
    // How far they came is asked; nobody has to say again who it was, or what for.
    await page.locator('#errors').waitFor();
    await page.getByRole('radio', { name: outcome.activated, exact: true }).tap();
    await page.getByRole('radio', { name: satisfaction.good, exact: true }).tap();
    expect(await shapeOf(page)).toEqual({ small: [], sideways: 0 });
    await page.getByRole('button', { name: onPhone.finishSave }).tap();
    await page.getByText(onPhone.saved).waitFor();
    await page.getByText(state.done, { exact: true }).waitFor();
    // The household shows the visit at once.
    await page.getByRole('button', { name: formWords.close, exact: true }).tap();
    await page.getByRole('link', { name: onPhone.home }).tap();
    await page.getByText('Chưa gửi').first().waitFor();
    await goTo(page, 'xin-ho-tro');
    await page.getByLabel(onPhone.name).fill('Cô Út Xóm Chài');
    await page.getByLabel(onPhone.phone).fill('0900 000 555');
    await page.getByLabel(onPhone.topic).fill('Nộp hồ sơ khai sinh');
    await page.getByRole('button', { name: onPhone.save }).tap();
    await page.getByRole('link', { name: /Cô Út Xóm Chài/ }).waitFor();
    await context.setOffline(false);
    await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });

    const hanh = await as('hanh', desktop);
    await hanh.goto(`${url}/ho-tro?xem=danh-sach`);
    await hanh
      .getByRole('row', { name: /Cô Út Xóm Chài/ })
      .getByText(state.new)
      .waitFor();
    await hanh
      .getByRole('row', { name: new RegExp(name) })
      .getByText(state.done)
      .waitFor();
  },
);

/** The option of a member, with how many requests they have already. */
const labelOf = async (page: Page, member: string) =>
  (await page.locator('select[name=memberId] option', { hasText: member }).first().innerText()).trim();
