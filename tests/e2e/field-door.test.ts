import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Outcome, PushAnswer } from '#features/sync/model/operation.ts';
import { readHandover } from '#features/sync/model/handover.ts';
import { phone, useBrowser } from '../browser.ts';
import { useProduct } from '../product.ts';
import {
  choosePin,
  goTo,
  hasBook,
  recordVisits,
  signInByAccount,
  typePin,
  useAppByHand,
  waitingBelow,
} from './field-door/app-by-hand.ts';
import { faultsOf, picture, type Look } from './field-shell/look.ts';

/** The phone's door and "Tôi" in the real browser before the real product. */
const product = useProduct({ households: 240 });
const open = useBrowser();
const withHand = useAppByHand();
const pin = '250486';
const address = () => `${product().url}/di-dong/`;

async function openPhone(options: BrowserContextOptions = {}): Promise<Page> {
  const { context, page } = await open({ ...phone, serviceWorkers: 'block', ...options });
  await withHand(context);
  await page.goto(address());
  return page;
}

/** A phone on which chị Lan is in, with her hamlet. */
async function lansPhone(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPhone(options);
  await signInByAccount(page, 'chilan');
  await choosePin(page, pin);
  await hasBook(page);
  return page;
}

/** From now on nobody answers the phone; gives back the way to end it. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  const pattern = '**/api/sync/**';
  await page.route(pattern, (route) => route.abort());
  return () => page.unroute(pattern);
}

const said = (page: Page) => page.locator('body').innerText();

describe('the door', () => {
  it('lets chị Lan in, and after a reload by her PIN only', { timeout: 120_000 }, async () => {
    const page = await lansPhone();
    await page.reload();
    await page.getByText('Nhập mã PIN 6 số').first().waitFor();
    expect(await said(page)).toContain('Ấp Mẫu 1');
    await typePin(page, '907315');
    await page.getByText('Còn 9 lần thử').waitFor();
    // The keyboard of a computer does as well.
    await page.keyboard.type(pin);
    await hasBook(page);
  });

  it('says who may not in, and that nobody answers', { timeout: 120_000 }, async () => {
    const page = await openPhone();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Xin nhập mã mời').waitFor();
    await page.getByRole('textbox', { name: 'Mã mời' }).fill('abcd efgh');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Mã mời không còn dùng được').waitFor();
    const restore = await cutOff(page);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Máy chủ của xã chưa trả lời').waitFor();
    await restore();
    await page.getByRole('radio', { name: 'Đăng nhập bằng tài khoản' }).check();
    await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill('hanh');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('dieu-du-la-mau');
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByText('Tài khoản này chưa có ấp nào').waitFor();
  });

  it(
    'keeps what is unsent of the first from the second, and for the first (P4)',
    { timeout: 180_000 },
    async () => {
      const page = await lansPhone();
      await cutOff(page);
      await recordVisits(page, 2);
      await goTo(page, 'toi/gui');
      const [met = ''] = await page.locator('a[href*="/di-dong/ho/"]').allInnerTexts();
      await goTo(page, 'toi');
      await page.getByRole('button', { name: 'Khóa máy' }).click();
      await page.getByRole('button', { name: 'Người khác' }).click();
      await page.getByText('2 phiếu chưa gửi').waitFor();
      await page.getByRole('button', { name: 'Thêm người dùng máy này' }).click();
      await page.unrouteAll();
      await withHand(page.context());
      await signInByAccount(page, 'chutu');
      await choosePin(page, '402816');
      await hasBook(page);
      await goTo(page, 'toi/gui');
      await page.getByText('Chưa gửi phiếu nào từ máy này').waitFor();
      expect(met).toContain('Lần gặp');
      expect(await said(page)).not.toContain(met);
      expect(await said(page)).not.toContain('Nguyễn Thị Lan');
      expect(await waitingBelow(page)).toBe(2);
      await goTo(page, 'toi');
      await page.getByRole('button', { name: 'Khóa máy' }).click();
      await page.getByRole('button', { name: 'Người khác' }).click();
      await page.getByRole('button', { name: /Nguyễn Thị Lan/ }).click();
      await page.getByText('Nhập mã PIN 6 số').first().waitFor();
      await typePin(page, pin);
      // Where she stopped was somebody else's: she begins at the first screen, and her two visits go out.
      await hasBook(page);
      expect(new URL(page.url()).pathname).toBe('/di-dong/');
      await expect.poll(() => waitingBelow(page), { timeout: 20_000 }).toBe(0);
    },
  );

  it('locks itself when nobody touches it', { timeout: 120_000 }, async () => {
    const page = await openPhone();
    await page.clock.install();
    await page.reload();
    await signInByAccount(page, 'chilan');
    await choosePin(page, pin);
    await page.clock.runFor(3000);
    await hasBook(page);
    await page.clock.runFor(4 * 60_000);
    expect(await page.getByText('Nhập mã PIN 6 số').count()).toBe(0);
    await page.clock.runFor(70_000);
    await page.getByText('Nhập mã PIN 6 số').first().waitFor();
  });

  it(
    'gives a new PIN to who forgot the old one, and everything unsent is there',
    { timeout: 120_000 },
    async () => {
      const page = await lansPhone();
      const restore = await cutOff(page);
      await recordVisits(page, 3);
      await page.reload();
      await page.getByRole('button', { name: 'Quên mã PIN' }).click();
      await page.getByText('3 phiếu chưa gửi vẫn còn nguyên').waitFor();
      await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
      await restore();
      await signInByAccount(page, 'chilan');
      expect(await waitingBelow(page)).toBe(3);
      await choosePin(page, '402816');
      await hasBook(page);
      await expect.poll(() => waitingBelow(page), { timeout: 20_000 }).toBe(0);
      await goTo(page, 'toi/gui');
      await expect.poll(() => page.getByText('Đã ghi vào sổ').count(), { timeout: 20_000 }).toBe(3);
    },
  );

  it('leads who signs in as new to the store that is here', { timeout: 120_000 }, async () => {
    const page = await lansPhone();
    await cutOff(page);
    await recordVisits(page, 1);
    await page.reload();
    await page.getByRole('button', { name: 'Người khác' }).click();
    await page.getByRole('button', { name: 'Thêm người dùng máy này' }).click();
    await page.unrouteAll();
    await signInByAccount(page, 'chilan');
    await page.getByText('Đặt mã PIN mới').waitFor();
    await choosePin(page, '402816');
    await hasBook(page);
    const stores = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(stores).toHaveLength(2);
    await expect.poll(() => waitingBelow(page), { timeout: 20_000 }).toBe(0);
  });

  it(
    'says that the browser threw the data away, and tells the server (F10)',
    { timeout: 120_000 },
    async () => {
      const page = await lansPhone();
      const restore = await cutOff(page);
      await recordVisits(page, 2);
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Storage.clearDataForOrigin', { origin: product().url, storageTypes: 'indexeddb' });
      await page.reload();
      await page.getByText('Có thể mất 2 phiếu chưa gửi').waitFor();
      expect(await faultsOf(page)).toEqual([]);
      await picture(page, 'door-vanished');
      await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
      await restore();
      const asked = page.waitForRequest('**/api/sync/sign-in');
      await signInByAccount(page, 'chilan');
      expect((await asked).postDataJSON()).toMatchObject({ stores: [{ vanished: 2 }] });
      await choosePin(page, pin);
      await hasBook(page);
      await page.reload();
      await page.getByText('Nhập mã PIN 6 số').first().waitFor();
    },
  );

  it('asks for a new sign-in when the server no longer knows the phone', { timeout: 120_000 }, async () => {
    const page = await lansPhone();
    const restore = await cutOff(page);
    await recordVisits(page, 1);
    await restore();
    await page.route('**/api/sync/push', (route) =>
      route.fulfill({
        status: 401,
        json: { code: 'sign_in.required', message: 'Xin đăng nhập.', fields: {} },
      }),
    );
    await goTo(page, 'toi/gui');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText('Máy cần đăng nhập lại').waitFor();
    await page.getByText('1 phiếu chưa gửi vẫn còn nguyên').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'door-sign-in-again');
    await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
    await page.unroute('**/api/sync/push');
    await signInByAccount(page, 'chilan');
    await choosePin(page, pin);
    await hasBook(page);
    await expect.poll(() => waitingBelow(page), { timeout: 20_000 }).toBe(0);
  });
});

describe('“Tôi”', () => {
  it('never says “đã gửi” while the server is silent (P8)', { timeout: 120_000 }, async () => {
    const page = await lansPhone();
    const restore = await cutOff(page);
    await recordVisits(page, 2);
    await goTo(page, 'toi/gui');
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText('2 phiếu vẫn nằm trong máy').waitFor();
    expect(await said(page)).not.toMatch(/đã gửi hết|xã đã nhận lúc|đã ghi vào sổ/i);
    await restore();
    // A server that takes the request and never answers.
    await page.route('**/api/sync/push', () => undefined);
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByRole('button', { name: 'Đang gửi 2 phiếu' }).waitFor();
    await page.waitForTimeout(3000);
    expect(await said(page)).not.toMatch(/đã gửi hết|đã ghi vào sổ/i);
    expect(await waitingBelow(page)).toBe(2);
  });

  it('hands over what it cannot send in a file that nobody else reads', { timeout: 120_000 }, async () => {
    const page = await lansPhone();
    await cutOff(page);
    await recordVisits(page, 2);
    await goTo(page, 'toi/du-lieu');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Xuất tệp bàn giao (2 phiếu)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^ban-giao-\d{4}-\d\d-\d\d-2-phieu\.json$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream())
      chunks.push(Buffer.from(chunk as Uint8Array));
    const text = Buffer.concat(chunks).toString();
    expect(readHandover(text).count).toBe(2);
    expect(text).not.toMatch(/visit|quay lại/);
    expect(await waitingBelow(page)).toBe(2);
  });

  it(
    'forgets the owner at her wish, and not by mistake while something is unsent',
    { timeout: 120_000 },
    async () => {
      const page = await lansPhone();
      const restore = await cutOff(page);
      await recordVisits(page, 1);
      await goTo(page, 'toi/xoa');
      await page.getByRole('button', { name: 'Xóa sổ trên máy này' }).click();
      await page.getByText('Xin gõ đúng chữ XOA').waitFor();
      await restore();
      const told = page.waitForRequest('**/api/sync/wiped');
      await page.getByLabel('Vẫn muốn xóa').fill('xóa');
      await page.getByRole('button', { name: 'Xóa sổ trên máy này' }).click();
      await page.getByText('Đã xóa sổ khỏi máy này').waitFor();
      await told;
      await page.reload();
      await page.getByText('Vào sổ lần đầu').waitFor();
      expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
        'to-so-phone',
      ]);
    },
  );

  it('changes the PIN of who knows the old one', { timeout: 120_000 }, async () => {
    const page = await lansPhone();
    await goTo(page, 'toi/ma-pin');
    await typePin(page, '907315');
    await page.getByText('Còn 9 lần thử').waitFor();
    await typePin(page, pin);
    await page.getByText('Chọn 6 số').first().waitFor();
    await choosePin(page, '402816');
    await page.getByText('Đã đổi mã PIN').waitFor();
    await page.reload();
    await page.getByText('Nhập mã PIN 6 số').first().waitFor();
    await typePin(page, '402816');
    await hasBook(page);
  });
});

const screens = [
  'toi',
  'toi/gui',
  'toi/can-xem',
  'toi/du-lieu',
  'toi/ma-pin',
  'toi/xoa',
  'huong-dan',
  'huong-dan/vneid',
];

describe('every screen of the door and of “Tôi”', () => {
  for (const [look, options] of [
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['large', {}],
  ] as const)
    it(`is sound in ${look}`, { timeout: 240_000 }, async () => {
      const { context, page } = await open({ ...phone, serviceWorkers: 'block', ...options });
      await withHand(context, look === 'large' ? 'html { font-size: 200% !important; }' : '');
      await page.goto(address());
      const found: string[] = [];
      const check = async (name: string) => {
        await picture(page, `${look}-${name.replaceAll('/', '-')}`);
        found.push(...(await wrongIn(page, look)).map((fault) => `${name}: ${fault}`));
      };
      await page.getByRole('textbox', { name: 'Mã mời' }).waitFor();
      await check('code');
      await signInByAccount(page, 'chilan');
      await check('choose-pin');
      await choosePin(page, pin);
      await hasBook(page);
      await spoil(page);
      await recordVisits(page, 3);
      await goTo(page, 'toi/gui');
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText('Ghi một phần').waitFor();
      await cutOff(page);
      await recordVisits(page, 1);
      for (const screen of screens) {
        await goTo(page, screen);
        await check(screen);
      }
      await goTo(page, 'toi/can-xem');
      expect(await page.getByRole('button', { name: 'Đã xem' }).count()).toBe(3);
      await page.getByRole('button', { name: 'Đã xem' }).first().click();
      await expect
        .poll(() => page.getByRole('button', { name: 'Đã xem' }).count(), { timeout: 20_000 })
        .toBe(2);
      await goTo(page, 'toi');
      await page.getByRole('button', { name: 'Khóa máy' }).click();
      await page.getByText('Nhập mã PIN 6 số').first().waitFor();
      await check('pin');
      for (let wrong = 0; wrong < 3; wrong += 1) {
        await typePin(page, '907315');
        await page.getByText(`Còn ${9 - wrong} lần thử`).waitFor();
      }
      await page.getByText('Xin chờ 0:').waitFor();
      await check('wait');
      await page.getByRole('button', { name: 'Quên mã PIN' }).click();
      await check('forgot');
      await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
      await page.getByRole('radio', { name: 'Đăng nhập bằng tài khoản' }).check();
      await check('again');
      await page.getByRole('button', { name: 'Quay lại' }).click();
      await page.getByRole('button', { name: 'Người khác' }).click();
      await check('members');
      expect(found).toEqual([]);
    });
});

/** Lets the server write everything, and tells the phone of one that was merged, one to look at, and one refused. */
async function spoil(page: Page): Promise<void> {
  const at = new Date().toISOString();
  const by = 'Lê Văn Tư';
  await page.route('**/api/sync/push', async (route) => {
    const answer = await route.fetch();
    const told = (await answer.json()) as PushAnswer;
    const outcomes: Outcome[] = [
      { status: 'merged', overruled: [{ field: 'phone', told: '0912345678', stands: '0987654321', by, at }] },
      {
        status: 'review',
        overruled: [{ field: 'fullName', told: 'Lê Thị Bà', stands: 'Lê Thị Ba', by, at }],
      },
      { status: 'rejected', code: 'not_found', text: 'Hộ này đã được rút khỏi sổ.', fields: {} },
    ];
    for (const [index, result] of told.results.entries()) result.outcome = outcomes[index] ?? result.outcome;
    await route.fulfill({ response: answer, json: told });
  });
}

/** What is wrong with the page as it stands: axe, sideways scrolling at 360 px, and what is too small for a thumb. */
async function wrongIn(page: Page, look: Look): Promise<string[]> {
  const found = await page.evaluate(() => {
    const wrong: string[] = [];
    if (document.documentElement.scrollWidth > 360)
      wrong.push(`${document.documentElement.scrollWidth} px wide`);
    for (const one of document.querySelectorAll<HTMLElement>('a, button, input, summary')) {
      const isHidden = one.closest('.visually-hidden, .skip-link') !== null || one.offsetParent === null;
      // A box that is ticked by its label, and a link within a sentence.
      const box = (one.closest('label') ?? one).getBoundingClientRect();
      if (!isHidden && (box.height < 47.5 || box.width < 47.5))
        wrong.push(`${one.textContent.trim() || one.tagName}: ${box.width}×${box.height}`);
    }
    return wrong;
  });
  return [...found, ...(await faultsOf(page, look))];
}
