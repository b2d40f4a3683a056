import { describe, expect, it } from 'vitest';
import { notHereText, saved, full } from '../../src/field/screens/doing/form/words.ts';
import { install } from '../../src/field/shell/words.ts';
import * as visit from '../../src/field/screens/doing/visit/words.ts';
import { secretFound } from '#features/visits/words.ts';
import { phone, useBrowser } from '../browser.ts';
import { signedIn, useProduct } from '../product.ts';
import { demoPassword } from '#features/setup/demo/cast.ts';
import { faultsOf, picture } from './field-shell/look.ts';
import { countTaps, enter, goTo, homesOn, reopen, shapeOf } from './field-doing/on-phone.ts';

/** What one does on the phone, in a real browser against the real product. */
const product = useProduct({ households: 240 });
const open = useBrowser();

async function onPhone(login = 'chilan') {
  const { page, context } = await open(phone);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await enter(page, product().url, login);
  const homes = await homesOn(page);
  const [home = ''] = homes;
  return { page, context, home, homes, complaints };
}

const save = (name = 'Lưu') => ({ name, exact: true });

describe('a visit', () => {
  it('takes six taps at most, without a network, and is still there after a kill', async () => {
    const { page, context, home, complaints } = await onPhone();
    await goTo(page, `ho/${home}`);
    await context.setOffline(true);
    const taps = await countTaps(page);
    await page.getByText('Ghi lần gặp', { exact: true }).first().tap();
    await picture(page, 'gap-1');
    await page.locator('input[name=met]').first().tap();
    await page.locator('input[name=shown]').first().tap();
    await picture(page, 'gap-2');
    await page.locator('input[name=outcome]').nth(1).tap();
    await picture(page, 'gap-3');
    await page.getByRole('button', save()).tap();
    await page.getByText(saved).waitFor();
    await picture(page, 'gap-4');
    expect(await taps()).toBeLessThanOrEqual(6);
    expect(await taps()).toBe(5);
    await page.getByText('Máy này còn 1 phiếu chưa gửi').waitFor();

    await reopen(page);
    await page.getByText('Máy này còn 1 phiếu chưa gửi').waitFor();
    await goTo(page, 'dang-do');
    await page.getByText('Không có phiếu nào ghi dở').waitFor();

    await context.setOffline(false);
    await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });
    expect(complaints).toEqual([]);
  });

  it('with nobody there takes two', async () => {
    const { page, home } = await onPhone();
    await goTo(page, `ho/${home}`);
    const taps = await countTaps(page);
    await page.getByText('Không gặp ai', { exact: true }).first().tap();
    await page.getByRole('button', save(visit.nobodySave)).tap();
    await page.getByText(saved).waitFor();
    expect(await taps()).toBe(2);
    await picture(page, 'khong-gap-saved');
  });

  it('is taken back by whoever wrote it, after one question', async () => {
    const { page, home } = await onPhone();
    await goTo(page, `ho/${home}/gap`);
    await page.locator('input[name=met]').first().tap();
    await page.getByRole('button', save()).tap();
    await page.getByRole('link', { name: 'Hoàn tác' }).first().waitFor();
    await page.locator('.saved').getByRole('link', { name: 'Hoàn tác' }).tap();
    await page.getByText(visit.undoText).waitFor();
    await picture(page, 'hoan-tac');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', save(visit.undoYes)).tap();
    await page.getByText(visit.undone).waitFor();
    await page.getByText('Đã gửi hết').waitFor();
  });

  it('refuses a one-time code beside the note and loses nothing that was typed', async () => {
    const { page, home } = await onPhone();
    await goTo(page, `ho/${home}/gap`);
    await page.locator('input[name=met]').first().tap();
    await page.getByText('Ghi thêm', { exact: true }).tap();
    await page.locator('textarea[name=note]').fill('Bà con đọc mã OTP là 482913');
    await page.getByRole('button', save()).tap();
    await page.locator('#f-note-error').waitFor();
    expect(await page.locator('#f-note-error').textContent()).toContain(secretFound.one_time_code);
    expect(await page.locator('#errors').textContent()).toContain(secretFound.one_time_code);
    expect(await page.locator('textarea[name=note]').inputValue()).toContain('482913');
    expect(await page.locator('input[name=met]').first().isChecked()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('textarea[name=note]').fill('Đã nhắc bà con giữ mã.');
    await page.getByRole('button', save()).tap();
    await page.getByText(saved).waitFor();
  });

  it('is never called saved on a phone that is full, and stays on the screen', async () => {
    const { page, context, home } = await onPhone();
    await goTo(page, `ho/${home}/gap`);
    await page.locator('input[name=met]').first().tap();
    await page.waitForTimeout(500);
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(product().url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    // Chromium believes for half a minute that there is as much room as it last saw.
    await page.waitForTimeout(32_000);
    await page.getByRole('button', save()).tap();
    await page.getByText(full.title).waitFor();
    await picture(page, 'full');
    expect(await page.getByText(saved).count()).toBe(0);
    expect(await page.locator('input[name=met]').first().isChecked()).toBe(true);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await page.getByRole('button', save()).tap();
    await page.getByText(saved).waitFor();
  }, 120_000);
});

describe('a form that was begun', () => {
  it('is there after a kill and after a lock, and is thrown away only when asked twice', async () => {
    const { page, home } = await onPhone();
    const path = `ho/${home}/gap`;
    await goTo(page, path);
    await page.locator('input[name=met]').first().tap();
    await page.getByText('Ghi thêm', { exact: true }).tap();
    await page.locator('textarea[name=note]').fill('Bà con hỏi về Sổ sức khỏe');
    await page.waitForTimeout(300);
    await reopen(page);
    await goTo(page, path);
    await page.getByText('Đang ghi dở từ').waitFor();
    await picture(page, 'dang-do-1');
    expect(await page.locator('input[name=met]').first().isChecked()).toBe(true);
    expect(await page.locator('textarea[name=note]').inputValue()).toBe('Bà con hỏi về Sổ sức khỏe');

    // The words of the last moment are kept by the lock too: leaving the form writes them.
    await page.getByText('Ghi thêm', { exact: true }).tap();
    await page.locator('textarea[name=note]').fill('Hẹn chiều mai');
    await page.getByRole('link', { name: 'Tôi', exact: true }).tap();
    await page.getByRole('button', { name: 'Khóa' }).first().tap();
    await page.getByRole('button', { name: '5', exact: true }).waitFor();
    await reopen(page);
    await goTo(page, path);
    await page.getByText('Đang ghi dở từ').waitFor();
    expect(await page.locator('textarea[name=note]').inputValue()).toBe('Hẹn chiều mai');

    await page.getByRole('button', { name: 'Bỏ', exact: true }).tap();
    await page.getByRole('button', { name: 'Bỏ phiếu ghi dở này' }).tap();
    await expect
      .poll(() => page.locator('input[name=met]').first().isChecked(), { timeout: 20_000 })
      .toBe(false);
    await goTo(page, 'dang-do');
    await page.getByText('Không có phiếu nào ghi dở').waitFor();
  });

  it('fifty of them are all in the list, the last one first (P6)', async () => {
    const { page, context } = await onPhone('chutu');
    await context.setOffline(true);
    for (let n = 1; n <= 50; n += 1) {
      await goTo(page, 'ho-dan');
      await goTo(page, 'them-ho');
      await page.locator('input[name="residents.0.fullName"]').fill(`Lê Văn Thứ ${n}`);
    }
    await goTo(page, 'dang-do');
    await page.getByText('50 phiếu').waitFor();
    const rows = await page.locator('main nav a b').allTextContents();
    expect(rows).toHaveLength(50);
    expect(rows[0]).toContain('Lê Văn Thứ 50');
    expect(rows.at(-1)).toContain('Lê Văn Thứ 1');
    await picture(page, 'dang-do-50');
    await page.locator('main nav a').last().tap();
    await page.getByText('Đang ghi dở từ').waitFor();
    expect(await page.locator('input[name="residents.0.fullName"]').inputValue()).toBe('Lê Văn Thứ 1');
  }, 120_000);
});

describe('the register on the phone', () => {
  it('a new household with a person more is there at once and reaches the office', async () => {
    const { page } = await onPhone();
    await goTo(page, 'them-ho');
    await page.locator('input[name="residents.0.fullName"]').fill('Trần Thị Mười Hai');
    await page.locator('input[name="residents.0.birth"]').fill('1961');
    await page.getByRole('button', save('Ghi hộ vào sổ')).tap();
    await page.getByText(saved).waitFor();
    const home = /ho\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    await goTo(page, `ho/${home}/them-nguoi`);
    await page.locator('input[name="fullName"]').fill('Trần Văn Cháu');
    await page.locator('select[name="relation"]').selectOption('grandchild');
    await page.getByRole('button', save('Thêm người')).tap();
    await page.locator('main').getByText('Trần Văn Cháu').first().waitFor();
    await picture(page, 'ho-moi');
    await page.getByText('Đã gửi hết').waitFor({ timeout: 40_000 });

    const cookie = await signedIn(product(), 'hanh', demoPassword);
    const office = await fetch(`${product().url}/so-ho/${home}`, { headers: { cookie } });
    const text = await office.text();
    expect([office.status, text.includes('Trần Thị Mười Hai'), text.includes('Trần Văn Cháu')]).toEqual([
      200,
      true,
      true,
    ]);
  });

  it('a correction changes what it says and nothing else', async () => {
    const { page, home } = await onPhone();
    await goTo(page, `ho/${home}`);
    const address = await page.locator('main a[href*="/nguoi/"]').first().getAttribute('href');
    const person = address?.replace('/di-dong/', '') ?? '';
    await goTo(page, `${person}/sua`);
    const name = await page.locator('input[name=fullName]').inputValue();
    await page.locator('input[name=phone]').fill('0912 345 678');
    await page.getByRole('button', save('Lưu thông tin')).tap();
    await page.locator('main').getByText('Gọi 0912345678').waitFor();
    expect(await page.locator('main h1').textContent()).toBe(name);
    await page.getByText('Đã gửi hết').waitFor();
  });
});

describe('a meeting', () => {
  it('is written down with the households that were ticked', async () => {
    const { page } = await onPhone('chutu');
    await goTo(page, 'hop');
    await page.locator('input[name=form]').first().tap();
    await page.locator('input[name=householdIds]').nth(0).tap();
    await page.locator('input[name=householdIds]').nth(1).tap();
    await page.getByText('Đã chọn 2 hộ').waitFor();
    await picture(page, 'hop');
    await page.getByRole('button', save('Lưu buổi này')).tap();
    await page.getByText(saved).waitFor();
    await page.getByText('Đã gửi hết').waitFor();
  });
});

describe('every screen of doing', () => {
  it('fits a thumb, a narrow phone, large letters and both themes, and axe finds nothing', async () => {
    const { page, home } = await onPhone('chutu');
    await goTo(page, `ho/${home}`);
    const address = await page.locator('main a[href*="/nguoi/"]').first().getAttribute('href');
    const person = address?.replace('/di-dong/', '') ?? '';
    const places = [
      ...['gap', 'khong-gap', 'tham', 'nguoi-giup', 'phu-trach', 'them-nguoi', 'sua', 'doi', 'chuyen'].map(
        (what) => `ho/${home}/${what}`,
      ),
      person,
      ...['sua', 'doi', 'chuyen', 'ky-nang', 'tinh-trang'].map((what) => `${person}/${what}`),
      'them-ho',
      'hop',
      'dang-do',
    ];
    const faults: unknown[] = [];
    for (const theme of ['light', 'dark', 'large'] as const) {
      await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
      const size = theme === 'large' ? '200%' : '';
      await page.evaluate((given) => void (document.documentElement.style.fontSize = given), size);
      for (const place of places) {
        await goTo(page, place);
        expect(await page.getByText(notHereText).count(), place).toBe(0);
        if (place.endsWith('/gap')) {
          await page.locator('input[name=met]').first().check();
          await page.locator('input[name=shown]').first().check();
        }
        await picture(page, `${theme}-${place.replaceAll('/', '-').replaceAll(/[0-9a-f-]{36}/g, '')}`);
        const shape = await shapeOf(page);
        const found = await faultsOf(page, theme);
        if (shape.small.length > 0 || shape.sideways > 0 || found.length > 0)
          faults.push({ theme, place, ...shape, found });
      }
    }
    expect(faults).toEqual([]);
  }, 240_000);
});

describe('the app', () => {
  it('is put on the home screen from “Tôi” when Chrome offers it, and the offer serves once', async () => {
    const { page } = await onPhone();
    await goTo(page, 'toi');
    const button = page.getByRole('button', { name: install });
    expect(await button.count()).toBe(0);
    await page.evaluate(() => {
      const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
        prompt: () => {
          document.title = 'prompted';
          return Promise.resolve({ outcome: 'dismissed' });
        },
      });
      dispatchEvent(offer);
    });
    await button.click();
    expect(await page.title()).toBe('prompted');
    expect(await button.count()).toBe(0);
  });
});
