import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/** The same person written twice in a household: seen, merged and taken apart again, by the head of the hamlet on a phone. */
const product = useProduct({ households: 240 });
const open = useBrowser();
const name = 'Huỳnh Thị Ngọc Đào';

it('merges a person who was written twice, and unmerges', { timeout: 120_000 }, async () => {
  const { page, context } = await open(phone);
  const [cookie = '', value = ''] = (await signedIn(product(), 'chutu', demoPassword)).split('=');
  await context.addCookies([{ name: cookie, value, url: product().url }]);
  await page.goto(`${product().url}/so-ho`);
  await page.locator('main a[href^="/so-ho/01"]:visible').first().click();
  await page.waitForURL(/so-ho\/[0-9a-f-]{36}/);
  const household = new URL(page.url()).pathname;
  const before = await people(page);

  await addPerson(page, { fullName: name, birth: '1990' });
  await addPerson(page, { fullName: name.toUpperCase(), birth: '12/05/1990' });
  expect(await people(page)).toBe(before + 2);
  await page.getByText(`${name} có thể đang được ghi hai lần`).waitFor();
  await page.getByRole('link', { name: 'Xem và gộp' }).click();

  // Nothing chosen: said at the field, and nothing has happened.
  await page.getByRole('table').getByText('12/05/1990').waitFor();
  const merge = page.getByRole('button', { name: 'Gộp làm một người' });
  await merge.evaluate((button: HTMLButtonElement) => (button.formNoValidate = true));
  await merge.click();
  await page.getByText('Xin chọn một mục trong danh sách.').first().waitFor();
  await page.getByRole('radio', { name: 'Người thứ hai' }).check();
  await merge.click();
  await page.getByText('Đã gộp làm một người.').waitFor();
  expect(await people(page)).toBe(before + 1);
  expect(await page.getByText('có thể đang được ghi hai lần').count()).toBe(0);
  await page.getByText('Lịch sử', { exact: false }).last().click();
  await page.getByText(`Gộp người trùng: ${name}`).first().waitFor();

  await page.getByRole('link', { name: `Sửa thông tin ${name.toUpperCase()}` }).click();
  await page.getByText(`Gỡ gộp: ${name}, sinh 1990`).click();
  await page.getByRole('button', { name: 'Gỡ gộp', exact: true }).click();
  await page.getByText('Đã gỡ gộp. Hai bên lại là hai người.').waitFor();
  expect(new URL(page.url()).pathname).toBe(household);
  expect(await people(page)).toBe(before + 2);
});

async function people(page: Page): Promise<number> {
  const heading = await page.getByRole('heading', { name: /^Người trong hộ/ }).innerText();
  return Number(/\((\d+) người\)/.exec(heading)?.[1]);
}

async function addPerson(page: Page, person: { fullName: string; birth: string }): Promise<void> {
  await page.getByRole('link', { name: 'Thêm người', exact: true }).click();
  await page.getByLabel('Họ và tên').fill(person.fullName);
  await page.getByLabel('Ngày sinh').fill(person.birth);
  await page.getByLabel('Quan hệ với chủ hộ').selectOption({ label: 'Con' });
  await page.getByRole('button', { name: 'Thêm người' }).click();
  await page.getByText('Đã thêm người vào hộ.').waitFor();
}
