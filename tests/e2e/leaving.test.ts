import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import * as words from '#routes/(office)/to/[id]/thanh-vien/[nguoi]/ban-giao/words.ts';
import * as book from '#routes/(office)/nguoi-giup/words.ts';
import { done, memberPage, teamPage } from '#routes/(office)/to/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/*
 * Chị Lan leaves (R104): chú Tư sees what she has in hand, who would take it, changes one of them, and hands all of it over by
 * one press, on the pages as they are without JavaScript. The book of helpers (R27) shows it before and after.
 */

const product = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, size: typeof phone | typeof desktop): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  return page;
}

it('hands over everything of a member in one screen', { timeout: 60_000 }, async () => {
  const { url } = product();
  const lan = await as('chilan', phone);
  await lan.goto(`${url}/nguoi-giup`);
  const helped = await lan.getByText('Nguyễn Thị Lan,').count();
  expect(helped).toBeGreaterThan(0);

  const tu = await as('chutu', desktop);
  // Who carries how much leaves as a file too, for who may take the register away.
  const loads = `${url}/nguoi-giup/thanh-vien/tai-ve?loai=csv`;
  const file = await (await tu.context().request.get(loads)).text();
  expect(/Nguyễn Thị Lan[;,]Ấp Mẫu 1[;,](\d+)/.exec(file)?.[1]).toBe(String(helped));
  expect((await lan.context().request.get(loads)).status()).toBe(403);
  await tu.goto(`${url}/to`);
  await tu
    .getByRole('link', { name: /Ấp Mẫu 1$/ })
    .first()
    .click();
  await tu.getByRole('link', { name: teamPage.editWho('Nguyễn Thị Lan') }).click();
  await tu.getByRole('link', { name: memberPage.handOver }).click();
  await tu.getByRole('heading', { name: words.title('Nguyễn Thị Lan') }).waitFor();
  const takers = tu.locator('select');
  const count = await takers.count();
  expect(count).toBeGreaterThan(helped);
  // Everything has somebody proposed; one is taken away again, and then nothing is handed over.
  for (const one of await takers.all()) expect(await one.inputValue()).not.toBe('');
  const first = takers.first();
  await first.selectOption('');
  await tu.getByRole('button', { name: words.submit }).click();
  await tu.locator('#errors').waitFor();
  expect(await first.inputValue()).toBe('');
  await first.selectOption({ label: 'Nguyễn Mỹ Đào' });
  await tu.getByLabel(words.reason).fill('Chuyển công tác');
  await tu.getByRole('button', { name: words.submit }).click();
  await tu.getByText(done['ban-giao']).waitFor();

  // Her session is over, and nobody waits for her.
  await lan.goto(`${url}/nguoi-giup`);
  expect(new URL(lan.url()).pathname).toBe('/dang-nhap');
  await tu.goto(`${url}/nguoi-giup?xem=da-cu`);
  await tu.getByRole('heading', { name: book.title, exact: true }).waitFor();
  expect(await tu.getByText('Nguyễn Thị Lan').count()).toBe(0);
  expect(await tu.getByText('Nguyễn Mỹ Đào,').count()).toBeGreaterThan(0);
});
