import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { cannotNow } from '#features/documents/words.ts';
import { remind } from '#routes/(office)/bao-cao/words.ts';
import * as words from '#routes/(office)/van-ban/words.ts';
import { dayOf, formatDay, monthOf, startOf } from '#shared/calendar.ts';
import { checkOfficialDocx } from '#platform/docx/check-official-docx.server.ts';
import { desktop, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';

/**
 * A letter to the hamlets that owe last month's report, from the page that names them to the records clerk's number (R84, R92):
 * the real product, the demo commune, a clock that shows the twelfth of the month.
 */
const open = useBrowser();

const month = monthOf(dayOf(new Date()));
const twelfth = new Date(startOf(`${month}-12`).getTime() + 10 * 60 * 60 * 1000);

const product = useProduct({ households: 240, at: twelfth });

async function as(login: string, path: string): Promise<Page> {
  // Nothing here needs JavaScript.
  const { page, context } = await open({ ...desktop, javaScriptEnabled: false });
  const [name = '', value = ''] = (await signedIn(product(), login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product().url }]);
  await page.goto(`${product().url}${path}`);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
async function docxOf(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words.document.download }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

it('a letter to hamlets that owe a report: drafted by one press, mended, sent back, approved, numbered, issued', async () => {
  const hanh = await as('hanh', '/bao-cao/nhac');
  const owing = await hanh.locator('main .who b').allTextContents();
  expect(owing.length).toBeGreaterThan(1);
  await press(hanh, remind.letter);
  const paper = hanh.locator('article');
  for (const name of owing) await paper.getByText(`- ${name.replace('Ấp', 'Trưởng ấp')}`).waitFor();
  const letter = new URL(hanh.url()).pathname;
  // She wrote it: nobody offers her to approve or to number it.
  for (const name of [words.steps.approve, words.register.save])
    expect(await hanh.getByRole('button', { name, exact: true }).count()).toBe(0);
  await hanh.getByText(words.steps.waits(words.approvers.leader)).waitFor();
  // Pressed again on the page of reminders, the same draft opens.
  await hanh.goto(`${product().url}/bao-cao/nhac`);
  await press(hanh, remind.letter);
  expect(new URL(hanh.url()).pathname).toBe(letter);

  // What was typed too long is said at its field and kept.
  await hanh.getByRole('link', { name: words.document.edit }).click();
  const long = 'Trưởng ấp '.repeat(40);
  await hanh.locator('textarea[name=addressees]').fill(long);
  await hanh.locator('textarea[name=recipients]').fill('Như trên\nBan các ấp');
  await press(hanh, words.form.save);
  await hanh.locator('#f-addressees-error').waitFor();
  expect(await hanh.locator('textarea[name=addressees]').inputValue()).toBe(long);
  expect(await hanh.locator('textarea[name=recipients]').inputValue()).toBe('Như trên\nBan các ấp');
  await hanh.locator('textarea[name=addressees]').fill('Trưởng các ấp chưa gửi báo cáo');
  await press(hanh, words.form.save);
  await hanh.getByText(words.done['luu'] ?? '').waitFor();

  const minh = await as('minh', letter);
  await minh.locator('summary', { hasText: words.steps.giveBack }).waitFor({ state: 'detached' });
  await press(minh, words.steps.approve);
  await minh.getByText(words.done['duyet'] ?? '').waitFor();
  await minh.locator('summary', { hasText: words.steps.giveBack }).click();
  await minh.locator('textarea[name=note]').fill('Nêu thêm hạn gửi.');
  await press(minh, words.steps.giveBack);
  await minh.getByText('Nêu thêm hạn gửi.').waitFor();
  // The clerk has nothing of it yet.
  const thu = await as('thuvt', '/van-ban');
  expect(await thu.locator(`main a[href="${letter}"]`).count()).toBe(0);
  await press(minh, words.steps.approve);

  await thu.reload();
  await thu.locator(`main a[href="${letter}"]`).click();
  const blank = await docxOf(thu);
  expect(blank.name).toMatch(/^Công văn đôn đốc dự thảo .*\.docx$/);
  expect(await checkOfficialDocx(blank.bytes)).toEqual([]);
  await thu.locator('input[name=number]').fill('45');
  await thu.locator('input[name=datedOn]').fill(formatDay(`${month}-12`));
  await press(thu, words.register.save);
  await thu.locator('#f-number-error').waitFor();
  expect(await thu.locator('input[name=datedOn]').inputValue()).toBe(formatDay(`${month}-12`));
  await thu.locator('input[name=number]').fill('45/UBND-VHXH');
  await press(thu, words.register.save);
  await thu.getByText(words.done['so'] ?? '').waitFor();
  const numbered = await docxOf(thu);
  expect(numbered.name).toMatch(/^Công văn đôn đốc 45-UBND-VHXH - .*\.docx$/);
  expect(await checkOfficialDocx(numbered.bytes)).toEqual([]);

  // Who comes too late is told so.
  const late = await as('minh', letter);
  await late.request.post(`${product().url}${letter}?/tra`, {
    headers: { origin: product().url },
    form: { note: 'Muộn' },
  });
  await late.reload();
  expect(await late.locator('article').getByText('Số: 45/UBND-VHXH').count()).toBe(1);
  expect(cannotNow.return).toContain('đã cấp số');
  // The signed file comes back: what is none is said at its field, and the office opens what is one.
  const upload = (name: string, text: string) =>
    thu
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });
  await upload('cv-45.pdf', 'PK');
  await press(thu, words.signed.save);
  await thu.getByText('PDF đã ký số (đuôi .pdf)').waitFor();
  await upload('cv-45-da-ky.pdf', '%PDF-1.7 đã ký');
  await press(thu, words.signed.save);
  await thu.getByText(words.done['ky'] ?? '').waitFor();
  await hanh.goto(`${product().url}${letter}`);
  const [signed] = await Promise.all([
    hanh.waitForEvent('download'),
    hanh.getByRole('link', { name: words.signed.open }).click(),
  ]);
  expect(signed.suggestedFilename()).toBe('cv-45-da-ky.pdf');
  await press(thu, words.register.issue);
  await thu.getByText(words.done['phat'] ?? '').waitFor();
  expect(await thu.getByRole('button', { name: words.register.issue }).count()).toBe(0);
}, 180_000);

it('a new signer from a day on: looked at first, then kept, and the next paper has it', async () => {
  const hanh = await as('hanh', '/van-ban/mau-ky/giay-moi');
  await hanh.locator('input[name=name]').fill('ThS. Lý Quang Minh');
  await press(hanh, words.settings.look);
  await hanh.locator('#f-name-error').waitFor();
  expect(await hanh.locator('input[name=name]').inputValue()).toBe('ThS. Lý Quang Minh');
  await hanh.locator('input[name=name]').fill('Lý Quang Minh');
  await hanh.locator('input[name=title]').fill('Chủ tịch');
  await hanh.locator('textarea[name=authority]').fill('TM. Ủy ban nhân dân');
  await press(hanh, words.settings.look);
  await hanh.locator('article').getByText('TM. ỦY BAN NHÂN DÂN').waitFor();
  expect(await hanh.locator('input[name=name]').inputValue()).toBe('Lý Quang Minh');
  // Looking keeps nothing.
  await hanh.getByText(words.settings.none).waitFor();
  await press(hanh, words.settings.save);
  await hanh.getByText(words.done['mau'] ?? '').waitFor();
  await hanh.goto(`${product().url}/van-ban/moi`);
  await press(hanh, words.create.do.invitation);
  await press(hanh, words.form.save);
  await hanh.locator('article').getByText('Lý Quang Minh').waitFor();
  await hanh.locator('article').getByText('TM. ỦY BAN NHÂN DÂN').waitFor();
}, 120_000);
