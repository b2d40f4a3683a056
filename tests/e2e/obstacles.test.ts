import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { answerNeeded, overdue } from '#features/obstacles/words.ts';
import * as words from '#routes/(office)/kho-khan/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';
import { showAllNeeds } from './show-all-needs.ts';

/*
 * An obstacle from the one who met it to the one who confirms that it is gone (R47, R73), by the pages as they are without
 * JavaScript: chị Lan raises on a telephone, chú Tư passes it on, cô Hạnh answers, chị Lan says that it is done.
 */

const product = useProduct({ households: 240 });
const open = useBrowser();

const title = 'Loa truyền thanh ấp không nghe rõ tin báo lừa đảo';

async function as(login: string, size: typeof phone | typeof desktop): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  await keepCookie(context, await signedIn(product(), login, demoPassword));
  return page;
}

async function keepCookie(context: BrowserContext, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: product().url }]);
}

it(
  'is raised, passed on, answered in words and confirmed by who raised it',
  { timeout: 60_000 },
  async () => {
    const { url } = product();
    const lan = await as('chilan', phone);
    await lan.goto(`${url}/kho-khan/moi`);
    await lan.getByLabel(words.form.name).fill(title);
    await lan.getByRole('button', { name: words.form.save }).click();
    // The pillar was forgotten; nothing of what was typed is lost.
    await lan.locator('#errors').waitFor();
    expect(await lan.getByLabel(words.form.name).inputValue()).toBe(title);
    await lan.getByLabel('Xã hội số').check();
    await lan.getByRole('button', { name: words.form.save }).click();
    await lan.getByText(words.done.gui).waitFor();
    const address = new URL(lan.url()).pathname;

    const tu = await as('chutu', desktop);
    await tu.goto(`${url}/kho-khan`);
    await tu.getByRole('link', { name: title }).click();
    await tu.getByLabel('Xã', { exact: true }).check();
    await tu.getByRole('button', { name: words.page.triage }).click();
    await tu.getByText(words.done.buoc).waitFor();
    // It stands at the commune now: the head has nothing to press.
    expect(await tu.getByRole('button', { name: words.page.start }).count()).toBe(0);

    const hanh = await as('hanh', desktop);
    await hanh.goto(url + address);
    await hanh.getByRole('button', { name: words.page.start }).click();
    await hanh.getByRole('button', { name: words.page.resolve }).click();
    await hanh.locator('#errors').getByText(answerNeeded).waitFor();
    await hanh.getByLabel(words.page.answerLabel).fill('Đã chỉnh lại loa ở trụ số 3.');
    await hanh.getByRole('button', { name: words.page.resolve }).click();
    await hanh.getByText(words.done.buoc).waitFor();
    await hanh.goto(`${url}/kho-khan`);
    // The demo has one whose clock ran out long ago; the board says by how many days.
    await hanh.getByText(overdue(21)).waitFor();

    await lan.goto(`${url}/hom-nay`);
    await showAllNeeds(lan);
    await lan.getByRole('link', { name: /đã có trả lời/ }).click();
    await lan.getByText('Đã chỉnh lại loa ở trụ số 3.').first().waitFor();
    await lan.getByRole('button', { name: words.page.confirm }).click();
    await lan.getByText(words.told.confirmed).waitFor();
    const file = await hanh.request.get(`${url}/kho-khan/tai-ve?xem=danh-sach&linh-vuc=xa-hoi`);
    expect(file.status()).toBe(200);
  },
);
