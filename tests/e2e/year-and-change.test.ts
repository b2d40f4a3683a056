import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import * as hamlets from '#routes/(office)/ap/words.ts';
import { form as planForm, next, ofYear } from '#routes/(office)/ke-hoach/words.ts';
import { desktop, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/* Year and change (W22), as cô Hạnh does them on the pages without JavaScript. */

const product = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string): Promise<Page> {
  const { page, context } = await open({ ...desktop, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  return page;
}

it('opens the next year with the targets of this one', { timeout: 60_000 }, async () => {
  const page = await as('hanh');
  await page.goto(`${product().url}/ke-hoach`);
  const year = Number(/\d{4}/.exec((await page.locator('h1').textContent()) ?? '')?.[0]);
  await page.getByRole('link', { name: `Lập kế hoạch năm ${year + 1}` }).click();
  await page.getByRole('heading', { name: next.title(year + 1) }).waitFor();
  const models = page.getByLabel(/^Tổ tự quản công nghệ/);
  expect(await models.inputValue()).toBe('5');
  await models.fill('tám');
  await page.getByRole('button', { name: planForm.save }).click();
  // A goal that is no number: told at its field, and nothing typed is lost.
  await page.locator('#errors').waitFor();
  expect(await models.inputValue()).toBe('tám');
  await models.fill('8');
  await page.getByRole('button', { name: planForm.save }).click();
  await page.getByRole('heading', { name: ofYear(year + 1), level: 1 }).waitFor();
  // This year goes on as it was.
  await page.goto(`${product().url}/chi-tieu/T1`);
  expect(await page.getByText('ít nhất 8').count()).toBe(0);
});

it(
  'gives a hamlet a new name from a day on, with what will change in view',
  { timeout: 60_000 },
  async () => {
    const page = await as('hanh');
    await page.goto(`${product().url}/ap`);
    await page.getByRole('link', { name: hamlets.renameByPaperWho('Ấp Mẫu 3') }).click();
    await page.getByLabel(hamlets.newNamePage.name).fill('Ấp Hòa Bình');
    await page.getByLabel(hamlets.newNamePage.validFrom).fill('01/01/2030');
    await page.getByRole('button', { name: hamlets.newNamePage.see }).click();
    await page.getByText(hamlets.newNamePage.stays).waitFor();
    await page.getByRole('button', { name: hamlets.newNamePage.submit }).click();
    await page.getByText(hamlets.done['doi-ten']).waitFor();
    expect(await page.getByText(hamlets.willBe('Ấp Hòa Bình', '2030-01-01')).count()).toBe(1);
  },
);

it('merges two hamlets, with in numbers what will go over', { timeout: 90_000 }, async () => {
  const page = await as('hanh');
  await page.goto(`${product().url}/ap`);
  await page.getByRole('link', { name: hamlets.mergePage.open }).click();
  const field = hamlets.mergePage;
  await page.getByLabel('Ấp Mẫu 2', { exact: true }).check();
  await page.getByLabel(field.into).selectOption({ label: field.goesOn('Ấp Mẫu 2') });
  await page.getByLabel(field.decisionNumber).fill('15/NQ-HĐND');
  await page.getByRole('button', { name: field.see }).click();
  // One hamlet is no merger: told at its field, and nothing typed is lost.
  await page.locator('#errors').waitFor();
  expect(await page.getByLabel(field.decisionNumber).inputValue()).toBe('15/NQ-HĐND');
  await page.getByLabel('Ấp Mẫu 1', { exact: true }).check();
  await page.getByLabel(field.validFrom).fill('01/01/2030');
  await page.getByRole('button', { name: field.see }).click();
  await page.getByText(field.past).waitFor();
  const rows = page.getByRole('table', { name: field.table });
  expect(await rows.getByRole('row').count()).toBe(4);
  await page.getByRole('button', { name: field.submit('2030-01-01') }).click();
  await page.getByText(hamlets.done['cho-sap-nhap']).waitFor();
  await page.getByRole('button', { name: field.cancelWho('Ấp Mẫu 1') }).click();
  await page.getByText(hamlets.done['bo-sap-nhap']).waitFor();
});

it(
  'gives the commune a new name from a day on, and a hamlet’s team with its hamlet',
  { timeout: 60_000 },
  async () => {
    const page = await as('hanh');
    const field = hamlets.communePage;
    await page.goto(`${product().url}/ap`);
    await page.getByRole('link', { name: field.open }).click();
    await page.getByLabel('Phường', { exact: true }).check();
    await page.getByLabel(field.name).fill('Long Kiến');
    await page.getByLabel(field.validFrom).fill('01/01/2030');
    await page.getByLabel(field.decision).fill('Nghị quyết 39/2026/QH16');
    await page.getByRole('button', { name: field.see }).click();
    await page.getByText('Phường Long Kiến', { exact: true }).waitFor();
    await page.getByText(field.stays).waitFor();
    await page.getByRole('button', { name: field.submit }).click();
    await page.getByText(hamlets.done['doi-ten-xa']).waitFor();
    // The team of Ấp Mẫu 4 is called after it.
    await page.getByRole('link', { name: hamlets.renameByPaperWho('Ấp Mẫu 4') }).click();
    await page.getByLabel(hamlets.newNamePage.name).fill('Ấp Long Thành');
    await page.getByRole('button', { name: hamlets.newNamePage.see }).click();
    const team = page.getByLabel(hamlets.newNamePage.teamName);
    expect(await team.inputValue()).toContain('Ấp Long Thành');
    const name = await team.inputValue();
    await page.getByRole('button', { name: hamlets.newNamePage.submit }).click();
    await page.getByText(hamlets.done['doi-ten']).waitFor();
    await page.getByRole('link', { name, exact: true }).waitFor();
  },
);
