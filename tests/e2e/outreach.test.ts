import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { form as formNames, kind, someForm } from '#features/outreach/content-words.ts';
import * as words from '#routes/(office)/tuyen-truyen/noi-dung/words.ts';
import { form as session } from '#routes/(office)/tuyen-truyen/words.ts';
import * as campaign from '#routes/(office)/tuyen-truyen/dot/words.ts';
import { someForm as someChannel } from '#features/outreach/campaign-words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/** What is said to people (R24, R31), as the pages are without JavaScript: cô Hạnh writes it, chị Lan reads it, a printer prints it. */
const product = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, size: typeof phone | typeof desktop, path: string): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(product().url + path);
  return page;
}

it('a warning is written in its forms, mended as a next version, printed with its code, and read in the hamlet', async () => {
  const title = 'Coi chừng tin nhắn trúng thưởng';
  const hanh = await as('hanh', desktop, '/tuyen-truyen');
  await hanh.getByRole('link', { name: words.title }).click();
  await hanh.getByRole('link', { name: words.write }).click();
  await hanh.getByLabel(kind.scam_warning).check();
  await hanh.getByLabel(words.formPage.name).fill(title);
  await hanh.getByRole('button', { name: words.formPage.save }).click();
  await hanh.locator('#errors').getByText(someForm).waitFor();
  expect(await hanh.getByLabel(words.formPage.name).inputValue()).toBe(title);
  await hanh.getByLabel(words.formPage.leaflet).fill('Không ai tặng tiền qua tin nhắn.\nXóa tin, không bấm.');
  await hanh.getByLabel(words.formPage.link).fill('https://chongluadao.vn');
  await hanh.getByRole('button', { name: words.formPage.save }).click();
  await hanh.getByText(words.done.ghi).waitFor();
  await hanh.getByRole('link', { name: words.page.change }).click();
  await hanh.getByLabel(words.formPage.zalo).fill('Nhận tin trúng thưởng thì xóa, đừng bấm.');
  await hanh.getByRole('button', { name: words.formPage.saveChange }).click();
  await hanh.getByText(words.page.history(1)).waitFor();
  await hanh.getByRole('link', { name: words.page.leaflet }).click();
  await hanh.getByRole('img', { name: words.leaflet.scanName('https://chongluadao.vn') }).waitFor();
  expect(await hanh.getByRole('listitem').filter({ hasText: 'Xóa tin, không bấm.' }).count()).toBe(1);

  const lan = await as('chilan', phone, '/tuyen-truyen/noi-dung');
  await lan.getByRole('link', { name: title }).first().click();
  expect(await lan.getByLabel(formNames.zalo).inputValue()).toBe('Nhận tin trúng thưởng thì xóa, đừng bấm.');
  expect(await lan.getByRole('link', { name: words.page.change }).count()).toBe(0);
  expect((await lan.request.get(`${product().url}/tuyen-truyen/noi-dung/tai-ve`)).status()).toBe(200);
});

it('a campaign is planned by channel and place; who was at the meeting is named, the broadcast stays a guess', async () => {
  const hanh = await as('hanh', desktop, '/tuyen-truyen/dot');
  await hanh.getByRole('link', { name: campaign.plan }).click();
  await hanh.getByLabel(campaign.form.name).fill('Tuần lễ VNeID');
  await hanh.getByLabel(campaign.form.endsOn).fill('31/12/2099');
  await hanh.getByRole('button', { name: campaign.form.save }).click();
  await hanh.locator('#errors').getByText(someChannel).waitFor();
  await hanh.getByLabel('Họp ấp').check();
  await hanh.getByLabel('Loa truyền thanh').check();
  await hanh.getByLabel('Ấp Mẫu 1', { exact: true }).check();
  await hanh.getByRole('button', { name: campaign.form.save }).click();
  await hanh.getByText(campaign.done.lap).waitFor();
  const address = new URL(hanh.url()).pathname;

  // One more channel comes to it; what was planned stays.
  await hanh.getByRole('link', { name: campaign.page.change }).click();
  await hanh.getByLabel('Nhóm Zalo').check();
  await hanh.getByRole('button', { name: campaign.form.saveChange }).click();
  await hanh.locator('#errors').waitFor();
  expect(await hanh.getByLabel('Nhóm Zalo').isChecked()).toBe(true);
  await hanh.getByLabel('Ấp Mẫu 1', { exact: true }).check();
  await hanh.getByRole('button', { name: campaign.form.saveChange }).click();
  await hanh.getByText(campaign.done.sua).waitFor();
  expect(await hanh.getByRole('link', { name: /^(Họp ấp|Loa truyền thanh|Nhóm Zalo)$/ }).count()).toBe(3);

  const tu = await as('chutu', phone, address);
  await tu.getByRole('link', { name: 'Họp ấp' }).first().click();
  await tu.locator('input[name="householdIds[]"]').nth(0).check();
  await tu.locator('input[name="householdIds[]"]').nth(1).check();
  await tu.getByRole('button', { name: session.save }).click();
  await tu.getByText(campaign.done.ghi).waitFor();
  await tu.getByRole('link', { name: 'Loa truyền thanh' }).first().click();
  await tu.getByLabel(session.people).fill('400');
  await tu.getByRole('button', { name: session.save }).click();
  await tu.getByText(campaign.done.ghi).waitFor();
  await tu.getByText(campaign.page.reach(2, null)).first().waitFor();
  await tu.getByText(campaign.page.reach(null, 400)).first().waitFor();
  expect((await tu.request.get(`${product().url}${address}/tai-ve`)).status()).toBe(200);
});
