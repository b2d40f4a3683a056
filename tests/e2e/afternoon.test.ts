import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desktop, phone, useBrowser } from '../browser.ts';
import { useProduct } from '../product.ts';
import { sharedPath } from '../shared-folder.ts';

/** The first afternoon of a commune (issue 1): from an empty database and the commune's Excel list to a hamlet's report in Word. */
const product = useProduct({ firstStart: 'empty' });
const open = useBrowser();

const officer = { name: 'Đặng Thị Hạnh', login: 'hanh.vhxh', password: 'ba con cá lóc 9' };

describe('the first afternoon', () => {
  it('sets up the commune with the code that the console printed', async () => {
    const { page } = await open(desktop);
    await page.goto(product().url);
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'An Giang' });
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'xã Nhơn Mỹ' });
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Tên các ấp').fill('Ấp Mẫu 1\nẤp Mẫu 2\nẤp Mẫu 3');
    await page.getByLabel('Họ và tên').fill(officer.name);
    await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(officer.login);
    await page.getByLabel('Mật khẩu').fill(officer.password);
    await page.getByLabel('Mã cài đặt').fill('SAI-MA');
    await page.getByRole('button', { name: 'Cài đặt' }).click();
    await page.getByText('Mã cài đặt chưa đúng').first().waitFor();
    expect(await page.getByLabel('Tên các ấp').inputValue()).toBe('Ấp Mẫu 1\nẤp Mẫu 2\nẤp Mẫu 3');
    const code = /Mã cài đặt: (\w+)/.exec(product().output())?.[1] ?? '';
    await page.getByLabel('Mật khẩu').fill(officer.password);
    await page.getByLabel('Mã cài đặt').fill(code);
    await page.getByRole('button', { name: 'Cài đặt' }).click();
    await page.getByText('Đã cài đặt xong').waitFor();
  });

  it('imports the Excel list that the commune has', async () => {
    const { page } = await open(desktop);
    await signIn(page, officer.login, officer.password);
    await page.goto(`${product().url}/nhap-danh-sach`);
    await page
      .getByLabel('Tệp danh sách')
      .setInputFiles(sharedPath('fixtures', 'import', '02-nhan-khau.xlsx'));
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('1.200').first().waitFor();
    for (const hamlet of ['Ấp Mẫu 4', 'Ấp Mẫu 5', 'Ấp Mẫu 6']) {
      await page.getByLabel(`“${hamlet}” là ấp nào?`).selectOption('new');
    }
    await page.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await page.getByText('Đã ghi vào sổ.').waitFor({ timeout: 60_000 });
    await page.goto(`${product().url}/so-ho?tim=ngo+ngoc+thuy`);
    await page.getByText('Ngô Ngọc Thủy').first().waitFor();
  });
});

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto(`${product().url}/dang-nhap`);
  await page.getByLabel('Số điện thoại hoặc tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/hom-nay/);
}
void phone;
