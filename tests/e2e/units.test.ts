import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { steps } from '#features/tasks/words.ts';
import * as words from '#routes/(office)/don-vi/words.ts';
import { form as taskForm, done as taskDone } from '#routes/(office)/giao-viec/words.ts';
import { addMonths, dayOf, formatMonth, monthOf } from '#shared/calendar.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/*
 * A unit works for the plan in its own name (R63, R64, R67), by the pages as they are without JavaScript: cô Hạnh adds a school, names
 * anh Đoàn for it and gives it work; anh Đoàn takes it up, says which teacher is in a team, and declares on his phone.
 */

const product = useProduct({ households: 240 });
const open = useBrowser();
const month = addMonths(monthOf(dayOf(new Date())), -1);
const school = 'Trường Tiểu học Thử';

async function as(login: string, path: string, size: typeof phone | typeof desktop = desktop): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  await keepCookie(context, await signedIn(product(), login, demoPassword));
  await page.goto(`${product().url}${path}`);
  return page;
}

async function keepCookie(context: BrowserContext, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: product().url }]);
}

it(
  'is added, given work, names its staff in a team and declares its month',
  { timeout: 90_000 },
  async () => {
    const { url } = product();
    const hanh = await as('hanh', '/don-vi/moi');
    const press = (page: Page, name: string) =>
      page.getByRole('button', { name, exact: true }).first().click();
    await hanh.getByLabel(words.form.name).fill(school);
    await press(hanh, words.form.save);
    // Which kind was forgotten; nothing of what was typed is lost.
    await hanh.locator('#errors').waitFor();
    expect(await hanh.getByLabel(words.form.name).inputValue()).toBe(school);
    await hanh.getByLabel('Trường học').check();
    await hanh.getByLabel('Châu Văn Đoàn').check();
    await press(hanh, words.form.save);
    await hanh.getByText(words.done.luu).waitFor();
    const address = new URL(hanh.url()).pathname;

    await hanh.getByRole('link', { name: words.page.giveTask }).click();
    expect(await hanh.getByLabel(school).isChecked()).toBe(true);
    await hanh.getByLabel(taskForm.name).fill('Cử giáo viên vào Tổ ấp');
    await press(hanh, taskForm.save);
    await hanh.getByText(taskDone['giao'] ?? '').waitFor();

    const doan = await as('doan', address, phone);
    await doan.getByRole('link', { name: 'Cử giáo viên vào Tổ ấp' }).click();
    await press(doan, steps.accepted);
    await doan.getByText('Châu Văn Đoàn').last().waitFor();

    await doan.goto(`${url}${address}/nguoi`);
    await doan.getByLabel(words.staffPage.team).selectOption({ index: 2 });
    await press(doan, words.staffPage.show);
    const first = doan.locator('input[name="memberIds[]"]').first();
    await first.check();
    await press(doan, words.staffPage.save);
    await doan.getByText(words.done.nguoi).waitFor();
    await doan.getByRole('button', { name: /^Bỏ khỏi đơn vị: / }).waitFor();

    // His other unit, the Youth Union, has not declared the month that ended: his first page asks for it.
    await doan.goto(`${url}/hom-nay`);
    await doan
      .getByRole('link', { name: new RegExp(`cán bộ tiên phong tháng ${formatMonth(month)}`) })
      .first()
      .click();
    await doan.locator('[name=staff]').fill('4');
    await doan.locator('[name=vneid]').fill('5');
    await press(doan, words.pioneerForm.save);
    // More than there are: said at the field, and nothing typed is lost.
    await doan.locator('.error').first().waitFor();
    expect(await doan.locator('[name=vneid]').inputValue()).toBe('5');
    await doan.locator('[name=vneid]').fill('4');
    await press(doan, words.pioneerForm.save);
    await doan.getByText(words.done.khai).waitFor();
    // What everybody does is not his to read.
    expect((await doan.goto(`${url}/don-vi/tien-phong`))?.status()).toBe(404);

    await hanh.goto(`${url}/don-vi/tien-phong?thang=${month}`);
    const row = hanh.getByRole('row', { name: 'Đoàn TNCS Hồ Chí Minh xã' });
    expect((await row.getByRole('cell').allTextContents()).slice(0, 4).map((cell) => cell.trim())).toEqual([
      '4',
      '4',
      '—',
      '—',
    ]);
    await hanh
      .getByRole('row', { name: 'Hội Liên hiệp Phụ nữ xã' })
      .getByText(words.pioneersPage.missing)
      .waitFor();
    const [file] = await Promise.all([
      hanh.waitForEvent('download'),
      hanh.getByRole('link', { name: /Excel/ }).first().click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/Cán bộ tiên phong.*\.xlsx$/);

    // A unit with work that is not over is not ended.
    await hanh.goto(`${url}${address}/sua`);
    await hanh.getByText(words.form.end, { exact: true }).click();
    await press(hanh, words.form.endButton);
    await hanh.getByText('1 việc chưa xong').first().waitFor();
  },
);
