import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPassword } from '#features/setup/demo/cast.ts';
import * as words from '#routes/(office)/bao-cao/words.ts';
import * as communeWords from '#routes/(office)/bao-cao/xa/words.ts';
import { addMonths, startOf, type Day } from '#shared/calendar.ts';
import { desktop, phone, useBrowser } from '../browser.ts';
import { signedIn, startProduct, type Product } from '../product.ts';
import { putClock } from '../put-clock.ts';
import { testDatabase } from '../test-database.ts';

/**
 * The 10th of the month, whole (W15–W17, R71): chú Tư sends at 23:59:59 and bà Sáu a second later, cô Hạnh reads only what asks to be
 * read, gives one back with a word beside a figure, and consolidates; head, leader (on a phone) and records clerk do theirs. The real
 * product, the demo commune, and a clock that stands where the test puts it.
 */
const database = testDatabase();
const open = useBrowser();
const month = '2026-11';
const last = addMonths(month, -1);
let product: Product;
let folder: string;

/** Puts the product's clock on a moment of Vietnam. */
const clock = (day: Day, time: string) => putClock(join(folder, 'clock'), `${day}T${time}+07:00`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clock-'));
  // Nobody has reported yet: the demo's first reports come on the 4th.
  await clock(`${month}-03`, '08:00:00');
  product = await startProduct(database.connectionString(), {
    households: 240,
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, '..', 'set-clock.ts')).href}`,
      CLOCK_FILE: join(folder, 'clock'),
    },
  });
});
afterAll(async () => {
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

async function as(login: string, path: string, size: typeof phone | typeof desktop = desktop): Promise<Page> {
  const { page, context } = await open(size);
  const [name = '', value = ''] = (await signedIn(product, login, demoPassword)).split('=');
  await context.addCookies([{ name, value, url: product.url }]);
  await page.goto(product.url + path);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();

/** Opens last month's report and goes to the last page before it is sent. */
async function readyToSend(head: Page): Promise<void> {
  await press(head, words.step.open);
  await follow(head, words.report.send);
  await head.getByRole('button', { name: words.send.confirm }).waitFor();
}

it('goes from two hamlets, one of them late, to the issued report of the commune', async () => {
  expect(startOf(`${month}-10`).toISOString()).toBe('2026-11-09T17:00:00.000Z');
  await clock(`${month}-10`, '23:50:00');
  const tu = await as('chutu', '/bao-cao', phone);
  await tu.getByText(words.step.left(0)).first().waitFor();
  await readyToSend(tu);
  // What is behind the plan asks for a word; he gives one and leaves the others.
  const why = tu.locator('textarea').first();
  await why.fill('Nhiều hộ đi làm ăn xa, tổ hẹn gặp vào cuối tuần.');
  await clock(`${month}-10`, '23:59:59');
  await press(tu, words.send.confirm);
  await tu.getByText(words.done['gui'] ?? '').waitFor();
  expect(await tu.getByText(words.report.late(1)).count()).toBe(0);

  const sau = await as('basau', '/bao-cao', phone);
  await readyToSend(sau);
  await sau.getByText(words.send.inTime(`${month}-10`)).waitFor();
  await clock(`${month}-11`, '00:00:00');
  await press(sau, words.send.confirm);
  await sau.getByText(words.done['gui'] ?? '').waitFor();
  await sau.getByText(words.report.late(1)).first().waitFor();

  await clock(`${month}-11`, '08:00:00');
  const hanh = await as('hanh', '/bao-cao');
  const cell = (hamlet: string) => hanh.getByRole('link', { name: new RegExp(`^${hamlet}, .*10/2026`) });
  expect(await cell('Ấp Mẫu 1').getAttribute('aria-label')).toContain(words.board.onTime);
  expect(await cell('Ấp Mẫu 2').getAttribute('aria-label')).toContain(words.board.late(1));
  await hanh.goto(`${product.url}/bao-cao/xem`);
  const listed = await hanh.locator('main').innerText();
  expect(listed).toContain(words.reportOf('Ấp Mẫu 1', last));
  expect(listed).toContain(words.reportOf('Ấp Mẫu 2', last));

  // A word beside a figure goes back with the report.
  await hanh.goto(`${product.url}${await cellOf(hanh, 'Ấp Mẫu 1')}`);
  await hanh.getByRole('link', { name: /^Góp ý: Lượt tuyên truyền$/ }).click();
  await hanh.locator('textarea[name=text]').fill('Xin xem lại các buổi họp ấp đã ghi đủ chưa.');
  await press(hanh, words.remark.save);
  await hanh.getByText(words.remark.waitingCount(1)).waitFor();
  await press(hanh, words.report.giveBack);
  await hanh.getByText(words.done['tra'] ?? '').waitFor();

  await clock(`${month}-11`, '09:00:00');
  await tu.goto(`${product.url}/bao-cao`);
  await follow(tu, words.step.mend);
  await tu.getByText('Xin xem lại các buổi họp ấp đã ghi đủ chưa.').first().waitFor();
  await tu.locator('#luu-y-B4').getByRole('link').click();
  await tu.locator('textarea').first().fill('Đã xem lại, tháng 10 ấp không họp.');
  await press(tu, words.remark.saveAnswer);
  await press(tu, words.report.reopen);
  await follow(tu, words.report.send);
  // The first sending was in time.
  await tu.getByText(words.send.inTime(`${month}-10`)).waitFor();
  await press(tu, words.send.confirm);
  await tu.getByText(words.done['gui'] ?? '').waitFor();

  await hanh.goto(`${product.url}/bao-cao/xem`);
  await receiveAll(hanh);
  await hanh.getByText(words.reading.none).waitFor();

  await hanh.goto(`${product.url}/bao-cao/xa`);
  await press(hanh, communeWords.open(last));
  await hanh.getByText(/Chưa có: .*Không ước tính/).waitFor();
  const table = await hanh.locator('main table').last().innerText();
  expect(table).toContain('Ấp Mẫu 2');

  await clock(`${month}-11`, '14:00:00');
  const tam = await as('tamvhxh', '/bao-cao/xa');
  await follow(tam, communeWords.ofPeriod(last));
  await press(tam, communeWords.approve.office);
  const minh = await as('minh', '/bao-cao/xa', phone);
  await follow(minh, communeWords.ofPeriod(last));
  await press(minh, communeWords.approve.leader);
  await minh.getByText(communeWords.register.waits).waitFor();

  const thu = await as('thuvt', '/bao-cao/xa');
  await follow(thu, communeWords.ofPeriod(last));
  await thu.locator('input[name=officeNumber]').fill('15/BC-VHXH');
  await thu.locator('input[name=officeDatedOn]').fill('11/11/2026');
  await thu.locator('input[name=communeNumber]').fill('212/BC-UBND');
  await thu.locator('input[name=communeDatedOn]').fill('11/11/2026');
  await press(thu, communeWords.register.save);
  await press(thu, communeWords.issue.do);
  await thu.getByText(communeWords.done['phat'] ?? '').waitFor();

  // What it was made of is locked. (A sign-in of the morning has ended by now.)
  const later = await as('hanh', '/bao-cao');
  await later.goto(`${product.url}${await cellOf(later, 'Ấp Mẫu 1')}`);
  await later.getByText('Đã khóa').first().waitFor();
  await later.getByText('Đã xem lại, tháng 10 ấp không họp.').waitFor();
}, 300_000);

/** Where the board leads for a hamlet's report of last month. */
async function cellOf(page: Page, hamlet: string): Promise<string> {
  await page.goto(`${product.url}/bao-cao`);
  const link = page.getByRole('link', { name: new RegExp(`^${hamlet}, .*10/2026`) });
  return (await link.getAttribute('href')) ?? '';
}

/** Reads and receives what is flagged one by one, the rest at once. */
async function receiveAll(page: Page): Promise<void> {
  for (;;) {
    const flagged = page.getByRole('link', { name: words.reading.open, exact: true });
    if ((await flagged.count()) === 0) break;
    await flagged.first().click();
    await press(page, words.report.accept);
    await follow(page, words.reading.next);
    await page.getByRole('heading', { level: 1, name: words.reading.title }).waitFor();
  }
  const rest = page.getByRole('button', { name: /^Nhận / });
  if ((await rest.count()) > 0) await rest.click();
}
