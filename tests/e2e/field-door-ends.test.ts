import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import * as door from '../../src/field/door/words.ts';
import { noHamlet } from '../../src/field/screens/reading/words.ts';
import type { PushAnswer } from '#features/sync/model/operation.ts';
import { phone, useBrowser } from '../browser.ts';
import { useProduct } from '../product.ts';
import { accountPath, changeRole, newCode, officeReads, officeSends } from './field-doing/office-page.ts';
import { shapeOf } from './field-doing/on-phone.ts';
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
import { faultsOf, picture } from './field-shell/look.ts';

/** How a phone's time ends, and how signing in goes on that was interrupted: in the real browser before the real product. */
const product = useProduct({ households: 240 });
const open = useBrowser();
const withHand = useAppByHand();
const pin = '250486';

async function openPhone(): Promise<Page> {
  const { context, page } = await open({ ...phone, serviceWorkers: 'block' });
  await withHand(context);
  await page.goto(`${product().url}/di-dong/`);
  return page;
}

/** A phone on which somebody is in with their hamlet, and the id under which the server knows it. */
async function phoneOf(login: string): Promise<{ page: Page; deviceId: string }> {
  const page = await openPhone();
  const answered = page.waitForResponse('**/api/sync/sign-in');
  await signInByAccount(page, login);
  const { deviceId } = (await (await answered).json()) as { deviceId: string };
  await choosePin(page, pin);
  await hasBook(page);
  return { page, deviceId };
}

/** From now on nobody answers the phone; gives back the way to end it. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  const pattern = '**/api/sync/**';
  await page.route(pattern, (route) => route.abort());
  return () => page.unroute(pattern);
}

/** Everything that the phone asks its server for, in order, and what came of each thing that it sent. */
function listen(page: Page): { asked: string[]; outcomes: string[] } {
  const heard = { asked: [] as string[], outcomes: [] as string[] };
  page.on('request', (request) => {
    const name = /\/api\/sync\/([a-z-]+)/.exec(request.url())?.[1];
    if (name !== undefined) heard.asked.push(name);
  });
  page.on('response', (response) => {
    if (!response.url().endsWith('/push') || !response.ok()) return;
    void response
      .json()
      .then((answer: PushAnswer) =>
        heard.outcomes.push(...answer.results.map(({ outcome }) => outcome.status)),
      );
  });
  return heard;
}

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** The picture of a page of the door, also with letters twice as large; what axe says and what is too small. */
async function expectSound(page: Page, name: string): Promise<void> {
  for (const size of ['', '200%']) {
    await page.evaluate((given) => void (document.documentElement.style.fontSize = given), size);
    await picture(page, `${name}${size === '' ? '' : '-large'}`);
    expect([name, size, await faultsOf(page, size === '' ? 'light' : 'large'), await shapeOf(page)]).toEqual([
      name,
      size,
      [],
      { small: [], sideways: 0 },
    ]);
  }
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
}

describe('a phone whose time is over', () => {
  it(
    'that the commune took out sends what is unsent, forgets all, and says so',
    { timeout: 180_000 },
    async () => {
      const { page, deviceId } = await phoneOf('chilan');
      const restore = await cutOff(page);
      await recordVisits(page, 2);
      await officeSends(product(), 'chutu', `/dien-thoai/${deviceId}/thu-hoi`, { reason: 'rơi ở chợ' });
      // Without a line the phone knows nothing of it, and its work is there.
      expect(await waitingBelow(page)).toBe(2);
      const heard = listen(page);
      await restore();
      await goTo(page, 'toi/gui');
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText(door.removed.byCommune).waitFor();
      await page.getByText(door.removed.byCommuneText).waitFor();
      await expect.poll(() => heard.asked).toEqual(['push', 'pull', 'wiped']);
      expect(heard.outcomes).toEqual(['ok', 'ok']);
      await expect.poll(() => databases(page)).toEqual(['to-so-phone']);
      expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).toBe('[]');
      await expectSound(page, 'door-removed');
      expect(await officeReads(product(), `/dien-thoai/${deviceId}`)).toContain('Máy đã tự xóa dữ liệu lúc');

      // Nothing of it is left after a new start, and with a new code she is in again as on a new phone.
      await page.reload();
      await page.getByText(door.signIn.title).waitFor();
      await page.getByRole('textbox', { name: door.signIn.code }).fill(await newCode(product(), 'chilan'));
      await page.getByRole('button', { name: door.signIn.go }).click();
      await page.getByText(door.choosePin.first).first().waitFor();
      await choosePin(page, pin);
      await hasBook(page);
    },
  );

  it(
    'whose owner has no hamlet any more keeps nobody’s list, and sends what was done before',
    { timeout: 180_000 },
    async () => {
      const { page } = await phoneOf('binh');
      const role = { login: 'binh', role: 'member', hamlet: 'Ấp Mẫu 2' };
      const restore = await cutOff(page);
      await recordVisits(page, 1);
      await changeRole(product(), 'revoke', role);
      const heard = listen(page);
      await restore();
      await goTo(page, 'toi/gui');
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await expect.poll(() => heard.outcomes, { timeout: 20_000 }).toEqual(['ok']);
      await goTo(page, 'ho-dan');
      await page.getByText(noHamlet).waitFor();
      expect(await page.locator('main a[href*="/ho/"]').count()).toBe(0);
      await expectSound(page, 'no-hamlet');
      await changeRole(product(), 'grant', role);
    },
  );

  it(
    'whose owner’s account was shut says that, not that the phone was taken out',
    { timeout: 180_000 },
    async () => {
      const { page } = await phoneOf('binh');
      const restore = await cutOff(page);
      await recordVisits(page, 1);
      await officeSends(product(), 'quan', `${await accountPath(product(), 'binh')}?/lock`);
      const heard = listen(page);
      await restore();
      await goTo(page, 'toi/gui');
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText(door.removed.shut).waitFor();
      await page.getByText(door.removed.shutText).waitFor();
      expect(await page.getByText(door.removed.byCommune).count()).toBe(0);
      await expect.poll(() => heard.asked).toEqual(['push', 'pull', 'wiped']);
      expect(heard.outcomes).toEqual(['ok']);
      await expect.poll(() => databases(page)).toEqual(['to-so-phone']);
      await expectSound(page, 'door-shut');
      // The account opens nothing while it is shut.
      await page.getByRole('radio', { name: door.signIn.byAccount }).check();
      await page.getByLabel(door.signIn.login).fill('binh');
      await page.getByLabel(door.signIn.password, { exact: true }).fill('dieu-du-la-mau');
      await page.getByRole('button', { name: door.signIn.go }).click();
      await page
        .getByRole('status')
        .or(page.getByRole('alert'))
        .getByText(/chưa đúng|không đúng/)
        .waitFor();
      await picture(page, 'door-shut-sign-in');
      await officeSends(product(), 'quan', `${await accountPath(product(), 'binh')}?/unlock`);
    },
  );
});

describe('signing in with a code', () => {
  const enterCode = async (page: Page, code: string) => {
    await page.getByRole('textbox', { name: door.signIn.code }).fill(code);
    await page.getByRole('button', { name: door.signIn.go }).click();
  };

  it(
    'goes on with the same code when the page was closed before the PIN was chosen',
    { timeout: 180_000 },
    async () => {
      const code = await newCode(product(), 'chutu');
      const page = await openPhone();
      const answered = page.waitForResponse('**/api/sync/sign-in');
      await enterCode(page, code);
      const given = (await (await answered).json()) as {
        deviceId: string;
        token: string;
        recoveryKey: string;
      };
      await page.getByText(door.choosePin.first).first().waitFor();
      await typePin(page, pin);
      await page.reload();
      await page.getByText(door.signIn.unfinished).waitFor();
      // Neither what the code gave nor the code itself was left on the disk.
      const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), document.cookie]));
      for (const secret of [given.token, given.recoveryKey, code]) expect(kept).not.toContain(secret);
      expect(await databases(page)).toEqual(['to-so-phone']);
      await expectSound(page, 'door-unfinished');

      // Somebody else who saw the code has nothing of it.
      const other = await openPhone();
      await enterCode(other, code);
      await other.getByText('Mã mời không còn dùng được').waitFor();

      const again = page.waitForResponse('**/api/sync/sign-in');
      await enterCode(page, code);
      expect(await (await again).json()).toMatchObject({ deviceId: given.deviceId });
      await choosePin(page, pin);
      await hasBook(page);
      expect(await page.evaluate(() => localStorage.getItem('to-so-sign-in'))).toBeNull();
      // Now the code has done its work, on this phone too.
      await goTo(page, 'toi');
      await page.getByRole('button', { name: 'Khóa máy' }).click();
      await page.getByRole('button', { name: door.enterPin.others }).click();
      await page.getByRole('button', { name: door.members.add }).click();
      expect(await page.getByText(door.signIn.unfinished).count()).toBe(0);
      await enterCode(page, code);
      await page.getByText('Mã mời không còn dùng được').waitFor();
    },
  );

  it('does not cost the code when the answer was lost on the way', { timeout: 120_000 }, async () => {
    const code = await newCode(product(), 'chutu');
    const page = await openPhone();
    await page.route('**/api/sync/sign-in', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await enterCode(page, code);
    await page.getByText(door.noAnswer).waitFor();
    await page.unroute('**/api/sync/sign-in');
    await page.getByRole('button', { name: door.signIn.go }).click();
    await page.getByText(door.choosePin.first).first().waitFor();
    await choosePin(page, pin);
    await hasBook(page);
  });
});
