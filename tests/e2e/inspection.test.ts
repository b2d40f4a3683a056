import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { nothingChecked, remarkNeeded } from '#features/inspection/words.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { steps as taskSteps } from '#features/tasks/words.ts';
import * as words from '#routes/(office)/kiem-tra/words.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';
import { showAllNeeds } from './show-all-needs.ts';

/*
 * An inspection from its plan to its end (R56, W20), by the pages as they are without JavaScript: cô Hạnh plans for today and writes
 * down on a telephone in the hamlet, chú Tư answers, the work is given and done, and the inspection ends with its minutes.
 */

const product = useProduct({ households: 240 });
const open = useBrowser();

async function as(login: string, size: typeof phone | typeof desktop): Promise<Page> {
  const { page, context } = await open({ ...size, javaScriptEnabled: false });
  await keepCookie(context, await signedIn(product(), login, demoPassword));
  return page;
}

async function keepCookie(context: BrowserContext, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: product().url }]);
}

const text = 'Tờ rơi cũ còn dán ở chợ';

it(
  'is planned, held in the hamlet, answered, put right and ended with its minutes',
  { timeout: 120_000 },
  async () => {
    const { url } = product();
    const hanh = await as('hanh', phone);
    await hanh.goto(`${url}/kiem-tra/moi`);
    await hanh.getByRole('button', { name: words.form.save }).click();
    // No hamlet was chosen; what is to be looked at stays chosen.
    await hanh.locator('#errors').waitFor();
    await hanh.getByRole('checkbox', { name: /^Ấp Mẫu 1\s*lần cuối/ }).check();
    await hanh.getByLabel(words.form.note).fill('Gặp ở Văn phòng ấp lúc 8 giờ.');
    await hanh.getByRole('button', { name: words.form.save }).click();
    await hanh.getByText(words.done.lap).waitFor();
    const address = new URL(hanh.url()).pathname;

    const tu = await as('chutu', phone);
    await tu.goto(url + address);
    await tu.getByText('Gặp ở Văn phòng ấp lúc 8 giờ.').first().waitFor();
    // Another hamlet's head is told nothing of it.
    const sau = await as('basau', phone);
    expect((await sau.goto(url + address))?.status()).toBe(404);

    await hanh.getByRole('link', { name: words.page.record }).click();
    await hanh.getByRole('button', { name: words.record.save }).click();
    await hanh.locator('#errors').getByText(nothingChecked).waitFor();
    const first = hanh.locator('fieldset').filter({ hasText: '1. ' }).first();
    await first.getByLabel('Chưa đạt').check();
    await hanh.getByRole('button', { name: words.record.save }).click();
    await hanh.locator('#errors').getByText(remarkNeeded).waitFor();
    expect(await first.getByLabel('Chưa đạt').isChecked()).toBe(true);
    await hanh.getByLabel(words.record.remark).first().fill('Tháng trước gửi trễ hai ngày.');
    await hanh.getByRole('button', { name: words.record.save }).click();
    await hanh.getByText(words.done['ket-qua']).waitFor();

    await hanh.getByRole('link', { name: words.page.noFindingYet }).click();
    // What was seen is the first draft of what is to be put right.
    expect(await hanh.getByLabel(words.finding.text).inputValue()).toBe('Tháng trước gửi trễ hai ngày.');
    await hanh.getByLabel(words.finding.text).fill(text);
    await hanh.getByLabel(words.finding.remedy).fill('Gỡ tờ cũ, dán tờ mới');
    await hanh.getByRole('button', { name: words.finding.save }).click();
    await hanh.getByText(words.done['ton-tai']).waitFor();
    const finding = new URL(hanh.url()).pathname;

    await tu.goto(`${url}/hom-nay`);
    await showAllNeeds(tu);
    await tu.getByRole('link', { name: /chờ ý kiến của ấp/ }).waitFor();
    await tu.goto(url + finding);
    await tu.getByLabel(words.finding.answerLabel).fill('Chiều nay ấp gỡ.');
    await tu.getByRole('button', { name: words.finding.answerButton }).click();
    await tu.getByText(words.done['y-kien']).waitFor();

    await hanh.goto(url + finding);
    await hanh.getByText('Chiều nay ấp gỡ.').first().waitFor();
    await hanh.getByRole('button', { name: words.finding.give }).click();
    await hanh.getByText(words.done.giao).waitFor();
    await tu.goto(url + finding);
    await tu.getByRole('link', { name: words.finding.taskLink }).click();
    await tu.getByRole('button', { name: taskSteps.accepted }).click();
    await tu.getByRole('button', { name: taskSteps.done }).click();
    await hanh.goto(url + finding);
    await hanh.getByRole('link', { name: words.finding.taskLink }).click();
    await hanh.getByRole('button', { name: taskSteps.verified }).click();
    await hanh.goto(url + address);
    await hanh.getByText('Đã khắc phục').first().waitFor();
    await hanh.getByLabel(words.page.closeLabel).fill('Ấp sửa ngay trong tuần.');
    await hanh.getByRole('button', { name: words.page.closeButton, exact: true }).click();
    await hanh.getByText(words.done['ket-thuc']).waitFor();
    await hanh.getByRole('button', { name: words.page.minutes }).click();
    await hanh.waitForURL(/van-ban\/[0-9a-f]/);
    await hanh.getByText('Kiểm tra hoạt động', { exact: false }).first().waitFor();

    for (const view of ['', '?xem=theo-ap', '?xem=ton-tai'])
      expect((await hanh.request.get(`${url}/kiem-tra/tai-ve${view}`)).status()).toBe(200);
    expect((await hanh.request.get(`${url}/bao-cao/hoi-lai/tai-ve`)).status()).toBe(200);
  },
);

it('shows how re-visits agree, with figures and gently', { timeout: 60_000 }, async () => {
  const hanh = await as('hanh', desktop);
  await hanh.goto(`${product().url}/bao-cao/hoi-lai`);
  await hanh.getByText('đừng so người này với người kia', { exact: false }).waitFor();
  expect(await hanh.getByRole('row').count()).toBeGreaterThan(3);
});
